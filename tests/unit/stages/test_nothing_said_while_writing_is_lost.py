"""While what matters is written down, for oneself or another: what answers no question is heard, and is not lost."""

import pytest

from bot.model.again import Again
from bot.model.position import Question
from bot.understanding.to_be_seen import says_who_is_to_see
from tests.unit.stages.talking import at


@pytest.fixture
def helper(talk):
    talk.does("arrive")
    talk.presses("writing")
    talk.types("his dog")
    assert talk.question is Question.FOCUS_WHY
    return talk


@pytest.fixture
def ordering(talk):
    return at(talk, Question.FOCUS_ORDER)


@pytest.mark.parametrize("words", ["ok hes back", "he's back now", "right, shes awake", "Bert is ready"])
def test_after_a_wait_somebody_is_back(helper, words):
    helper.types("hang on a sec")
    assert helper.position.again is Again.MOMENT
    before = helper.lines
    assert "utter_focus_topics_ask_why" in " ".join(helper.types(words)) or helper.question is Question.FOCUS_WHY
    assert helper.lines == before
    assert helper.position.again is not Again.MOMENT


def test_without_a_wait_it_takes_an_ok(helper):
    before = helper.lines
    helper.types("ok hes back")
    assert helper.lines == before
    helper.types("hes back from the sea")
    assert helper.lines != before


SEEN = (
    "he wants his daughter Pat to see it not Colin", "she wants her son to read this", "I want Jo to see it, not Sam",
    "he doesnt want Colin to see it", "I dont want my brother reading it", "he only wants Pat to see his words",
)  # fmt: skip


@pytest.mark.parametrize("words", SEEN)
def test_who_is_to_see_it_is_no_line(helper, words):
    before = helper.lines
    assert "utter_share_more_wish_heard" in helper.types(words)
    assert helper.lines == before
    helper.presses("told_too")
    assert words in helper.lines


@pytest.mark.parametrize(
    "words",
    ["he wants Pat to see the sea", "I want to see it through", "he wants to see his daughter",
     "she wants me to read to her", "he wants to be able to see it", "I dont want to see it",
     "he wants Pat to have his watch"],
)  # fmt: skip
def test_other_wishes_are_answers(words):
    assert not says_who_is_to_see(words)


def test_what_answers_no_order_is_offered_as_a_line(ordering):
    assert "utter_record_heard_new" in ordering.types("when i cant swallow, no tubes")
    assert ordering.draft.to_add == "when i cant swallow, no tubes"
    ordering.presses("add_written")
    assert ordering.question is Question.RECORD_ADD_HEADING


def test_offered_words_are_still_there_after_the_order(ordering):
    ordering.types("when i cant swallow, no tubes")
    ordering.types("2")
    assert "utter_record_can_add" in [say.response for say in ordering.heard]
    assert ordering.draft.to_add


@pytest.mark.parametrize("words", ["yes keep it", "yes"])
def test_a_yes_keeps_the_order(ordering, words):
    before = ordering.lines
    assert "utter_record_left_as_it_was" in ordering.types(words, "affirm")
    assert ordering.question is Question.RECORD_CHECK
    assert ordering.lines == before


@pytest.mark.parametrize("words", ["change the second one. he meant wireless", "change 2, it was wrong"])
def test_a_line_to_change_is_changed(ordering, words):
    ordering.types(words)
    assert ordering.question is Question.RECORD_CHANGE_WORDS
    ordering.types("wireless")
    assert "wireless" in ordering.lines
