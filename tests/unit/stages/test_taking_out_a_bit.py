"""A bit of a line is to go: what would be left is shown first, and the whole never goes unseen."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import Talk, at

WHY = "we never had money for one as kids, and he is company"
R = "utter_record_"


@pytest.fixture
def with_a_why(talk) -> Talk:
    talk.does("arrive")
    talk.presses("me")
    for words in ("my dog Alfie", WHY, "somebody to walk him", "no"):
        talk.types(words)
    assert talk.question is Question.RECORD_CHECK
    return talk


@pytest.mark.parametrize("words", ["take out the bit about money", "remove the part about the money"])
def test_it_asks_and_shows_what_would_be_left(with_a_why, words):
    assert with_a_why.types(words)[0] == R + "ask_remove_bit"
    assert with_a_why.value(R + "ask_remove_bit", "rest") == "he is company"
    assert WHY in with_a_why.lines


@pytest.mark.parametrize("choice", ["bit", "whole"])
def test_what_is_chosen_goes(with_a_why, choice):
    with_a_why.types("take out the bit about money")
    with_a_why.presses(choice)
    assert WHY not in with_a_why.lines
    assert ("he is company" in with_a_why.lines) is (choice == "bit")
    assert "my dog Alfie" in with_a_why.lines
    assert with_a_why.question is Question.RECORD_CHECK


@pytest.mark.parametrize(
    ("words", "left"),
    [("just that bit", "he is company"), ("yes", "he is company"), ("2", ""), ("all of it", ""), ("no, leave it", WHY)],
)
def test_it_can_be_said_in_words(with_a_why, words, left):
    with_a_why.types("take out the bit about money")
    with_a_why.types(words, guess="inform" if words in {"yes", "2"} else "delete_my_data")
    assert [line for line in with_a_why.lines if "company" in line] == ([left] if left else [])


def test_a_why_that_says_no_more_is_asked_about_too(with_a_why):
    with_a_why.types("change 2")
    with_a_why.types("money was always short")
    assert with_a_why.types("take out the bit about money")[0] == R + "ask_remove_all_of_it"
    assert "money was always short" in with_a_why.lines
    with_a_why.types("yes")
    assert "money was always short" not in with_a_why.lines


def test_other_words_take_nothing_out(with_a_why):
    with_a_why.types("take out the bit about money")
    assert with_a_why.types("I am not sure what you mean by that really")[0] in {R + "say_bit", R + "left_as_it_was"}
    assert WHY in with_a_why.lines


def test_a_line_that_says_only_that_goes_with_its_why_after_a_yes(talk):
    at(talk, Question.RECORD_CHECK)
    talk.types("take out the bit about the garden")
    assert "my garden" in talk.lines
    talk.types("both")
    assert "my garden" not in talk.lines
