"""Focus: begin with what matters and why."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import focus
from bot.stages.conversation import Conversation


class ActionFocusStart(StageAction):
    """Begins with what matters, or with another thing that matters."""

    def name(self) -> str:
        return "action_focus_start"

    def decide(self, talk: Conversation, said: Said) -> None:
        focus.start(talk)
