"""Plan: to write down what matters is to leave it for that, and so is not wanting to plan; or it is to go."""

from bot.model.position import Question
from bot.model.saying import Said
from bot.stages import focus, plan, plan_card
from bot.stages.conversation import Conversation
from bot.stages.plan_changes import ON_THE_CARD
from bot.understanding.letting_a_plan_go import drops_plan, only_writes, wants_no_plan, writes_instead
from bot.understanding.writing_down import writes_what_matters


def goes_to_what_matters(talk: Conversation, said: Said) -> bool:
    """Go to what matters where the words ask for that, or leave a plan that is not wanted; say whether they do."""
    here, words = talk.position.question, said.words
    if here not in plan.ASKS or said.choice or not words:
        return False
    on_the_card = here in ON_THE_CARD and writes_what_matters(words)
    if on_the_card or writes_instead(words) or (here in _ASKS_FOR_FACTS and only_writes(words)):
        focus.start(talk)
    elif wants_no_plan(words):
        if talk.draft.plan:
            talk.say("utter_plan_left")
        talk.finish()
    else:
        return False
    return True


def goes(talk: Conversation, words: str) -> bool:
    """Ask once before the plan is deleted, where the words ask for that; asked already, they are the yes."""
    if not drops_plan(words):
        return False
    if not talk.draft.plan:
        talk.say("utter_plan_nothing_yet")
        if talk.position.question in plan.ASKS:
            talk.finish()
    elif talk.position.question is Question.PLAN_CLEAR:
        plan_card.answer_clear(talk, Said("choose", choice="delete_plan"))
    else:
        talk.turn_aside(Question.PLAN_CLEAR)
    return True


_ASKS_FOR_FACTS = frozenset({Question.PLAN_WHO, Question.PLAN_OTHERS, Question.PLAN_WHEN, Question.PLAN_WHERE})
