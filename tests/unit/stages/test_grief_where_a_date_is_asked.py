"""Grief or fear where a date is asked for: it is heard, the question comes back, and the date typed then counts."""

import pytest

from bot.model.directory import Need
from bot.model.position import Question
from bot.stages import signposting
from tests.unit.stages.planning import Q, plan_of
from tests.unit.stages.talking import at

HEARD = "utter_session_surfacing"


@pytest.mark.parametrize(
    "words",
    [
        "I'm frightened of it all",
        "I can't face this",
        "it scares me",
        "I can't stop crying",
        "my dad died last week",
        "my mum died on Tuesday",
    ],
)
def test_in_a_plan_it_is_no_day(talk, words):
    at(talk, Q.PLAN_WHEN)
    assert talk.types(words) == [HEARD]
    assert (plan_of(talk).when, talk.question) == ("", Q.PLAN_WHEN)
    talk.types("Sunday at 3")
    assert plan_of(talk).when == "Sunday at 3"
    assert plan_of(talk).moment is not None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Q.PLAN_WHEN, "not when I'm scared, Sunday at 3"),
        (Q.PLAN_WHEN, "after the funeral"),
        (Q.PLAN_WHEN, "before my mum's operation"),
        (Q.PLAN_HOPE, "I'm scared of saying the wrong thing"),
        (Q.PLAN_HARD, "I'm frightened of it all"),
        (Q.PLAN_WHERE, "where my dad died"),
    ],
)
def test_an_answer_stays_an_answer(talk, question, words):
    at(talk, question)
    talk.types(words)
    assert plan_of(talk).words(question.value.removeprefix("plan_").replace("tone", "first")) == words


@pytest.mark.parametrize("words", ["I'm scared she will die before then", "my mum died on tuesday", "I can't face it"])
def test_a_reminder_is_asked_for_again(talk, words):
    at(talk, Q.PLAN_HOPE)
    talk.does("set_reminder", "remind me")
    assert talk.types(words, guess="set_reminder") == [HEARD]
    assert talk.question is Question.REMINDER_WHEN
    assert talk.does("resume")[-1].startswith("utter_reminder_ask")
    talk.types("friday at 2")
    assert talk.question is Q.PLAN_HOPE


def test_after_looking_for_support_the_reminder_and_what_was_open_before_come_back(talk):
    at(talk, Q.PLAN_HOPE)
    talk.does("set_reminder", "remind me")
    talk.types("my mum died on tuesday")
    talk.does("bereavement_support")
    assert talk.question in signposting.QUESTIONS
    talk.types("friday at 2")
    assert talk.question is Q.PLAN_HOPE


def test_a_date_typed_at_a_question_of_grief_answers_the_plan(talk):
    at(talk, Q.PLAN_WHEN)
    talk.types("my mum died on Tuesday")
    talk.does("bereavement_support")
    talk.types("Sunday at 3")
    assert plan_of(talk).when == "Sunday at 3"
    assert talk.question is Q.PLAN_WHERE


@pytest.mark.parametrize("question", [Question.SIGNPOSTING_PLACE, Question.SIGNPOSTING_WHO, Question.PLAN_HOPE])
def test_an_earlier_button_does_what_it_says(talk, question):
    at(talk, Q.PLAN_HOPE)
    if question is not Q.PLAN_HOPE:
        talk.does("find_support", "somebody to talk to")
    talk.presses("support_for_me")
    assert Need.BEREAVEMENT in talk.position.search.needs
    assert not plan_of(talk).hope
    assert "utter_signposting_say_place" not in [say.response for say in talk.heard]


def test_asked_for_again_while_it_is_looked_for_nothing_is_lost(talk):
    at(talk, Q.PLAN_HOPE)
    talk.does("bereavement_support")
    asked = talk.question
    assert talk.presses("support_for_me")[0] == "utter_signposting_on_the_way"
    assert talk.question is asked


def test_a_button_that_the_open_question_does_not_know_is_said_to_be_old(talk):
    at(talk, Q.PLAN_HOPE)
    talk.does("find_support")
    here = talk.question
    assert talk.presses("gentle")[0] == "utter_session_earlier_button"
    assert talk.question is here
