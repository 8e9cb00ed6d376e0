"""Somebody asks what the latest version changed: said in words, quoted, the first few."""

import pytest

from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door, Question
from bot.stages.record_changes import differences
from tests.unit.stages.talking import at


def lines(*words, kind=Kind.WHAT):
    draft = Draft()
    for topic, each in enumerate(words):
        draft = draft.adding(Heading.MOST_IMPORTANT, kind, topic if kind is Kind.WHAT else -1, each)
    return draft.lines


TWO = lines("a", "b", kind=Kind.ADDED)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (lines("hens"), lines("hens"), ()),
        (lines("hens"), lines("my hens"), ("Changed: “hens” is now “my hens”",)),
        (lines("hens"), lines("hens", "hives"), ("Added: “hives”",)),
        (lines("hens", "hives"), lines("hens"), ("Taken out: “hives”",)),
        (lines("hens", "hives"), lines("hives", "hens"), ()),
        (lines("hens", "hens"), lines("hens"), ("Taken out: “hens”",)),
        (
            lines("a", "b", kind=Kind.ADDED),
            lines("c", kind=Kind.ADDED),
            ("Added: “c”", "Taken out: “a”", "Taken out: “b”"),
        ),
        (lines("word " * 60), (), ("Taken out: “" + ("word " * 18).strip() + "…”",)),
    ],
)
def test_each_change_is_said_in_their_words(before, after, said):
    assert differences(before, after) == said


def changed(talk, words="my rose garden"):
    talk.does("edit_summary")
    talk.types("change 1")
    talk.types(words)
    talk.presses("right")
    talk.presses("keep")


def test_what_changed_between_the_latest_two(talk):
    at(talk, None)
    changed(talk)
    assert talk.types("what has changed?")[0] == "utter_record_changes"
    assert talk.value("utter_record_changes", "lines") == "Changed: “my garden” is now “my rose garden”"
    assert (talk.value("utter_record_changes", "version"), talk.value("utter_record_changes", "before")) == ("2", "1")


def test_only_the_first_few_are_said_then_how_many_more(talk):
    at(talk, None)
    talk.does("edit_summary")
    for number in range(7):
        talk.presses("add")
        talk.presses("also_know")
        talk.types(f"also {number} of these")
    talk.presses("right")
    talk.presses("keep")
    assert talk.types("what did it say before")[:2] == ["utter_record_changes", "utter_record_changes_more"]
    assert talk.value("utter_record_changes", "lines").count("\n") == 4
    assert talk.value("utter_record_changes_more", "count") == "2"


def test_with_one_version_or_none_it_says_so(talk):
    talk.does("arrive")
    assert talk.types("what has changed")[0] == "utter_record_nothing_yet"
    at(talk, None)
    assert talk.types("what has changed")[0] == "utter_record_first_version"


def test_the_same_words_kept_again(talk):
    at(talk, None)
    talk.does("edit_summary")
    talk.types("put the dog first")
    talk.presses("right")
    talk.presses("keep")
    assert talk.types("what's different")[0] == "utter_record_same_words"


def test_a_view_of_somebody_else_is_never_compared_with_ones_own(talk):
    at(talk, None)
    talk.does("start_over")
    talk.presses("close")
    talk.types("her garden")
    talk.does("record_summary")
    talk.presses("right")
    talk.presses("keep")
    assert talk.kept.door is Door.CLOSE
    assert talk.types("what changed")[0] == "utter_record_first_version"


def test_asking_answers_nothing(talk):
    at(talk, None)
    changed(talk)
    talk.does("edit_summary")
    talk.types("what has changed")
    assert talk.question is Question.RECORD_CHECK
