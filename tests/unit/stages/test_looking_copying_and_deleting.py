"""Somebody looks at it, copies it, begins again or deletes everything: asked first, and back to where they were."""

import pytest

from bot.model.position import Question
from tests.unit.fakes import every_byte, wrapped_key
from tests.unit.stages.talking import at


def test_looking_shows_the_draft_or_the_kept_version(talk):
    talk.does("arrive")
    assert talk.does("review_summary")[0] == "utter_record_nothing_yet"
    at(talk, Question.RECORD_CHECK)
    assert talk.does("review_summary")[0] == "utter_record_draft_so_far"
    talk.presses("right")
    talk.presses("keep")
    assert talk.does("review_summary")[0] == "utter_record_kept_version"
    assert talk.value("utter_record_kept_version", "date") == "21 November 2026"


def test_beginning_again_asks_first_when_there_is_a_draft(talk):
    at(talk, Question.FOCUS_MORE)
    before = talk.lines
    assert talk.does("start_over")[-1] == "utter_session_ask_start_over"
    assert talk.does("start_over")[-1] == "utter_session_ask_start_over"
    talk.types("no")
    assert (talk.question, talk.lines) == (Question.FOCUS_MORE, before)
    talk.does("start_over")
    talk.presses("start_over")
    assert (talk.question, talk.lines, talk.position.door) == (Question.WELCOME_DOOR, [], None)


def test_beginning_again_keeps_what_is_kept(talk):
    at(talk, None)
    kept = talk.kept
    talk.does("start_over")
    assert talk.question is Question.WELCOME_DOOR
    assert talk.kept == kept


@pytest.mark.parametrize("yes", ["yes", "<delete>", "yes delete everything", "yes please"])
def test_deleting_everything(talk, database, store_folder, yes):
    at(talk, None)
    key, before = wrapped_key(database), talk.person
    talk.does("delete_my_data")
    said = talk.presses(yes[1:-1]) if yes[0] == "<" else talk.types(yes)
    assert said == ["utter_record_deleted"]
    assert talk.person != before
    assert key not in every_byte(store_folder)
    assert talk.kept is None
    assert talk.types("hello")[:1] == ["utter_welcome_hello"]


@pytest.mark.parametrize(
    "first",
    ["delete_my_data", "start_over"],
)
@pytest.mark.parametrize("second", ["delete_my_data", "start_over", "withdraw_consent"])
def test_one_aside_after_another_comes_back_to_the_question(talk, first, second):
    at(talk, Question.FOCUS_SUPPORT)
    talk.does(first)
    talk.does(second)
    talk.types("no")
    assert talk.question is Question.FOCUS_SUPPORT


def test_leaving_an_aside_by_another_way_does_not_lead_back_into_it(talk):
    at(talk, None)
    talk.does("delete_my_data")
    talk.does("edit_summary")
    assert talk.question is Question.RECORD_CHECK
    while talk.does("go_back")[0] != "utter_session_first_question":
        assert talk.question is not Question.RECORD_DELETE
    assert talk.question is not Question.RECORD_DELETE


@pytest.mark.parametrize("aside", ["delete_my_data", "start_over"])
def test_a_long_answer_where_deleting_is_asked_goes_to_the_question_before(talk, aside):
    at(talk, Question.FOCUS_WHY)
    talk.does(aside)
    talk.types("he loves the radio on low all night")
    assert "he loves the radio on low all night" in talk.lines
    assert talk.question is not Question.FOCUS_WHY


@pytest.mark.parametrize("words", ["I only meant that line", "no I did not mean all of it", "hm not sure now"])
def test_words_about_deleting_are_no_answer_to_the_question_before(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.does("delete_my_data")
    talk.types(words)
    assert talk.question is Question.FOCUS_WHY
    assert words not in talk.lines


def test_going_back_out_of_deleting_when_nothing_was_open(talk):
    at(talk, None)
    talk.does("delete_my_data")
    talk.does("go_back")
    assert talk.question is None
