"""From wherever somebody is, each stage is two turns away at most; and the short way through is short."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.model.position import FOR_CONSENT, Question, Stage
from bot.stages.improve import ANSWER_TEAM
from tests.unit.stages.answering import asked
from tests.unit.stages.talking import ask_from_team

STEPS = {
    Stage.PLAN: ("plan_conversation", "plan a conversation"),
    Stage.FOCUS: ("focus_on_what_matters", "I want to say what matters to me"),
    Stage.RECORD: ("record_summary", "read me what I have"),
    Stage.SHARE: ("share_summary", "share my summary"),
    Stage.REFLECT: ("reflect_on_conversation", "we had the talk"),
}
"""What takes somebody to a stage, by a button or in words as the engine reads them."""


@pytest.fixture
def facts(facts):
    return replace(facts, can_write_first=lambda person: True)


def keeps_a_summary(talk):
    """Something was kept, some time ago: without that there is nothing to share."""
    talk.does("arrive")
    talk.presses("me")
    for words in ("my garden", "it is quiet", "a chair", "no", "yes", "yes"):
        talk.types(words)
    assert talk.kept


def stage_of(question):
    return question.value.partition("_")[0] if question else ""


WAITING = [question for question in Question if question is not Question.WELCOME_DOOR]


@contextmanager
def for_once(talk):
    """What is done here is undone afterwards: the next way is tried from the same place."""
    position, draft = talk.position, talk.draft
    yield
    with talk.begin() as records:
        records.people.place(talk.person, position)
        records.drafts.put(talk.person, draft)
        records.commit()


@pytest.mark.parametrize("question", WAITING)
def test_two_turns_at_most(talk, question):
    keeps_a_summary(talk)
    asked(talk, question)
    for to, step in STEPS.items():
        with for_once(talk):
            for _turn in range(2):
                talk.does(*step)
                if stage_of(talk.question) == to:
                    break
            assert stage_of(talk.question) == to
    if stage_of(question) != Stage.IMPROVE:
        ask_from_team(talk)
    talk.presses(ANSWER_TEAM)
    assert stage_of(talk.question) == Stage.IMPROVE


@pytest.mark.parametrize("question", [Question.WELCOME_DOOR, Question.FOCUS_WHAT, Question.PLAN_WHO])
def test_with_nothing_written_it_is_said_what_comes_first(talk, question):
    asked(talk, question)
    assert "utter_share_nothing_kept" in talk.does(*STEPS[Stage.SHARE])
    assert "utter_record_nothing_yet" in talk.does(*STEPS[Stage.RECORD])


@pytest.mark.parametrize("question", [question for question in WAITING if question not in FOR_CONSENT])
def test_every_question_can_be_skipped(talk, question):
    asked(talk, question)
    before, here = (talk.lines, talk.kept, len(talk.shares)), (talk.question, talk.position.after_death)
    talk.types("skip")
    assert (talk.lines, talk.kept, len(talk.shares)) == before
    assert (talk.question, talk.position.after_death) != here


@pytest.mark.parametrize("question", sorted(FOR_CONSENT))
def test_a_yes_that_is_skipped_is_a_no(talk, question):
    asked(talk, question)
    before = (talk.lines, talk.kept, len(talk.shares))
    talk.types("skip")
    assert (talk.lines, talk.kept, len(talk.shares)) == before


def test_from_hello_to_a_kept_summary_in_twelve_turns_at_most(talk):
    said = ["<arrive>", "<me>", "my garden", "it is quiet there", "a chair in the shade", "no", "yes", "yes"]
    for words in said:
        if words == "<arrive>":
            talk.does("arrive")
        elif words[0] == "<":
            talk.presses(words[1:-1])
        else:
            talk.types(words)
    assert [line.words for line in talk.kept.lines] == ["my garden", "it is quiet there", "a chair in the shade"]
    assert len(said) <= 12
