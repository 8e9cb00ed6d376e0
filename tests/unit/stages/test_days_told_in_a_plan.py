"""A plan of a talk: a day that will not do is none, a day told at another question is the day, and nothing is lost."""

import pytest

from tests.unit.stages.planning import P, Q, plan_of
from tests.unit.stages.talking import at


@pytest.mark.parametrize(
    "words",
    ["he cant do sunday", "anytime but saturday", "not sunday", "I'm at chemo on tuesday", "sunday won't work for him",
     "busy tuesday"],
)  # fmt: skip
def test_a_day_that_will_not_do_is_kept_in_their_words_and_is_no_date(talk, words):
    at(talk, Q.PLAN_WHEN)
    assert talk.types(words) == [P + "day_not", P + "ask_where"]
    assert (plan_of(talk).when, plan_of(talk).moment) == (words, None)


@pytest.mark.parametrize("words", ["not sunday, monday at 2", "he can't do sunday but monday at 2 is fine"])
def test_the_day_named_beside_it_is_the_day(talk, words):
    at(talk, Q.PLAN_WHEN)
    assert talk.types(words)[0] == P + "that_is"
    assert talk.value(P + "that_is", "when") == "Monday 23 November at 2pm"
    assert plan_of(talk).when == words


@pytest.mark.parametrize("words", ["maybe tuesday", "next week sometime", "tuesday hopefully", "or maybe tuesday"])
@pytest.mark.parametrize("guess", ["inform", "express_uncertainty", "skip"])
def test_however_unsure_a_day_sounds_it_answers_when(talk, words, guess):
    at(talk, Q.PLAN_WHEN)
    talk.does(guess, words)
    assert plan_of(talk).when == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Q.PLAN_WHERE, "maybe tuesday"), (Q.PLAN_WHERE, "tuesday instead"), (Q.PLAN_WHERE, "could we do tuesday"),
        (Q.PLAN_WHERE, "tuesday would be better"), (Q.PLAN_HOPE, "maybe tuesday"), (Q.PLAN_HARD, "or maybe tuesday"),
        (Q.PLAN_CHECK, "tuesday"), (Q.PLAN_CHECK, "it's not sunday now it's tuesday"),
        (Q.PLAN_CHECK, "we said tuesday"), (Q.PLAN_READY, "maybe tuesday would be better"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("guess", ["inform", "express_uncertainty"])
def test_a_day_told_at_another_question_is_the_day(talk, question, words, guess):
    at(talk, question)
    before = plan_of(talk)
    said = talk.does(guess, words)
    assert said[:3] == [P + "day_told", P + "day_before", P + "that_is"]
    assert talk.value(P + "day_before", "words") == "Sunday at 3"
    assert plan_of(talk).when == words
    assert plan_of(talk).moment.strftime("%A") == "Tuesday"
    assert (plan_of(talk).where, plan_of(talk).hope) == (before.where, before.hope)
    assert talk.question is (Q.PLAN_CHECK if question is Q.PLAN_READY else question)


@pytest.mark.parametrize("question", [Q.PLAN_WHO, Q.PLAN_OTHERS])
def test_a_day_told_before_it_is_asked_for_is_not_asked_for_again(talk, question):
    at(talk, question)
    assert talk.types("on sunday would be best")[:2] == [P + "day_told", P + "that_is"]
    assert talk.question is question
    for _ in range(2 if question is Q.PLAN_WHO else 1):
        talk.types("my sister Jean")
    assert talk.question is Q.PLAN_WHERE


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Q.PLAN_WHERE, "sundays at my mums"), (Q.PLAN_WHERE, "her house, but not sunday"), (Q.PLAN_HARD, "sundays"),
        (Q.PLAN_HOPE, "sunday lunch as we used to"), (Q.PLAN_WHERE, "in the car"),
        (Q.PLAN_HARD, "I can't do sundays any more, that was our day with mum"),
    ],
)  # fmt: skip
def test_what_says_more_than_a_day_answers_the_question(talk, question, words):
    at(talk, question)
    talk.types(words)
    assert plan_of(talk).words(question.value.removeprefix("plan_")) == words
    assert plan_of(talk).when == "Sunday at 3"


@pytest.mark.parametrize("question", [Q.PLAN_WHO, Q.PLAN_CHECK, Q.PLAN_READY])
def test_to_put_it_off_until_tomorrow_changes_no_day(talk, question):
    at(talk, question)
    before = plan_of(talk).when
    talk.does("express_uncertainty", "maybe tomorrow")
    assert plan_of(talk).when == before


@pytest.mark.parametrize("question", [Q.PLAN_WHERE, Q.PLAN_HOPE, Q.PLAN_CHECK, Q.PLAN_READY])
@pytest.mark.parametrize("words", ["he can't do sunday", "actually not sunday", "that day's no good"])
def test_where_the_day_of_the_plan_will_not_do_another_is_asked_for(talk, question, words):
    at(talk, question)
    assert talk.types(words)[0] == P + "day_gone"
    assert talk.question is Q.PLAN_WHEN
    talk.types("Monday at 3")
    assert plan_of(talk).when == "Monday at 3"
    assert talk.question is (Q.PLAN_CHECK if question is Q.PLAN_READY else question)
    assert plan_of(talk).where == ("" if question is Q.PLAN_WHERE else "the kitchen")


def test_another_day_that_will_not_do_changes_nothing(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("he can't do monday")
    assert plan_of(talk).when == "Sunday at 3"
    assert talk.question is Q.PLAN_CHECK


def test_words_are_not_pieced_together_from_old_ones(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("not sunday, he can't do that")
    assert plan_of(talk).when == "Sunday at 3"
    assert talk.question is Q.PLAN_WHEN
