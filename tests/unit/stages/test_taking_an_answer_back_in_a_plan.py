"""An earlier answer of a plan is taken back while another is asked for: that part changes, and the question stays."""

import pytest

from tests.unit.stages.planning import P, Q, plan_of
from tests.unit.stages.talking import PLANNED, at

PARTS = ("who", "others", "when", "where", "hope", "hard")
BEFORE = dict(zip(PARTS, PLANNED, strict=True))
ASKED = {Q.PLAN_WHERE: "where", Q.PLAN_HOPE: "hope", Q.PLAN_HARD: "hard"}


def held(talk):
    return {part: plan_of(talk).words(part) for part in PARTS if plan_of(talk).words(part)}


PLACES = [
    ("not my kitchen the cafe", "the cafe"), ("not the kitchen the caff", "the caff"), ("actually at hers", "at hers"),
    ("no not the kitchen my sisters house", "my sisters house"), ("no the park", "the park"),
    ("changed my mind, at home", "at home"), ("sorry in the garden", "in the garden"),
    ("oh wait, round my sister's", "round my sister's"), ("the cafe on the corner instead", "the cafe on the corner"),
    ("hers would be better", "hers"), ("actually at Jean's", "at Jean's"), ("not there, the day room", "the day room"),
    ("on second thoughts my flat", "my flat"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "now"), PLACES)
@pytest.mark.parametrize("question", [Q.PLAN_HOPE, Q.PLAN_HARD])
def test_another_place(talk, question, words, now):
    at(talk, question)
    before = held(talk)
    heard = talk.types(words)
    assert held(talk) == before | {"where": now}
    assert heard[0] in {P + "put_right_parts", P + "put_right"}
    assert talk.question is question
    assert heard[-1] == P + question.value.replace("plan_", "ask_") or heard[-1].startswith(P + "ask_")


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("no saturday after dinner", "saturday after dinner"), ("actually saturday morning", "saturday morning"),
        ("sorry friday at 3", "friday at 3"), ("changed my mind, tuesday", "tuesday"),
        ("not sunday monday", "monday"), ("no monday after tea", "monday after tea"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", [Q.PLAN_WHERE, Q.PLAN_HOPE])
def test_another_day(talk, question, words, now):
    at(talk, question)
    before = held(talk)
    talk.types(words)
    assert held(talk) | {"when": ""} == before | {"when": ""}
    assert plan_of(talk).when.endswith(now)
    assert talk.question is question


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("actually my brother", "my brother"), ("no my brother", "my brother"), ("not my sister my brother Tom",
        "my brother Tom"), ("sorry our Tom", "our Tom"), ("wait, Tom", "Tom"), ("changed my mind my mum", "my mum"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", [Q.PLAN_WHERE, Q.PLAN_HOPE])
def test_somebody_else(talk, question, words, now):
    at(talk, question)
    before = held(talk)
    talk.types(words)
    assert held(talk) == before | {"who": now}
    assert talk.question is question


@pytest.mark.parametrize("words", ["actually at hers", "not the kitchen the cafe", "no the garden"])
def test_on_the_card_it_is_shown_again(talk, words):
    at(talk, Q.PLAN_CHECK)
    assert P + "card" in talk.types(words)
    assert plan_of(talk).where != BEFORE["where"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Q.PLAN_HOPE, "actually in the end I just want peace"), (Q.PLAN_HOPE, "no hospitals"),
        (Q.PLAN_HOPE, "actually that she listens"), (Q.PLAN_HOPE, "not my sister crying"),
        (Q.PLAN_HOPE, "actually to leave the house to her"), (Q.PLAN_HOPE, "actually mum laughing"),
        (Q.PLAN_HOPE, "no tears"), (Q.PLAN_HARD, "not seeing the kitchen again"),
        (Q.PLAN_HARD, "actually in tears"),
        (Q.PLAN_HARD, "actually at times"), (Q.PLAN_HARD, "no Tom"), (Q.PLAN_HARD, "my brother would be better at it"),
        (Q.PLAN_HARD, "Sunday dinners after all this"), (Q.PLAN_HARD, "she'd rather not know"),
        (Q.PLAN_WHERE, "actually the garden"), (Q.PLAN_WHERE, "no, my kitchen"), (Q.PLAN_OTHERS, "actually my brother"),
        (Q.PLAN_WHERE, "in the garden after dinner"), (Q.PLAN_HOPE, "not to argue about the kitchen"),
    ],
)  # fmt: skip
def test_an_answer_stays_an_answer(talk, question, words):
    at(talk, question)
    before = held(talk)
    talk.types(words)
    part = question.value.removeprefix("plan_")
    assert held(talk) == before | {part: words}
