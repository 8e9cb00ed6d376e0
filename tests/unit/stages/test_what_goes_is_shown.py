"""At the read-back: a why does not go unasked, a line to be added is not lost, and a yes in a sentence is a yes."""

import pytest

from bot.model.position import Question
from bot.understanding.commands import command
from bot.understanding.editing import asks_to_add
from tests.unit.stages.talking import at

R = "utter_record_"


@pytest.fixture
def check(talk):
    return at(talk, Question.RECORD_CHECK)


@pytest.mark.parametrize("words", ["yes", "both", "take out both"])
def test_both_go_after_a_yes(check, words):
    assert check.types("take out 1")[0] == R + "ask_remove_with_why"
    assert check.value(R + "ask_remove_with_why", "why") == "it is where we married"
    check.types(words)
    assert check.lines == ["my dog Alfie", "company", "a chair by the door", "a walk"]
    assert check.question is Question.RECORD_CHECK


@pytest.mark.parametrize("words", ["no", "leave it", "what do you mean"])
def test_anything_else_takes_nothing_out(check, words):
    check.types("take out 1")
    check.types(words)
    assert len(check.lines) == 6


def test_several_ask_for_the_one_that_takes_more_along(check):
    check.types("take out 1 and 6")
    assert check.question is Question.RECORD_REMOVE_BIT
    assert "my garden" in check.lines
    assert "a walk" not in check.lines


def test_a_line_to_be_added_outlives_another_change(check):
    check.types("add a line")
    assert check.question is Question.RECORD_ADD_HEADING
    check.types("buried next to Grace")
    check.types("change 1 to my church in Mill St", guess="edit_summary")
    assert check.question is Question.RECORD_ADD_HEADING
    check.presses("also_know")
    assert {"my church in Mill St", "buried next to Grace"} <= set(check.lines)


def test_so_it_does_where_the_new_words_are_asked_for(check):
    check.types("can I add something else please")
    check.types("buried next to Grace")
    check.types("change 1", guess="edit_summary")
    check.types("my church in Mill St")
    check.presses("also_know")
    assert {"my church in Mill St", "buried next to Grace"} <= set(check.lines)


@pytest.mark.parametrize(
    ("words", "adds"),
    [("add a line", True), ("can I put another bit in please", True), ("add something", True), ("Add one more", True),
     ("add a pinch of salt", False), ("add that I like tea", False), ("we add up", False), ("put a sock in it", False)],
)  # fmt: skip
def test_to_add_is_heard(words, adds):
    assert asks_to_add(words) is adds


@pytest.mark.parametrize(
    "words", ["yes its right, keep it", "thats right, keep it", "its right, save it", "it's all fine, please keep it"]
)
def test_a_yes_in_a_sentence_leads_to_the_consent(check, words):
    assert command(words) == "affirm"
    check.does("affirm", words)
    assert check.question is Question.RECORD_CONSENT
    assert check.kept is None


@pytest.mark.parametrize(
    "words", ["thats right, keep it to yourself", "its not right, keep it", "its right she keeps it", "keep it up"]
)
def test_other_words_are_no_yes(words):
    assert command(words) != "affirm"
