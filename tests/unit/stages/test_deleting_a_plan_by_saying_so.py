"""A plan is deleted by saying so, from anywhere: it is asked once, and only a yes deletes it."""

import pytest

from tests.unit.stages.planning import P, Q, plan_of
from tests.unit.stages.talking import at

SAID = [
    "delete the plan", "bin the plan", "can you delete my plan please", "scrap this plan", "get rid of the plan",
    "I don't want the plan any more", "cancel my plan", "no delete the whole plan",
    "the plan can go",
]  # fmt: skip


@pytest.mark.parametrize("words", SAID)
@pytest.mark.parametrize("question", [Q.PLAN_CHECK, Q.PLAN_CHANGE, Q.PLAN_READY, Q.PLAN_HOPE])
def test_it_is_asked_once_and_a_yes_deletes_it(talk, question, words):
    at(talk, question)
    assert talk.types(words) == [P + "ask_clear"]
    assert talk.types("yes")[0] == P + "cleared"
    assert not plan_of(talk)


@pytest.mark.parametrize("words", ["delete the plan", "bin the plan"])
def test_long_after_it_was_made(talk, words):
    at(talk, Q.PLAN_READY)
    talk.presses("enough")
    assert talk.types(words) == [P + "ask_clear"]
    assert talk.draft.opening == ""
    talk.types("yes")
    assert not plan_of(talk)


def test_said_again_it_is_the_yes(talk):
    at(talk, Q.PLAN_READY)
    talk.types("delete the plan")
    assert talk.types("delete the plan")[0] == P + "cleared"


@pytest.mark.parametrize("words", ["no", "not sure", "leave it"])
def test_anything_else_leaves_it(talk, words):
    at(talk, Q.PLAN_READY)
    talk.types("delete the plan")
    talk.types(words)
    assert plan_of(talk)
    assert talk.question is Q.PLAN_READY


def test_without_one_it_says_so(talk):
    at(talk, Q.PLAN_WHO)
    assert talk.types("delete the plan")[0] == P + "nothing_yet"


@pytest.mark.parametrize("words", ["drop the plan to move her", "delete my care plan", "the plan can wait"])
def test_other_plans_are_an_answer(talk, words):
    at(talk, Q.PLAN_HOPE)
    talk.types(words)
    assert plan_of(talk).hope == words


@pytest.mark.parametrize(
    "words",
    [
        "i dont want to plan i just want to write it down", "not a plan, just write it down",
        "I don't want a talk, I want to write things down", "just write it down instead of planning",
        "i didnt want to plan a talk i only wanted to write my wishes down", "let me write it down instead",
    ],
)  # fmt: skip
@pytest.mark.parametrize("question", [Q.PLAN_WHO, Q.PLAN_WHEN, Q.PLAN_HOPE, Q.PLAN_CHECK])
def test_who_would_rather_write_goes_on_to_that(talk, question, words):
    at(talk, question)
    before = plan_of(talk)
    assert talk.types(words)[-1] == "utter_focus_ask_what"
    assert plan_of(talk) == before


@pytest.mark.parametrize("words", ["I don't want to plan anything", "i dont want a plan", "don't want to plan a talk"])
def test_who_wants_no_plan_is_asked_no_more_of_it(talk, words):
    at(talk, Q.PLAN_WHERE)
    before = plan_of(talk)
    assert talk.types(words)[0] == P + "left"
    assert (talk.question, plan_of(talk)) == (None, before)


@pytest.mark.parametrize("words", ["that she will write it down", "I want to write things down together"])
def test_a_hope_about_writing_is_an_answer(talk, words):
    at(talk, Q.PLAN_HOPE)
    talk.types(words)
    assert plan_of(talk).hope == words
