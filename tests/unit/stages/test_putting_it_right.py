"""Somebody has it read back and puts it right: lines changed, taken out, moved and added, and none overwritten."""

import pytest

from bot.model.headings import Heading
from bot.model.position import Question
from tests.unit.stages.talking import at


def test_it_is_read_back_under_the_headings_of_about_me(talk):
    at(talk, Question.RECORD_CHECK)
    talk.does("resume")
    sections = [say.values for say in talk.heard if say.response == "utter_record_section"]
    assert [section["heading"] for section in sections] == [Heading.MOST_IMPORTANT.label, Heading.SUPPORT.label]
    assert sections[0]["lines"].splitlines()[:2] == ["1. “my garden”", "2. Why: “it is where we married”"]


def test_the_numbers_read_back_are_the_numbers_understood(talk):
    at(talk, Question.RECORD_CHECK)
    for place, words in enumerate(list(talk.lines), start=1):
        talk.types(f"change {place}")
        assert talk.value("utter_record_ask_change_words", "words") == words
        talk.types("skip")


@pytest.mark.parametrize("typed", ["change 1", "change", "<button>"])
def test_changing_a_line(talk, typed):
    at(talk, Question.RECORD_CHECK)
    before = talk.lines
    if typed == "change 1":
        talk.types(typed)
    else:
        talk.presses("change")
        talk.presses(talk.draft.in_order[0].id)
    talk.types("no more than the sea")
    assert talk.lines == ["no more than the sea", *before[1:]]


def test_taking_out_every_line_ends_with_nothing(talk):
    at(talk, Question.RECORD_CHECK)
    while talk.draft.lines:
        said = talk.types("take out 1")
        if talk.question is Question.RECORD_REMOVE_BIT:
            said = talk.types("both")
    assert said[-2:] == ["utter_record_nothing_left", "utter_session_what_next"]
    assert talk.question is None
    assert talk.types("yes")
    assert talk.kept is None


def test_one_line_needs_no_choosing(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types("my garden")
    talk.does("record_summary")
    assert talk.presses("change") == ["utter_record_ask_change_words"]
    talk.types("my dog")
    assert talk.lines == ["my dog"]


def test_putting_a_line_first_takes_its_why_along(talk):
    at(talk, Question.RECORD_CHECK)
    assert "my dog Alfie" in talk.lines
    talk.types(f"put {talk.lines.index('my dog Alfie') + 1} first")
    assert talk.lines[:2] == ["my dog Alfie", "company"]


@pytest.mark.parametrize("words", ["being sick", "they have enough to remember"])
def test_what_matters_comes_first_of_all_with_its_why_from_wherever_it_stands(talk, words):
    talk.does("arrive")
    talk.presses("me")
    for said in ("ideas", "ideas", "comfort"):
        talk.presses(said)
    for said in ("being sick", "they have enough to remember", "a flannel", "nothing", "nothing"):
        talk.types(said)
    talk.presses("more")
    for said in ("my garden", "skip", "skip"):
        talk.types(said)
    at_first = talk.lines
    assert at_first[0] == "my garden"
    talk.does("record_summary")
    talk.types(f"put {at_first.index(words) + 1} first")
    assert talk.lines[:2] == ["being sick", "they have enough to remember"]


@pytest.mark.parametrize("heading", Heading)
def test_adding_under_each_heading(talk, heading):
    at(talk, Question.RECORD_CHECK)
    talk.presses("add")
    talk.presses(heading)
    talk.types("knock first")
    (line,) = [line for line in talk.draft.lines if line.words == "knock first"]
    assert line.heading is heading


def test_a_line_may_hold_the_words_of_a_command(talk):
    at(talk, Question.RECORD_CHANGE_WORDS)
    talk.types("please do not take out 2 teeth")
    assert "please do not take out 2 teeth" in talk.lines


@pytest.mark.parametrize("words", ["keep it", "that's fine", "ok", "skip", "I don't know", "no"])
def test_a_nod_never_becomes_the_words_of_a_line(talk, words):
    at(talk, Question.RECORD_CHANGE_WORDS)
    before = talk.lines
    talk.types(words)
    assert talk.lines == before


def test_words_typed_where_a_heading_is_asked_for_are_held_until_it_is_chosen(talk):
    at(talk, Question.RECORD_ADD_HEADING)
    before = talk.lines
    assert talk.types("I am allergic to nuts") == [
        "utter_record_say_heading",
        "utter_record_adding",
        "utter_record_ask_add_heading",
    ]
    assert talk.lines == before
    assert talk.types("wellness")[0] == "utter_record_added"
    (line,) = [line for line in talk.draft.lines if line.words == "I am allergic to nuts"]
    assert line.heading is Heading.WELLNESS
    assert talk.draft.to_add == ""


def test_words_typed_at_the_check_can_be_added(talk):
    at(talk, Question.RECORD_CHECK)
    said = talk.types("I also want my dog with me")
    assert said[0] == "utter_record_heard_new"
    talk.presses("add_written")
    assert talk.value("utter_record_adding", "words") == "I also want my dog with me"
    talk.presses("support")
    assert "I also want my dog with me" in talk.lines


def test_words_that_could_be_added_go_with_the_next_answer(talk):
    at(talk, Question.RECORD_CHECK)
    talk.types("I also want my dog with me")
    talk.presses("right")
    assert talk.draft.to_add == ""
