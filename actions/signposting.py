"""Signposting: finding support, and numbers that are wrong."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import signposting, wrong_number
from bot.stages.conversation import Conversation


class ActionSignposting(StageAction):
    """Begins to look for support, for the present intent."""

    def name(self) -> str:
        return "action_signposting"

    def decide(self, talk: Conversation, said: Said) -> None:
        signposting.start(talk, said.intent, said.words)


class ActionSignpostingWrongNumber(StageAction):
    """Takes that a number is wrong."""

    def name(self) -> str:
        return "action_signposting_wrong_number"

    def decide(self, talk: Conversation, said: Said) -> None:
        wrong_number.start(talk, said.words)
