"""On the card of a plan: "spot on" agrees, "can my brother come too" adds somebody, a day not meant stays out."""

import pytest

from bot.understanding.answers import agrees_to
from tests.unit.stages.planning import P, Q, plan_of
from tests.unit.stages.talking import at


@pytest.mark.parametrize("words", ["spot on", "that's perfect", "Yes, spot on!", "looks right to me", "bang on"])
def test_a_plan_that_is_right_is_agreed_to(talk, words):
    at(talk, Q.PLAN_CHECK)
    assert talk.types(words, guess="inform")[0] == P + "done"


@pytest.mark.parametrize("act", ["keep", "share", "delete"])
def test_praise_is_no_yes_to_having_something_done(act):
    assert not agrees_to("spot on", act)


def test_praise_may_be_an_answer(talk):
    at(talk, Q.PLAN_HOPE)
    talk.types("perfect")
    assert plan_of(talk).hope == "perfect"


COMES = [
    ("can my brother come too", "my brother"), ("could Tom be there as well?", "Tom"),
    ("my brother is coming too", "my brother"), ("add my mum", "my mum"), ("I'd like the nurse there", "the nurse"),
    ("bring our Tom along", "our Tom"), ("is it ok if my friend joins us", "my friend"),
    ("I want my daughter to be there too", "my daughter"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "who"), COMES)
@pytest.mark.parametrize(
    ("question", "guess"),
    [
        (Q.PLAN_CHECK, "ask_what_to_expect"), (Q.PLAN_CHECK, "inform"), (Q.PLAN_READY, "ask_in_passing"),
        (Q.PLAN_READY, "out_of_scope"), (Q.PLAN_HOPE, "inform"),
    ],
)  # fmt: skip
def test_somebody_more_is_added_and_shown(talk, question, words, who, guess):
    at(talk, question)
    heard = talk.types(words, guess=guess)
    assert plan_of(talk).others == who
    assert heard[0] == P + "put_right_parts"


def test_they_stand_beside_who_was_named_before(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("change who else to my dad")
    talk.types("can my brother come too")
    assert plan_of(talk).others == "my dad, my brother"


@pytest.mark.parametrize(
    "words", ["that my brother can come too", "can my brother forgive me", "I want her to be happy"]
)
def test_a_hope_for_somebody_is_an_answer(talk, words):
    at(talk, Q.PLAN_HOPE)
    talk.types(words)
    assert (plan_of(talk).others, plan_of(talk).hope) == ("nobody else", words)


@pytest.mark.parametrize(
    "words",
    [
        "he can't do monday",
        "not tuesday",
        "she works on Fridays",
        "Wednesday is no good for him",
        "I'm at chemo on Monday",
    ],
)
@pytest.mark.parametrize("question", [Q.PLAN_WHERE, Q.PLAN_CHECK])
def test_another_day_that_will_not_do_changes_nothing_and_is_no_place(talk, question, words):
    at(talk, question)
    before = plan_of(talk)
    assert talk.types(words)[:2] == [P + "stays", P + "that_is"]
    assert (talk.question, plan_of(talk)) == (question, before)
