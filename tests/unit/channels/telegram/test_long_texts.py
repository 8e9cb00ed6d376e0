"""A text that the app cut into several messages is one text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.long_texts import joined, parts_of_first
from bot.channels.telegram.pieces import LONGEST

LONG = Incoming(1, Kind.WORDS, 77, "a" * LONGEST, message=5, sent=100)


def following(update, words, **how):
    return replace(update, **{"update": update.update + 1, "words": words, "message": 9, **how})


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (following(LONG, "and more"), 2),
        (following(LONG, "and more", sent=102), 2),
        (following(LONG, "later words", sent=103), 1),
        (following(LONG, "", kind=Kind.PRESSED), 1),
        (following(LONG, "", kind=Kind.VOICE), 1),
    ],
)
def test_what_follows_a_full_message_at_once_belongs_to_it(second, count):
    assert len(parts_of_first([LONG, second])) == count


def test_what_follows_a_short_one_does_not():
    short = replace(LONG, words="my garden")
    assert parts_of_first([short, following(short, "it is quiet")]) == [short]


def test_nothing_waits():
    assert parts_of_first([]) == []


@given(st.text(min_size=1, max_size=300).map(lambda text: text * 40))
def test_cut_and_joined_nothing_is_lost(text):
    cut = [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)]
    parts = [replace(LONG, update=place, words=words) for place, words in enumerate(cut)]
    assert joined(parts).words.replace("\n", "") == text.replace("\n", "")
    assert joined(parts).update == 0
