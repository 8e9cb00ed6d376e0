"""Reflect: look back on a talk."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import reflect
from bot.stages.conversation import Conversation


class ActionReflectStart(StageAction):
    """Begins to look back on a talk."""

    def name(self) -> str:
        return "action_reflect_start"

    def decide(self, talk: Conversation, said: Said) -> None:
        reflect.start(talk, said.words)
