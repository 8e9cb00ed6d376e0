"""Signposting: services for the need that was named."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import signposting
from bot.stages.conversation import Conversation


class ActionSignposting(StageAction):
    """Shows services for the present intent."""

    once = False

    def name(self) -> str:
        return "action_signposting"

    def decide(self, talk: Conversation, said: Said) -> None:
        signposting.show_services(talk, said.intent)
