"""Whoever says with whom to share is not asked it again; a question about the parts is answered as one."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at


@pytest.mark.parametrize("question", [None, Question.SHARE_WHO, Question.SHARE_SECTIONS])
@pytest.mark.parametrize(
    ("words", "reader"),
    [
        ("Share it with my wife Jan", "my wife Jan"),
        ("share my summary with jan", "jan"),
        ("no!! i said share my summary with jan", "jan"),
        ("please send my summary to Dr. Shah, she is my GP", "Dr. Shah"),
    ],
)
def test_the_reader_is_taken_from_the_words(talk, question, words, reader):
    at(talk, question)
    talk.types(words, guess="withdraw_consent")
    assert talk.question is Question.SHARE_SECTIONS
    assert talk.draft.recipient == reader
    assert not talk.shares


def test_nobody_is_no_reader(talk):
    at(talk, None)
    assert talk.does("share_summary", "share my summary with nobody") == ["utter_share_ask_who_or_team"]
    assert talk.question is Question.SHARE_WHO


def test_nothing_is_kept_yet(talk):
    at(talk, Question.FOCUS_WHY)
    assert talk.types("share it with my wife Jan")[0] == "utter_share_nothing_kept"
    assert talk.question is Question.FOCUS_WHY


@pytest.mark.parametrize("words", ["I want to share my meals with Jan", "don't share it with Jan", "he shares a lot"])
def test_other_words_stay_what_they_are(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.types(words)
    assert talk.lines[-1] == words


def test_what_can_be_left_out_is_asked_of_the_parts(talk):
    at(talk, Question.SHARE_SECTIONS)
    before = talk.question
    assert talk.types("what bits can i leave out", guess="ask_adrt")[0] == "utter_share_say_sections"
    said = talk.types("what bits can i leave out. not the garden", guess="ask_adrt")
    assert not any(each.startswith("utter_information") for each in said)
    assert said[0] in {"utter_share_without_part", "utter_share_only_part"}
    assert talk.question is before
