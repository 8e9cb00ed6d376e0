"""Grief, fear, or a question of facts, while a plan or what is written is read back or shared: no line or name."""

import re

from bot.model.again import Again
from bot.model.position import Expecting, Question
from bot.model.saying import Said
from bot.stages import information, misses, record_new_words
from bot.stages.conversation import LEFT_IS_NO, Conversation
from bot.understanding.answers import lets_go, line_command, lines_to_remove
from bot.understanding.asking import asks_later, is_question
from bot.understanding.bad_news import is_pain
from bot.understanding.both import what_is_asked
from bot.understanding.commands import plain
from bot.understanding.editing import asks_to_add
from bot.understanding.feeling_told import tells_a_feeling
from bot.understanding.in_view import in_view
from bot.understanding.needs import asked_of_a_need, need_named
from bot.understanding.plan_changes import changes
from bot.understanding.planning import tells_of_a_no
from bot.understanding.pointing import asks_for_order
from bot.understanding.regrets import regrets
from bot.understanding.surfacing import fears, laments, surfaces

_COSTS = "ask_wills_funerals"
_TO_BE_DONE = frozenset({"giving_back_equipment"})
"""What asks for something to be done, even where it is only told."""
_FUNERAL_COST = re.compile(
    r"\b(?:grand|quid|pounds?|thousand|hundred|k|costs?|afford|pay\w*|money|\d{3,}) (?:\w+ ){0,4}(?:funeral"
    r"|cremation|burial)\b"
    r"|\b(?:funeral|cremation|burial)s? (?:\w+ ){0,3}(?:costs?|grand|quid|pounds?|thousand|too much|afford|money"
    r"|\d{3,})\b"
)
_OF_HOW_IT_WAS = re.compile(
    r"^(?:so |and |but )*(?:was|were|did|had) (?:he|she|they|it|that|her|his|their|my|the)\b.*"
    r"|\b(?:normal|peaceful|in pain|suffering) (?:at the end|do you think)\b"
)
"""Asked of how it was: no text has an answer to that."""
_AT = frozenset({Question.RECORD_CHECK, Question.SHARE_WHO})
_OF_A_TALK = frozenset(
    {Question.PLAN_CHECK, Question.PLAN_CHANGE, Question.PLAN_READY, Question.REFLECT_NOTES, Question.REFLECT_UNDER,
     Question.REFLECT_NEXT, Question.REFLECT_AGAIN}
)  # fmt: skip


def is_answered(talk: Conversation, said: Said) -> bool:
    """Answer such words; say whether they were that. The question waits, and is asked again shortly."""
    here, words = talk.position.question, said.words
    if here is None or said.intent != "inform" or said.choice or _changes(words):
        return False
    if (_is_at_a_choice(talk) and _is_felt(words)) or (_is_of_a_talk(here) and _is_felt_of_a_talk(words)):
        talk.say("utter_bereavement_heard")
        misses.count(talk)
    elif here in _AT and _is_informed(talk, what_is_asked(words)):
        record_new_words.hold_beside(talk, words)
    else:
        return False
    talk.at(again=Again.ASIDE)
    return True


def _is_at_a_choice(talk: Conversation) -> bool:
    """Say whether a choice or a yes about the draft is asked for, so that no words of a feeling answer it."""
    here = talk.position
    stage = str(here.question).partition("_")[0]
    choosing = here.expecting is Expecting.CHOOSING and stage in {"record", "share"}
    return here.question in _AT or (choosing and here.question not in LEFT_IS_NO)


def _is_of_a_talk(here: Question) -> bool:
    """Say whether a plan or what was said of a talk is read back, or what to do with it is asked."""
    return here in _OF_A_TALK


def _is_felt_of_a_talk(words: str) -> bool:
    return tells_a_feeling(words) and not (changes(words) or tells_of_a_no(words))


def _is_felt(words: str) -> bool:
    return regrets(words) or surfaces(words) or is_pain(words) or fears(words) or laments(words)


def _is_informed(talk: Conversation, words: str) -> bool:
    after = talk.position.about_a_death or bool(talk.position.bereft.theirs)
    asks = is_question(words) or asks_later(words)
    need = need_named(words, after_a_death=after)
    intent = asked_of_a_need(words, "choosing") or (_COSTS if _FUNERAL_COST.search(plain(words)) else "")
    if _OF_HOW_IT_WAS.search(plain(words)):
        talk.say("utter_session_no_answer")
    elif intent or (need and (asks or after or need in _TO_BE_DONE)):
        information.answer(talk, intent, words)
    elif asks and talk.position.question is Question.RECORD_CHECK:
        talk.say("utter_session_no_answer")
    else:
        return False
    return True


def _changes(words: str) -> bool:
    """Say whether something is to be done to what is shown, however it is put: "can you take out 2"."""
    changes = in_view(words) or asks_to_add(words) or asks_for_order(words)
    return bool(changes or lines_to_remove(words) or line_command(words) or lets_go(words))
