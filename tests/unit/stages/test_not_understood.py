"""Somebody is not understood, or insults the assistant: another way is offered, then people, in new words each time."""

from itertools import pairwise

import pytest

from bot.model.position import Question
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import at

WAY, PERSON = "utter_session_another_way", "utter_session_another_person"


@pytest.mark.parametrize(
    ("question", "puzzling"),
    [
        (Question.SHARE_EXPIRY, "purple"),
        (Question.RECORD_CONSENT, "purple"),
        (Question.RECORD_COPY, "purple"),
        (Question.PLAN_CHECK, "purple"),
        (Question.FOCUS_SEVERAL, "purple"),
        (Question.FOCUS_WHAT, "yes"),
    ],
)
def test_at_one_question_another_way_comes_second_and_people_third(talk, question, puzzling):
    at(talk, question)
    first = talk.types(puzzling)[0]
    assert first not in {WAY, PERSON}
    assert talk.types(puzzling)[0] == WAY
    assert "easy_read" in talk.buttons()
    assert talk.types(puzzling)[0] == PERSON
    assert "find_support" in talk.buttons()
    assert talk.question is question
    heard = [talk.types(puzzling)[0] for _ in range(4)]
    assert all(one != other for one, other in pairwise([PERSON, *heard]))


def test_what_cannot_be_undone_is_left_for_later_and_not_skipped(talk):
    at(talk, Question.RECORD_COPY)
    talk.types("purple")
    talk.types("purple")
    assert "pause" in talk.buttons()
    assert "skip" not in talk.buttons()


def test_an_answer_begins_the_count_again(talk):
    at(talk, Question.SHARE_SECTIONS)
    talk.types("purple")
    assert talk.position.misses == 1
    talk.presses("everything")
    assert talk.position.misses == 0
    assert talk.types("purple")[0] == "utter_share_say_expiry"


def test_with_nothing_open_there_is_nothing_to_skip(talk):
    at(talk, None)
    assert talk.does("nlu_fallback", "asdf")[0] == "utter_session_not_understood"
    assert talk.does("nlu_fallback", "asdf")[0] == WAY
    assert "skip" not in talk.buttons()
    assert talk.does("nlu_fallback", "asdf")[0] == PERSON
    assert talk.value(PERSON, "organisation") == talk.facts.organisation


def test_whoever_has_easier_words_is_not_offered_them(talk):
    at(talk, Question.SHARE_EXPIRY)
    talk.types("easy read")
    talk.types("purple")
    assert talk.types("purple")[0] == "utter_session_another_way_easy"
    assert "easy_read" not in talk.buttons()


@pytest.mark.parametrize("intent", ["chitchat", "out_of_scope", "ask_clarify"])
def test_what_is_said_aside_is_not_answered_twice_in_the_same_words(talk, intent):
    at(talk, Question.FOCUS_WHAT)
    assert talk.does(intent)[0].startswith("utter_smalltalk")
    assert talk.does(intent) == [WAY, "utter_focus_ask_what"]


def test_an_insult_is_met_with_calm_and_then_with_people(talk):
    at(talk, Question.FOCUS_WHY)
    lines = talk.lines
    assert talk.types("you're useless")[0] == "utter_smalltalk_abusive"
    assert talk.types("you stupid machine")[0] == "utter_session_abusive_again"
    assert "find_support" in talk.buttons()
    heard = [talk.types("fuck off")[0] for _ in range(3)]
    assert heard == [PERSON, WAY, PERSON]
    assert talk.lines == lines
    assert talk.question is Question.FOCUS_WHY


def test_whoever_grieves_is_heard_each_time(talk):
    talk.does("arrive")
    talk.presses("grieving")
    said = [talk.types("I still lay the table for two")[0] for _ in range(3)]
    assert said == ["utter_bereavement_heard", "utter_grief_go_on", "utter_grief_here_too"]


def test_no_response_that_asks_again_goes_uncounted():
    """Their names end alike, and so they are counted."""
    from bot.stages.misses import _ASKS_AGAIN

    counted = {name for name in RESPONSES if _ASKS_AGAIN.fullmatch(name)}
    assert {"utter_focus_in_your_words", "utter_share_clear_yes", "utter_record_clear_yes_copy"} <= counted
    assert {name for name in RESPONSES if "_say_" in name} <= counted
