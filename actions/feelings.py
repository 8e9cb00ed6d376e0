"""Feelings that are told."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import feelings, heard_in_grief, information, search_again
from bot.stages.conversation import Conversation


class ActionFeelings(StageAction):
    """Acknowledges the feeling of the present intent."""

    def name(self) -> str:
        return "action_feelings"

    def decide(self, talk: Conversation, said: Said) -> None:
        if heard_in_grief.is_no_question(talk, said) or search_again.is_for_another(talk, said.words):
            return
        if not (information.answers_in_grief(talk, said.words) or heard_in_grief.is_felt(talk, said)):
            feelings.hear(talk, said.intent, said.words)
