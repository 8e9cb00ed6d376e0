"""Words that offer a yes or take one back are read before the engine, but never in place of an answer."""

import pytest

from bot.channels.known import Sent
from bot.channels.reading import said_by
from bot.model.position import Position, Question
from bot.model.safety import Asked
from bot.records.consent import Purpose

OPEN = Position()
ANSWERING = Position(question=Question.FOCUS_SUPPORT)
NAMING = Position(question=Question.SHARE_WHO)
CHOOSING = Position(question=Question.RECORD_CHECK)
AFTER_DANGER = Position(asked=next(iter(Asked)))
USE, NOT_USE = "you may use my notes to make this better", "do not use my words for research"
ASK, NOT_ASK = "you may contact me", "do not contact me"
AGREED = "what have I agreed to?"
READ = [
    (OPEN, USE, "offer:count"),
    (CHOOSING, USE, "offer:count"),
    (ANSWERING, USE, "offer:count"),
    (AFTER_DANGER, USE, ""),
    (OPEN, NOT_USE, "offer:not_count"),
    (ANSWERING, NOT_USE, "offer:not_count"),
    (OPEN, ASK, "offer:contact"),
    (CHOOSING, ASK, "offer:contact"),
    (ANSWERING, ASK, ""),
    (NAMING, ASK, "offer:contact"),
    (NAMING, USE, "offer:count"),
    (OPEN, NOT_ASK, ""),
    (ANSWERING, NOT_ASK, ""),
    (ANSWERING, AGREED, "offer:agreed"),
]


@pytest.mark.parametrize(("position", "words", "choice"), READ)
def test_what_words_are_read_as(begin, person, position, words, choice):
    assert read(begin, person, position, words) == choice


@pytest.mark.parametrize("position", [OPEN, ANSWERING, CHOOSING])
def test_where_a_yes_to_it_stands_it_is_taken_back_whatever_is_open(begin, person, position):
    with begin() as records:
        records.consents.give(person, Purpose.CONTACT)
        records.commit()
    assert read(begin, person, position, NOT_ASK) == "offer:not_contact"


def read(begin, person, position, words):
    with begin() as records:
        records.people.place(person, position)
        token = records.sessions.open(person, "web")
        said = said_by(records, token, person, Sent("m1", words))
        assert said is not None
        return said.choice


@pytest.mark.parametrize(
    ("purpose", "words", "choice"),
    [(Purpose.IMPROVE, "take my name off the research", "offer:not_count"),
     (Purpose.CONTACT, "i never said u could contact me", "offer:not_contact")],
)  # fmt: skip
def test_few_words_take_back_a_yes_that_stands_and_nothing_where_none_does(begin, person, purpose, words, choice):
    assert read(begin, person, OPEN, words) == ""
    with begin() as records:
        records.consents.give(person, purpose)
        records.commit()
    assert read(begin, person, OPEN, words) == choice
