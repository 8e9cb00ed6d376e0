"""While it is read back: who helped is put down, what comes first is asked for, and no change makes no version."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

R = "utter_record_"


@pytest.fixture
def check(talk):
    return at(talk, Question.RECORD_CHECK)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("ken helped me type it", "ken"),
        ("my son helped me to write this", "my son"),
        ("Ken typed it for me", "Ken"),
        ("my daughter Pat did the typing", "my daughter Pat"),
        ("say that Ken helped me write it", "Ken"),
        ("i had help from my son", "my son"),
        ("it was written with help from Ken", "Ken"),
        ("Ken helped me fill it in", "Ken"),
    ],
)
def test_who_helped_is_put_down(check, words, who):
    before = check.lines
    assert R + "more_helped_put_down" in check.types(words)
    assert check.draft.supported == who
    assert check.lines == before
    assert check.question is Question.RECORD_CHECK


@pytest.mark.parametrize(
    "words",
    ["ken helped me through it", "Ken helps me with the garden", "music helped me a lot", "who typed it",
     "i typed it myself", "my son wrote that song", "he typed it", "the nurse helped my mother"],
)  # fmt: skip
def test_other_help_is_not(check, words):
    check.types(words)
    assert check.draft.supported == ""


@pytest.mark.parametrize(
    "words",
    ["sorry can you put the cat first", "put my sister at the top", "can we move the kids first please",
     "no put the cat first"],
)  # fmt: skip
def test_what_is_to_be_first_and_is_no_line_is_asked_for(check, words):
    assert check.types(words)[-1] == R + "ask_move_which"
    check.types("no", "deny")
    assert check.question is Question.RECORD_CHECK


def test_a_line_that_is_named_is_put_first(check):
    assert R + "moved" in check.types("sorry can you put the dog first")
    assert check.lines[0] == "my dog Alfie"


@pytest.mark.parametrize("words", ["put the kettle on first thing", "i put family before work", "we put him to bed"])
def test_other_words_move_nothing(check, words):
    assert R + "ask_move_which" not in check.types(words)


def test_without_a_change_no_version_is_made(talk):
    at(talk, None)
    talk.does("edit_summary", "change my summary")
    assert R + "more_same_as_kept" in talk.presses("right")
    assert talk.kept.version == 1
    assert talk.question is None
    assert talk.lines == []


def test_a_change_undone_by_hand_is_none(talk):
    at(talk, None)
    talk.does("edit_summary", "change my summary")
    talk.types("change dog to cat")
    talk.types("change cat to dog")
    assert R + "more_same_as_kept" in talk.types("yes", "affirm")
    assert talk.kept.version == 1


def test_a_change_makes_a_version(talk):
    at(talk, None)
    talk.types("change my summary. take the walk out", "edit_summary")
    assert "a walk" not in talk.lines
    talk.presses("right")
    talk.presses("keep")
    assert talk.kept.version == 2
