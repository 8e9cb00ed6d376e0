"""Somebody says that they are scared, or in the way: they are heard first, and may say nothing."""

import pytest

from bot.model.position import Question
from bot.understanding.surfacing import only_fears
from bot.understanding.to_the_chat import said_to_chat
from tests.unit.stages.talking import at


@pytest.mark.parametrize("question", [Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.FOCUS_SUPPORT])
def test_fear_alone_is_heard_and_can_be_kept(talk, question):
    at(talk, question)
    before = talk.lines
    assert talk.types("im scared")[0] == "utter_session_surfacing"
    assert (talk.question, talk.lines) == (question, before)
    assert "pause" in talk.buttons()
    talk.presses("told_too")
    assert "im scared" in talk.lines


@pytest.mark.parametrize(
    ("words", "alone"),
    [("I'm so frightened of it all", True), ("I am scared and alone", True), ("just scared, I feel panicky", False),
     ("im scared of dying in pain", False), ("im not scared", False), ("my fear of needles", False)],
)  # fmt: skip
def test_fear_of_something_is_an_answer(words, alone):
    assert only_fears(words) is alone


@pytest.mark.parametrize("words", ["am i wasting your time", "should I even be here", "am I being a nuisance"])
@pytest.mark.parametrize("question", [Question.FOCUS_WHAT, Question.FOCUS_WHY])
def test_whoever_feels_in_the_way_is_welcome(talk, question, words):
    at(talk, question)
    assert talk.types(words, guess="ask_who_are_you")[0] == "utter_session_no_waste"
    assert talk.question is question


@pytest.mark.parametrize("words", ["I don't want to waste time", "not being a burden", "should I be in a hospice"])
def test_what_is_said_of_a_life_is_not_said_to_the_chat(words):
    assert said_to_chat(words) == ""
