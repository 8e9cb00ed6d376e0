"""Share: begin, who has looked, stop."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import flow, share, share_standing
from bot.stages.conversation import Conversation


class ActionShareStart(StageAction):
    """Begins with whom to share."""

    def name(self) -> str:
        return "action_share_start"

    def decide(self, talk: Conversation, said: Said) -> None:
        share.start(talk, said.words)


class ActionShareWhoViewed(StageAction):
    """Says who has looked and when."""

    once = False

    def name(self) -> str:
        return "action_share_who_viewed"

    def decide(self, talk: Conversation, said: Said) -> None:
        share_standing.who_viewed(talk)


class ActionShareStop(StageAction):
    """Stops sharing."""

    def name(self) -> str:
        return "action_share_stop"

    def decide(self, talk: Conversation, said: Said) -> None:
        flow.stop_sharing(talk, said)
