"""A plan is put right in one sentence: each part named changes, the others stay, and what is not clear is asked for."""

import pytest

from bot.model.position import Question
from tests.unit.stages.planning import P, Q, card, plan_of
from tests.unit.stages.talking import PLANNED, at

PARTS = ("who", "others", "when", "where", "hope", "hard")
BEFORE = dict(zip(PARTS, PLANNED, strict=True))


def now(talk):
    return {part: plan_of(talk).words(part) for part in PARTS}


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        (
            "no make it monday and not in the kitchen, in the garden",
            {"when": "monday", "where": "in the garden"},
        ),
        ("change who to my brother Tom and drop the time", {"who": "my brother Tom", "when": ""}),
        ("when is friday at 4, where is the park", {"when": "friday at 4", "where": "the park"}),
        ("make it tuesday at 5 in the garden", {"when": "tuesday at 5", "where": "in the garden"}),
        ("can you change the day to Friday please, and take out the place", {"when": "Friday", "where": ""}),
        ("change who to my mum and dad and drop where", {"who": "my mum and dad", "where": ""}),
        ("swap the kitchen for the shed and drop the time", {"where": "the shed", "when": ""}),
        (
            "actually tuesday at half 4 instead, and put the place as the car",
            {"when": "tuesday at half 4", "where": "the car"},
        ),
        ("leave the day out, and move it to the park bench", {"when": ""}),
        ("put the place as the car and the time as Monday at 4", {"where": "the car", "when": "Monday at 4"}),
    ],
)
@pytest.mark.parametrize("question", [Q.PLAN_CHECK, Q.PLAN_CHANGE, Q.PLAN_READY])
def test_on_the_card_each_part_changes_and_the_others_stay(talk, question, words, changed):
    at(talk, question)
    heard = talk.types(words)
    assert now(talk) == BEFORE | changed
    assert heard[0] == P + "put_right_parts"
    assert P + "card" in heard
    assert all(part in card(talk) for part in changed.values())


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("when is monday about 4, where is the garden", {"when": "monday about 4", "where": "the garden"}),
        ("change who to my brother Tom and drop the time", {"who": "my brother Tom", "when": ""}),
        ("change the time to monday at 4", {"when": "monday at 4"}),
        ("no make it monday and in the garden", {"when": "monday", "where": "in the garden"}),
        ("not in the kitchen, in the garden", {"where": "in the garden"}),
        ("drop the place", {"where": ""}),
    ],
)
def test_on_the_way_the_open_question_is_asked_again(talk, words, changed):
    at(talk, Q.PLAN_HARD)
    heard = talk.types(words)
    assert now(talk) == BEFORE | {"hard": ""} | changed
    assert heard[0] in {P + "put_right_parts", P + "put_right"}
    assert heard[-1] == P + "ask_hard"


def test_what_is_told_ahead_is_not_asked_again(talk):
    at(talk, Q.PLAN_WHO)
    talk.types("when is monday about 4, where is the garden")
    assert talk.question is Q.PLAN_WHO
    for words in ("my sister", "nobody else"):
        talk.types(words)
    assert talk.question is Q.PLAN_HOPE


def test_the_open_part_told_with_others_is_answered(talk):
    at(talk, Q.PLAN_WHEN)
    talk.types("when is monday about 4, where is the garden")
    assert (plan_of(talk).when, plan_of(talk).where, talk.question) == ("monday about 4", "the garden", Q.PLAN_HOPE)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Q.PLAN_HOPE, "the time is short and the place is noisy"),
        (Q.PLAN_HOPE, "not to argue, and to hear her"),
        (Q.PLAN_HOPE, "make it easy for her"),
        (Q.PLAN_HOPE, "that we can drop the act and talk"),
        (Q.PLAN_HARD, "she may change the time, and not in a good way"),
        (Q.PLAN_HARD, "Sunday is our anniversary, and my sister knows"),
        (Q.PLAN_WHERE, "in the garden, not the house"),
        (Q.PLAN_OTHERS, "my brother and my dad, not my aunt"),
    ],
)
def test_an_answer_stays_an_answer(talk, question, words):
    at(talk, question)
    talk.types(words)
    assert plan_of(talk).words(question.value.removeprefix("plan_")) == words


def test_a_bare_day_keeps_the_hour_and_a_bare_hour_the_day(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("make it monday and drop the place")
    assert talk.value(P + "that_is", "when") == "Monday 23 November at 3pm"
    talk.types("change the time to 4 and who to my brother")
    assert talk.value(P + "that_is", "when") == "Monday 23 November at 4pm"


def test_what_is_not_clear_is_asked_for(talk):
    at(talk, Q.PLAN_CHECK)
    heard = talk.types("change who to my brother and drop the flim")
    assert plan_of(talk).who == "my brother"
    assert talk.value(P + "not_read", "words") == "drop the flim"
    assert heard[-1] == P + "ask_change"


def test_two_parts_without_words_are_asked_for_one_by_one(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("change who and where")
    assert talk.question is Q.PLAN_WHO
    talk.types("my brother")
    assert talk.question is Q.PLAN_WHERE
    talk.types("the park")
    assert talk.question is Q.PLAN_CHECK
    assert now(talk) == BEFORE | {"who": "my brother", "where": "the park"}


def test_a_question_about_somebody_changes_nothing(talk):
    at(talk, Question.PLAN_HOPE)
    talk.types("where is my mum, who is looking after her?", guess="out_of_scope")
    assert now(talk) == BEFORE | {"hope": "", "hard": ""}


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("where is wrong. it should be at home", "at home"), ("where is wrong. at the pub", "at the pub"),
        ("the place is wrong, it should be the pub", "the pub"), ("where is wrong. its the garden", "the garden"),
    ],
)  # fmt: skip
def test_a_part_that_is_wrong_and_what_it_is(talk, words, now):
    at(talk, Question.PLAN_CHECK)
    assert talk.types(words, guess="ask_place_of_care")[0] == "utter_plan_put_right_parts"
    assert plan_of(talk).where == now
    assert talk.question is Question.PLAN_CHECK
