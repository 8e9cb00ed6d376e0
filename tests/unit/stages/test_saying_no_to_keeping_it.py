"""Somebody says no to keeping it, or leaves it: a plain no leaves neither words nor key; anything else, the draft."""

import pytest

from bot.model.draft import Draft
from bot.model.position import Question
from bot.records.consent import Purpose
from tests.unit.fakes import every_byte, holds, wrapped_key
from tests.unit.stages.talking import at

CANARY = "the heron on the slipway at Mousehole"


# --- the no -----------------------------------------------------------------------------------------------------------


def test_before_a_yes_no_file_holds_a_readable_word(talk, store_folder):
    talk.types(f"{CANARY}, and so much more that I want to say")
    talk.presses("me")
    assert not holds(store_folder, CANARY)
    talk.presses("opening")
    for _ in range(3):
        talk.types(CANARY)
        assert not holds(store_folder, CANARY)
    talk.does("record_summary")
    talk.presses("right")
    assert not holds(store_folder, CANARY)


@pytest.mark.parametrize(
    "no",
    [
        ["no", "no"],
        ["<do_not_keep>", "<no_copy>"],
        ["no", "<copy>"],
        ["nope", "nah"],
        ["don't keep it", "no thanks"],
    ],
)
def test_a_no_leaves_neither_words_nor_key(talk, database, store_folder, no):
    at(talk, Question.RECORD_CONSENT)
    key = wrapped_key(database)
    for what in no:
        talk.presses(what[1:-1]) if what[0] == "<" else talk.types(what)
    assert "utter_record_not_kept" in [say.response for say in talk.heard]
    assert talk.draft == Draft()
    assert wrapped_key(database) != key
    assert key not in every_byte(store_folder)
    assert not holds(store_folder, "my garden")
    with talk.begin() as records:
        assert records.consents.stands(talk.person, Purpose.KEEP) is False


def test_a_no_with_a_copy_shows_it_once(talk):
    at(talk, Question.RECORD_COPY)
    before = talk.lines
    talk.presses("copy")
    shown = "\n".join(say.values.get("lines", "") for say in talk.heard)
    assert all(words in shown for words in before)


def test_a_no_to_a_change_leaves_the_kept_version(talk):
    at(talk, None)
    kept = talk.kept
    talk.does("edit_summary")
    talk.types("take out 2")
    talk.presses("right")
    talk.types("no")
    assert "utter_record_not_kept_earlier_stays" in talk.types("no")
    assert talk.kept == kept


def test_life_goes_on_after_a_no(talk):
    at(talk, Question.RECORD_COPY)
    talk.presses("no_copy")
    talk.does("focus_on_what_matters")
    talk.types("my dog")
    assert talk.lines == ["my dog"]


# --- no plain no ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["don't", "no don't", "skip", "I don't know", "please don't delete anything"])
def test_nothing_is_deleted_without_a_plain_no(talk, words):
    at(talk, Question.RECORD_COPY)
    before = talk.lines
    talk.types(words)
    assert talk.lines == before
    assert talk.question is Question.RECORD_COPY


def test_the_draft_can_be_kept_for_now(talk):
    at(talk, Question.RECORD_CONSENT)
    talk.types("no")
    assert "pause" in talk.buttons()
    assert talk.does("pause") == ["utter_session_nothing_changed", "utter_session_pause", "utter_session_draft_waits"]
    assert talk.lines


@pytest.mark.parametrize("question", [Question.RECORD_CHECK, Question.RECORD_CONSENT])
@pytest.mark.parametrize("words", ["skip", "I don't know"])
def test_leaving_it_leaves_the_draft_and_offers_what_next(talk, question, words):
    at(talk, question)
    before = talk.lines
    assert talk.types(words)[-1] == "utter_session_what_next"
    assert (talk.lines, talk.kept) == (before, None)
    assert "record_summary" in talk.buttons()


@pytest.mark.parametrize("words", ["delete it", "yes delete it", "no just bin it please"])
def test_whoever_wants_it_gone_at_the_reading_back_is_not_asked_whether_it_may_be_kept(talk, words):
    at(talk, Question.RECORD_CHECK)
    assert talk.types(words, guess="inform")[-1] == "utter_record_ask_copy"
    assert talk.lines


def test_keeping_the_draft_for_now_ends_the_question_whether_it_goes(talk):
    at(talk, Question.RECORD_COPY)
    before = talk.lines
    assert "utter_session_nothing_changed" in talk.does("pause")
    assert talk.question is Question.RECORD_CHECK
    assert talk.types("hello", guess="greet")[-1] != "utter_record_ask_copy"
    assert talk.lines == before
