"""Improve: what was not right, and what became of it."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import improve_not_right
from bot.stages.conversation import Conversation


class ActionImproveFeedback(StageAction):
    """Says who reads what was not right, or what became of what was sent."""

    def name(self) -> str:
        return "action_improve_feedback"

    def decide(self, talk: Conversation, said: Said) -> None:
        improve_not_right.start(talk, said.words)
