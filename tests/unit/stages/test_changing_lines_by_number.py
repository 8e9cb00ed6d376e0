"""At what is read back, lines are changed, taken out and moved by saying so with their numbers or their words."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

ALL = ["my garden", "it is where we married", "my dog Alfie", "company", "a chair by the door", "a walk"]


@pytest.fixture
def check(talk):
    at(talk, Question.RECORD_CHECK)
    assert talk.lines == ALL
    return talk


def test_a_line_gets_the_words_that_follow_its_number(check):
    said = check.types("change 3 to tell me straight")
    assert said[0] == "utter_record_changed_quoting"
    assert check.lines == [*ALL[:2], "tell me straight", *ALL[3:]]


@pytest.mark.parametrize("words", ["change 9 to No vicar.", "take out 4 and 9"])
def test_a_number_that_is_no_line_changes_nothing(check, words):
    assert check.types(words)[0] == "utter_record_say_number"
    assert check.lines == ALL


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("take out 4 and 5", [*ALL[:3], ALL[5]]),
        ("take out 6, 2 and 5", [ALL[0], ALL[2], ALL[3]]),
        ("take out 1 and 2", ALL[2:]),
    ],
)
def test_several_lines_go_as_they_were_numbered(check, words, left):
    said = check.types(words)
    assert said[0] == "utter_record_removed_quoting"
    assert check.lines == left
    assert check.question is Question.RECORD_CHECK


def test_all_of_them_may_go(check):
    said = check.types("take out 1, 2, 3, 4, 5 and 6")
    assert "utter_record_nothing_left" in said
    assert check.lines == []


def test_several_may_be_named_where_it_is_asked_which(check):
    check.presses("remove")
    check.types("4 and 5")
    assert check.lines == [*ALL[:3], ALL[5]]


def test_a_line_is_put_first_by_its_words(check):
    assert check.types("put the dog first")[0] == "utter_record_moved"
    assert check.lines[0] == "my dog Alfie"


def test_a_line_is_put_last_by_its_words(check):
    assert check.types("put the garden last")[0] == "utter_record_moved_last"


@pytest.mark.parametrize("guess", ["express_uncertainty", "skip", "inform"])
def test_whatever_is_typed_as_the_new_words_is_that(check, guess):
    check.types("change 3")
    check.types("tell me straight. i'd rather know", guess=guess)
    assert check.lines[2] == "tell me straight. i'd rather know"


@pytest.mark.parametrize("words", ["no", "skip", "i dont know", "leave it", "keep it", "I'd rather not say"])
def test_a_clear_cancel_leaves_the_line(check, words):
    check.types("change 3")
    assert check.types(words)[0] == "utter_record_left_as_it_was"
    assert check.lines == ALL
