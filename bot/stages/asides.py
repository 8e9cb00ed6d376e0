"""Asides: what is asked or said beside the open question. It is answered, and the question is asked again.

What is read back whole is not said again then: only what is asked of it, shortly.
"""

from collections.abc import Callable
from operator import methodcaller

from bot.model.again import Again
from bot.model.position import Door, Expecting, Position, Question
from bot.model.saying import Button, Said
from bot.stages import information, plan
from bot.stages.conversation import Conversation
from bot.understanding.answers import nods
from bot.understanding.commands import plain
from bot.understanding.helper_words import is_back
from bot.understanding.kinds import QUESTIONS

ASIDES = (QUESTIONS - {"find_support", "volunteer_help"}) | {
    "ask_privacy", "ask_who_viewed", "ask_who_are_you", "ask_clarify", "ask_why_asking", "help", "thank", "greet",
    "chitchat", "out_of_scope", "abusive", "express_distress", "express_fear", "express_anger", "express_guilt",
    "express_loneliness", "express_peace", "give_feedback", "review_summary", "get_copy",
    "ask_in_passing", "see_differently",
}  # fmt: skip
"""Intents whose rule moves nothing."""
_ANSWERS = frozenset({"inform", "choose", "affirm", "deny", "skip", "express_uncertainty", "edit_summary"})
_SHOW_DRAFT = Button("Show it again", "review_summary")
_SHOW_PLAN = Button("Show it again", f"choose:{plan.SEE}")
_SHORTLY: dict[Question, Callable[[Conversation], None]] = {
    Question.RECORD_CHECK: methodcaller("say", "utter_record_ask_check_again", (_SHOW_DRAFT,)),
    Question.PLAN_CHECK: methodcaller("say", "utter_plan_ask_check_again", (_SHOW_PLAN,)),
    Question.PLAN_TONE: methodcaller("say", "utter_plan_ask_tone"),
    Question.REFLECT_NOTES: methodcaller("say", "utter_reflect_ask_notes"),
}
"""Questions about what was read back just before. A yes that keeps, shares or deletes is always asked for in full."""


def why_again(here: Position, said: Said) -> Again | None:
    """Return why the open question is asked again after this turn, or None where it is not just that."""
    if here.question is None:
        return None
    if said.intent in ASIDES or information.is_pressed(said.choice):
        return Again.ASIDE
    return here.again if said.intent in _ANSWERS else None


def waits(here: Position, said: Said) -> bool:
    """Say whether this turn only asked for a moment, so that nothing is asked until they are here again."""
    return here.again is Again.MOMENT and said.intent == "inform"


def is_here_again(here: Position, said: Said) -> bool:
    """Say whether "back" shows that somebody is here again after a moment, and asks for no question before."""
    if here.again is not Again.MOMENT or said.choice:
        return False
    theirs = here.door is Door.WRITING and is_back(said.words)
    return theirs or (said.intent == "go_back" and plain(said.words) in {"back", "back now"})


def ask_shortly(talk: Conversation) -> bool:
    """Ask the open question again without what was read back before; say whether it can be asked like that."""
    if talk.position.again is None or talk.position.question not in _SHORTLY:
        return False
    _SHORTLY[talk.position.question](talk)
    return True


def only_nods(here: Position, said: Said) -> bool:
    """Say whether these words answer what was said beside the open question, and not the question: "ok", "I see"."""
    beside = here.again is Again.ASIDE and here.expecting is Expecting.CHOOSING
    return beside and not said.choice and nods(said.words)
