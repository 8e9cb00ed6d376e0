"""Somebody answers and asks something in one message: the question is answered, and the answer can be kept."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

BOTH = "the dog, can dogs go in a hospice do you know?"


def test_what_was_told_is_offered_as_the_answer_and_kept(talk):
    at(talk, Question.FOCUS_WHAT)
    said = talk.types(BOTH, guess="ask_place_of_care")
    assert said[0].startswith("utter_information")
    assert said[-2:] == ["utter_session_told_too", "utter_focus_ask_what"]
    assert "choose:told_too" in talk.buttons()
    talk.presses("told_too")
    assert talk.lines == [BOTH]
    assert talk.question is Question.FOCUS_WHY
    assert talk.draft.told_too == ""


@pytest.mark.parametrize("words", ["yes keep it", "yes please", "keep it"])
def test_a_typed_yes_keeps_it_too(talk, words):
    at(talk, Question.FOCUS_WHAT)
    talk.types(BOTH, guess="ask_place_of_care")
    talk.types(words)
    assert talk.lines == [BOTH]


def test_whoever_answers_otherwise_is_not_asked_again(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types(BOTH, guess="ask_place_of_care")
    talk.types("my dog Alfie")
    assert talk.lines == ["my dog Alfie"]
    assert talk.draft.told_too == ""


def test_a_late_press_keeps_nothing(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types(BOTH, guess="ask_place_of_care")
    talk.types("my dog Alfie")
    talk.presses("told_too")
    assert talk.lines == ["my dog Alfie"]


def test_a_plain_question_offers_nothing(talk):
    at(talk, Question.FOCUS_WHAT)
    assert "utter_session_told_too" not in talk.types("can dogs go in a hospice?", guess="ask_place_of_care")


def test_nothing_is_held_where_no_answer_is_waited_for(talk):
    at(talk, Question.RECORD_CHECK)
    assert "utter_session_told_too" not in talk.types(BOTH, guess="ask_place_of_care")
    assert talk.draft.told_too == ""


def test_who_may_see_it_is_asked_behind_an_answer(talk):
    at(talk, Question.FOCUS_WHAT)
    both = "my garden. can my daughter see this?"
    said = talk.types(both, guess="ask_privacy")
    assert said == ["utter_privacy_read_by_nobody", "utter_session_told_too", "utter_focus_ask_what"]
    talk.presses("told_too")
    assert talk.lines == [both]


def test_who_only_asks_who_may_see_it_is_offered_nothing(talk):
    at(talk, Question.FOCUS_WHAT)
    assert "utter_session_told_too" not in talk.types("can my daughter see this?", guess="ask_privacy")


def test_how_a_shared_page_is_opened_is_told_and_nothing_new_is_shared(talk):
    at(talk, Question.FOCUS_WHAT)
    said = talk.types("how does she open it", guess="share_summary")
    assert said == ["utter_privacy_opened_once_shared", "utter_focus_ask_what"]
    assert talk.position.question is Question.FOCUS_WHAT
