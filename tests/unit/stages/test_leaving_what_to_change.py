"""From “What do you want to change?” on a plan there is a way out; first words can be one's own after a tone."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at


@pytest.mark.parametrize(
    ("words", "then"),
    [("its right. go on", Question.PLAN_READY), ("keep it", Question.PLAN_CHECK), ("leave it", Question.PLAN_CHECK)],
)
def test_there_is_a_way_out(talk, words, then):
    at(talk, Question.PLAN_CHANGE)
    talk.types(words)
    assert talk.question is then
    assert talk.draft.plan.who


def test_showing_something_else_leaves_it_too(talk):
    at(talk, Question.PLAN_CHANGE)
    talk.types("show me my summary")
    assert talk.question is Question.PLAN_CHECK


@pytest.mark.parametrize("guess", ["out_of_scope", "chitchat", "inform"])
def test_three_parts_change_at_once(talk, guess):
    at(talk, Question.PLAN_CHECK)
    talk.types(
        "where is the caff by the depot, when is before xmas, and first words are alright son its your dad", guess
    )
    plan = talk.draft.plan
    assert (plan.where, plan.when, plan.first) == ("the caff by the depot", "before xmas", "alright son its your dad")


@pytest.mark.parametrize("guess", ["out_of_scope", "deny", "inform"])
def test_own_words_after_a_tone(talk, guess):
    at(talk, Question.PLAN_CHECK)
    talk.types("not that one. i'd say alan love its me, im here", guess)
    assert talk.draft.plan.first == "alan love its me, im here"
    assert not talk.draft.plan.tone


def test_one_part_named_twice_changes_once(talk):
    at(talk, Question.PLAN_CHECK)
    talk.types("no the place is wrong thats what i want. place is the caff by the depot", "deny")
    assert talk.draft.plan.where == "the caff by the depot"
    assert talk.question is Question.PLAN_CHECK


def test_what_was_told_stays_when_a_plan_is_asked_for(talk):
    at(talk, Question.FOCUS_WHY)
    before = talk.lines
    talk.types("yes help me plan what to say to him")
    assert talk.question is Question.PLAN_WHO
    assert talk.lines == before


def test_an_answer_scrubbed_is_put_right(talk):
    at(talk, Question.FOCUS_WHY)
    talk.types("no thats not an answer, scrub that. what matters is my shed")
    assert talk.lines == ["my shed"]
    assert talk.question is Question.FOCUS_WHY
