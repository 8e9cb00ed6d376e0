"""All that is about something is to go: each line that names it is shown, and none goes before a yes."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at

R = "utter_record_"
SAID = ["my garden", "it is where we married", "my dog Alfie", "company", "a chair by the door", "a walk"]


@pytest.fixture
def check(talk):
    return at(talk, Question.RECORD_CHECK)


@pytest.fixture
def kept(talk):
    return at(talk, None)


@pytest.mark.parametrize("words", ["take everything about the walk out", "delete everything about the walk"])
@pytest.mark.parametrize("guess", ["delete_my_data", "edit_summary", "inform"])
def test_one_line_that_names_it_is_shown_first(check, words, guess):
    assert check.types(words, guess) == [R + "ask_remove_all_of_it"]
    assert check.value(R + "ask_remove_all_of_it", "words") == "a walk"
    assert check.lines == SAID
    assert check.types("yes", "affirm")[0] == R + "removed_quoting"
    assert check.lines == SAID[:-1]


def test_where_it_is_kept_only_the_line_goes(kept):
    assert kept.types("delete everything about the walk", "delete_my_data")[-1] == R + "ask_remove_all_of_it"
    kept.types("yes", "affirm")
    assert kept.lines == SAID[:-1]
    assert len(kept.kept.lines) == len(SAID)


@pytest.mark.parametrize("answer", ["yes", "both", "take them out"])
def test_several_lines_are_shown_and_go_together(check, answer):
    assert check.types("take everything about the chair and the walk out") == [R + "ask_remove_all_shown"]
    assert "5. “a chair by the door”\n6. “a walk”" in check.value(R + "ask_remove_all_shown", "lines")
    assert check.lines == SAID
    check.types(answer, "affirm" if answer == "yes" else "inform")
    assert check.lines == SAID[:-2]
    assert check.draft.asked_edit == ""
    assert check.question is Question.RECORD_CHECK


def test_of_several_one_can_be_chosen(check):
    check.types("take everything about the chair and the walk out")
    check.presses("l6")
    check.types("yes", "affirm")
    assert "a chair by the door" in check.lines


@pytest.mark.parametrize("answer", ["no", "keep it", "leave it"])
def test_of_several_none_need_go(check, answer):
    check.types("take everything about the chair and the walk out")
    check.types(answer, {"no": "deny", "keep it": "affirm"}.get(answer, "skip"))
    assert check.lines == SAID


def test_what_no_line_names_changes_nothing(check):
    assert check.types("delete everything about my uncle", "delete_my_data")[0] == R + "no_such_line"
    assert check.lines == SAID


@pytest.mark.parametrize("words", ["get all the walk stuff gone", "i want the walk deleted all of it"])
def test_a_guess_at_deleting_that_names_a_line_is_about_the_line(check, words):
    assert check.does("delete_my_data", words)[0] == R + "ask_remove_all_of_it"


@pytest.mark.parametrize("words", ["delete everything", "delete everything about me", "get rid of all my data", ""])
def test_everything_is_still_asked_about(check, words):
    assert check.does("delete_my_data", words) == [R + "ask_delete"]


def test_beside_an_open_answer_it_is_a_change(talk):
    at(talk, Question.FOCUS_WHY)
    before = talk.lines
    assert R + "ask_delete" not in talk.types("delete everything about the garden", "delete_my_data")
    assert len(talk.lines) == len(before)


NOT_IN_IT = [
    "i dont want the walk in it at all", "walk out", "walks out please", "leave the walk out of it", "no walk in it",
    "the walk isnt meant to be in there", "no mention of the walk", "I said walk out", "want the walk out",
    "i never wanted the walk in there", "get the walk out of my notes", "i dont want the walk mentioned",
]  # fmt: skip


@pytest.mark.parametrize("guess", ["goodbye", "inform", "stop"])
@pytest.mark.parametrize("words", NOT_IN_IT)
def test_what_is_not_to_be_in_it_is_shown_first(check, words, guess):
    assert check.types(words, guess)[0] == R + "ask_remove_all_of_it"
    assert check.lines == SAID
    check.types("yes", "affirm")
    assert check.lines == SAID[:-1]


@pytest.mark.parametrize("words", NOT_IN_IT)
def test_with_nothing_open_it_is_said_of_what_is_kept(kept, words):
    assert kept.types(words, "goodbye")[-1] == R + "ask_remove_all_of_it"
    assert len(kept.kept.lines) == len(SAID)


def test_while_what_matters_is_told_a_line_that_is_there_can_be_meant(talk):
    at(talk, Question.FOCUS_SUPPORT)
    before = talk.lines
    assert R + "ask_remove_with_why" in talk.types("i dont want the garden in it at all")
    assert talk.lines == before


@pytest.mark.parametrize("words", ["i dont want sugar in it", "a day out", "walk out", "meat out of it"])
def test_an_answer_stays_one(talk, words):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types(words)
    assert words in talk.lines


@pytest.mark.parametrize("words", ["a night out", "uncle out", "a day out with the boys"])
def test_what_no_line_has_is_no_farewell_and_takes_nothing_out(check, words):
    check.types(words, "goodbye")
    assert check.question is Question.RECORD_CHECK
    assert check.lines == SAID


def test_both_buttons_do_what_they_say(check):
    check.types("take everything about Alfie and the walk out")
    (shown,) = [say for say in check.heard if say.response == R + "ask_remove_all_shown"]
    assert shown.buttons[0].title == "Take out all of these"
    assert "company" in shown.values["lines"]
    check.presses("all_shown")
    assert check.lines == ["my garden", "it is where we married", "a chair by the door"]
    assert check.question is Question.RECORD_CHECK


def test_two_lines_or_a_line_and_its_why_are_said_by_what_goes(check):
    check.types("take everything about the chair and the walk out")
    assert check.heard[-1].buttons[0].title == "Take out both lines"
    check.types("no", "deny")
    check.types("take out the bit about Alfie")
    assert check.heard[-1].buttons[0].title == "Take out the line and its why"
    check.types("take out the line and its why")
    assert check.lines == ["my garden", "it is where we married", "a chair by the door", "a walk"]


@pytest.mark.parametrize("guess", ["edit_summary", "delete_my_data", "inform"])
def test_the_bit_about_somebody_goes_in_as_few_words(check, guess):
    assert check.types("the bit about the walk out", guess)[0] == R + "ask_remove_all_of_it"


@pytest.mark.parametrize("words", ["i dont want my uncle in it", "leave colin out of it"])
def test_what_no_line_has_is_said_and_becomes_no_line(check, words):
    assert R + "no_such_line" in check.types(words)
    assert check.draft.to_add == ""
