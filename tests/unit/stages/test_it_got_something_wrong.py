"""That the chat itself got something wrong goes to the named person, whatever is open; it is no answer and no line."""

from dataclasses import replace

import pytest

from bot.model.complaint import AnsweredBy
from bot.model.position import Question
from bot.understanding.context import act_on
from tests.unit.stages.talking import at

TOLD = (
    "this was not right. the link to Jo should never have been made",
    "that was wrong, you told me it was private",
    "it was not right that you shared it with my son",
    "something was not right with the pin",
    "this is not right, the app deleted my words",
)
FOR_A_PERSON = (
    "can you tell a real person it got it wrong",
    "i want to tell someone that you got it wrong",
    "please tell a human you got my name wrong",
    "tell the people who run this it messed up",
    "can i complain to a person that this went wrong",
)
NEITHER = (
    "this was not right. they left him on a trolley", "thats not right, her name is bess",
    "it was wrong what the doctor said", "can you tell a real person from a robot", "i told my sister she was wrong",
    "tell someone you love them", "they got it wrong at the hospital", "that is not right. i share a room with him",
)  # fmt: skip


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize("words", [*TOLD, *FOR_A_PERSON])
def test_it_is_feedback_whatever_is_open(words, state):
    assert act_on([("reflect_on_conversation", 0.99)], words, state) == ("give_feedback", 1.0)


@pytest.mark.parametrize("words", NEITHER)
def test_other_wrongs_are_not(words):
    assert act_on([("inform", 0.99)], words, "answering")[0] != "give_feedback"


@pytest.fixture
def named(talk):
    talk.facts = replace(talk.facts, answered_by=AnsweredBy("May", "coordinator", 3))
    return talk


@pytest.mark.parametrize("question", [None, Question.REFLECT_NOW, Question.RECORD_CHECK])
def test_what_was_told_is_shown_and_sent_only_after_a_yes(named, question):
    at(named, question)
    assert named.types(TOLD[0]) == ["utter_improve_ask_send"]
    assert named.value("utter_improve_ask_send", "words") == TOLD[0]
    assert named.types("no", "deny")[0] == "utter_improve_not_sent"
    assert named.question is question


@pytest.mark.parametrize("words", FOR_A_PERSON)
def test_who_is_to_tell_a_person_is_told_who_reads_it(named, words):
    at(named, Question.FOCUS_WHY)
    before = named.lines
    assert "utter_improve_who_answers" in named.types(words)
    assert named.lines == before


def test_where_nobody_is_named_that_is_said(talk):
    talk.facts = replace(talk.facts, answered_by=AnsweredBy())
    at(talk, None)
    assert "utter_improve_give_feedback" in talk.types(TOLD[0])
