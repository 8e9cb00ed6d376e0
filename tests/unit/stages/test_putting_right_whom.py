"""Whoever cares says who it is about, puts "them" right, or asks for help in the middle of a question."""

import pytest

from bot.model.position import Door, Question
from bot.understanding.pleas import plea
from bot.understanding.whom import alone, put_right
from tests.unit.stages.talking import at


@pytest.fixture
def close(talk):
    talk.does("arrive")
    talk.presses("close")
    return talk


@pytest.mark.parametrize(
    ("words", "about"),
    [("my mum", "your mum"), ("its my wife", "your wife"), ("my husband Ron", "Ron"), ("mum", "your mum")],
)
def test_somebody_named_alone_is_whom_it_is_about(close, words, about):
    assert close.types(words)[0] == "utter_focus_named"
    assert (close.draft.about, close.lines, close.question) == (about, [], Question.FOCUS_WHAT)
    assert close.value("utter_focus_ask_what", "them") == about


def test_once_that_is_known_another_is_an_answer(close):
    close.types("my mum")
    close.types("my sister")
    assert close.lines == ["my sister"]


@pytest.mark.parametrize("words", ["mum and dad", "my mum visiting", "my mum's garden", "my dogs", "her friends"])
def test_other_answers_name_nobody(words):
    assert alone(words) == ""


@pytest.mark.parametrize(
    ("words", "about"),
    [("hes my husband", "your husband"), ("i told you its my husband not them", "your husband"),
     ("whats this 'they' its my husband Ron", "Ron"), ("stop saying they its my brother", "your brother")],
)  # fmt: skip
@pytest.mark.parametrize("question", [Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.FOCUS_SUPPORT])
def test_them_becomes_who_it_is_and_is_never_an_answer(close, question, words, about):
    for each in {Question.FOCUS_WHY: ("his garden",), Question.FOCUS_SUPPORT: ("his garden", "he made it")}.get(
        question, ()
    ):
        close.types(each)
    before = close.lines
    assert close.types(words, guess="ask_who_are_you")[0] == "utter_focus_named"
    assert (close.draft.about, close.lines, close.question) == (about, before, question)


@pytest.mark.parametrize(
    "words", ["they told my mum", "I told my sister", "them, my sister", "my husband loves it", "he is my world"]
)
def test_other_words_put_nobody_right(words):
    assert put_right(words) == ("", False)


def test_for_oneself_kin_are_what_matters(talk):
    at(talk, Question.FOCUS_WHY)
    assert talk.position.door is Door.ME
    talk.types("its my husband")
    assert "its my husband" in talk.lines


@pytest.mark.parametrize("words", ["i cant lift him", "get him up off the floor, not hurt just slid"])
def test_help_asked_for_now_is_answered_and_can_be_kept(close, words):
    said = close.types(words)
    assert said[0] == "utter_information_text"
    assert (close.lines, close.question) == ([], Question.FOCUS_WHAT)
    close.presses("told_too")
    assert close.lines == [words]


@pytest.mark.parametrize(
    ("words", "intent"),
    [("I cannot lift her", "ask_carer_support"), ("he's slid off the bed", "ask_carer_support"),
     ("district nurse isnt picking up", "ask_out_of_hours"), ("the GP won't ring back", "ask_out_of_hours"),
     ("I can't get hold of the hospice", "ask_out_of_hours"),
     ("someone to get him up off the floor", ""), ("I can't lift her spirits", ""), ("a nurse who answers", ""),
     ("cos the nurse never answers", ""), ("picking up the grandchildren", "")],
)  # fmt: skip
def test_a_plea_is_told_from_a_wish(words, intent):
    assert plea(words) == intent
