"""Signposting: finding support, and numbers that are wrong."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import heard_in_grief, put_right_in_search, search_again, signposting, whose_grief, wrong_number
from bot.stages.conversation import Conversation


class ActionSignposting(StageAction):
    """Begins to look for support, for the present intent."""

    def name(self) -> str:
        return "action_signposting"

    def decide(self, talk: Conversation, said: Said) -> None:
        whose_grief.take_helping_door(talk, said.words)
        heard = put_right_in_search.is_heard(talk, said) or heard_in_grief.is_only_told(talk, said)
        if not (heard or search_again.is_for_another(talk, said.words)):
            signposting.start(talk, whose_grief.intent_of(talk, said.intent, said.words), said.words)


class ActionSignpostingWrongNumber(StageAction):
    """Takes that a number is wrong."""

    def name(self) -> str:
        return "action_signposting_wrong_number"

    def decide(self, talk: Conversation, said: Said) -> None:
        wrong_number.start(talk, said.words)
