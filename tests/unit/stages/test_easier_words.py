"""Somebody asks for easy read: the words become easier, stay so, and nothing else moves."""

from dataclasses import replace

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at


@pytest.mark.parametrize("question", [None, *Question])
def test_it_is_an_interruption_like_any_other(talk, question):
    at(talk, question)
    before = replace(talk.position, welcomed=True)
    said = talk.types("easy read please")
    assert said[0] == "utter_session_easy_read"
    assert len(said) > 1, "the open question is asked again"
    now = replace(talk.position, easy_read=False, question=before.question, heard=before.heard, put=before.put)
    counted = replace(now.after_death, told=before.after_death.told, asked=before.after_death.asked)
    assert replace(now, after_death=counted) == before


def test_it_is_remembered_until_the_usual_words_are_asked_for(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types("easy read")
    talk.types("my garden")
    talk.types("not today")
    talk.types("start over")
    assert talk.position.easy_read
    assert talk.types("usual words")[0] == "utter_session_usual_words"
    assert not talk.position.easy_read


def test_at_the_first_question_the_welcome_is_said_again(talk):
    talk.does("arrive")
    assert talk.does("easy_read") == ["utter_session_easy_read", "utter_welcome_hello", "utter_welcome_ask_door"]
    talk.presses("me")
    assert talk.does("easy_read") == ["utter_session_easy_read", "utter_focus_ask_what"]


def test_asking_twice_does_no_harm(talk):
    at(talk, Question.FOCUS_WHAT)
    assert talk.types("easy read") == talk.types("easier words")
    assert talk.position.easy_read


def test_deleting_everything_forgets_it(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.types("easy read")
    talk.types("delete my data")
    talk.presses("delete")
    assert not talk.position.easy_read
