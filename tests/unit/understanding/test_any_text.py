"""Whatever is typed: only what is no writing is taken out, nothing raises, and every answer is in range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import answers
from bot.understanding.answers import clean, days, door, line_command, number, says_no, yes_or_no

anything = st.text() | st.text(st.characters())

CLEAN = [
    ("my garden", "my garden"),
    ("  my garden \n", "my garden"),
    ("one\r\ntwo\rthree\n\nfour\tfive", "one\ntwo\nthree\n\nfour\tfive"),
    ("nul\x00 bell\x07 escape\x1b[31m del\x7f nel\x85", "nul bell escape[31m del nel"),
    ("lone \ud800 surrogate", "lone  surrogate"),
    ("turned \u202egarden\u202c \u2066x\u2069", "turned garden x"),
    ("\ufeffmarked", "marked"),
    ("family 👨‍👩‍👧 flag 🏴\U000e0067\U000e0062\U000e007f", "family 👨‍👩‍👧 flag 🏴\U000e0067\U000e0062\U000e007f"),
    ("حديقة\u200cمن \u200fx", "حديقة\u200cمن \u200fx"),
    ("e\u0301 stays as it is", "e\u0301 stays as it is"),
    ("\x00\x01\u202e", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CLEAN)
def test_clean(text, expected):
    assert clean(text) == expected


@given(anything)
def test_clean_words_stay_as_they_are(text):
    once = clean(text)
    assert clean(once) == once
    once.encode()


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_writing_is_never_changed(text):
    assert clean(text) == text


@given(text=anything, most=st.integers(0, 30))
def test_nothing_raises_and_every_answer_is_in_range(text, most):
    found = number(text, most)
    assert found is None or 1 <= found <= most
    length = days(text)
    assert length is None or 1 <= length <= answers.LONGEST_DAYS
    assert door(text) in {None, "me", "close", "grieving", "helping"}
    assert yes_or_no(text) in {None, True, False}
    assert says_no(text) in {True, False}
    command = line_command(text)
    assert command is None or command[0] in {"change", "remove", "move"}
