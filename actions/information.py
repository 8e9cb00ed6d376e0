"""Information: a question about living and dying well."""

from actions.base import StageAction
from bot.model.saying import Said
from bot.stages import heard_in_grief, information, plan_company, put_right_in_search, search_again
from bot.stages.conversation import Conversation
from bot.understanding.children_left import children_left


class ActionInformation(StageAction):
    """Says the text that answers the present intent."""

    once = False

    def name(self) -> str:
        return "action_information"

    def decide(self, talk: Conversation, said: Said) -> None:
        if search_again.is_for_another(talk, said.words if children_left(said.words) else ""):
            return
        if plan_company.is_heard(talk, said):
            return
        if not (put_right_in_search.is_heard(talk, said) or heard_in_grief.is_no_question(talk, said)):
            information.answer(talk, said.intent, said.words, said.guesses)
