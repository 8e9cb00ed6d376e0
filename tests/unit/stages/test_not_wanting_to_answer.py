"""Somebody will not answer, or names nobody, or was taken wrongly: none of it becomes words of the record."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

Q = Question


@pytest.mark.parametrize("words", ["none of your business", "I'd rather not talk about it"])
def test_a_question_refused_is_left_aside(talk, words):
    at(talk, Q.FOCUS_WHAT)
    assert talk.types(words)[0] == "utter_focus_left_aside"
    assert talk.lines == []
    assert talk.question is Q.FOCUS_SUPPORT


def test_whoever_names_a_subject_is_offered_something_else_or_an_end(talk):
    at(talk, Q.FOCUS_WHAT)
    assert talk.types("I don't want to talk about dying")[0] == "utter_focus_left_aside"
    assert talk.lines == []
    assert {"choose:something_else", "pause"} <= set(talk.buttons())


@pytest.mark.parametrize("question", [Q.FOCUS_DO_NOT, Q.PLAN_HARD, Q.PLAN_HOPE])
def test_where_it_is_asked_for_it_is_the_answer(talk, question):
    at(talk, question)
    talk.types("I don't want to talk about dying")
    assert "I don't want to talk about dying" in [*talk.lines, talk.draft.plan.hard, talk.draft.plan.hope]


def test_a_second_stop_ends_kindly(talk):
    at(talk, Q.FOCUS_WHY)
    talk.types("stop")
    assert talk.types("I said stop")[0] == "utter_session_stop"
    assert talk.lines == ["my garden"]


@pytest.mark.parametrize("words", ["no I don't want to share it with anyone", "nobody"])
def test_a_refusal_names_no_reader(talk, words):
    at(talk, Q.SHARE_WHO)
    assert talk.types(words)[0] == "utter_share_not_now"
    assert talk.draft.recipient == ""
    assert not talk.shares


def test_who_was_taken_wrongly_can_change_it(talk):
    at(talk, Q.FOCUS_WHY)
    talk.types("you've got that wrong")
    assert talk.lines == ["my garden"]
    assert talk.question is Q.RECORD_CHECK


def test_what_was_said_to_the_cat_is_taken_out(talk):
    at(talk, Q.FOCUS_WHY)
    assert talk.types("ignore that, I was talking to the cat")[0] == "utter_session_taken_back"
    assert talk.lines == []
    assert talk.question is Q.FOCUS_WHAT


def test_an_answer_about_the_wrong_one_is_put_right(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("she likes her tea strong")
    talk.types("sorry that's mum. he likes the garden, I meant dad")
    assert talk.lines == ["he likes the garden"]
    assert talk.question is Q.FOCUS_WHY


def test_without_the_right_words_it_is_taken_out_and_asked_again(talk):
    talk.does("arrive")
    talk.presses("close")
    talk.types("she likes her tea strong")
    assert talk.types("sorry that's mum, I meant dad")[0] == "utter_session_taken_back"
    assert talk.lines == []
    assert talk.question is Q.FOCUS_WHAT


def test_in_whose_name_it_stands_is_answered_and_the_question_asked_again(talk):
    at(talk, Q.FOCUS_WHY)
    before = talk.position
    assert talk.types("is this going to look like he wrote it")[0] == "utter_record_read_back"
    assert talk.lines == ["my garden"]
    assert talk.question is before.question
