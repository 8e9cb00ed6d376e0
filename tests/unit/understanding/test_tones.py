"""Which way to begin is chosen, in everyday words; first words of one's own choose none."""

import pytest

from bot.understanding.tones import tone_named, wants_none


@pytest.mark.parametrize(
    ("words", "tone"),
    [
        ("i like the tea one", "light"), ("2nd one please", "plain"), ("the light one please", "light"),
        ("gentle i think", "gentle"), ("the last one is nice", "light"), ("the middle one", "plain"),
        ("probably the first", "gentle"), ("Mum, shall we have some tea", ""), ("the first two", ""),
        ("gentle or plain", ""), ("I'll put it plain: I am dying", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_way_to_begin_is_chosen(words, tone):
    assert tone_named(words) == tone


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("none of them sound like me", True), ("i dont like any of them", True), ("they don't sound like me", True),
        ("neither of those", True), ("I wouldn't say that", False), ("I don't like hospitals, mum", False),
        ("those are nice", False), ("", False),
    ],
)  # fmt: skip
def test_all_of_them_are_turned_down(words, none):
    assert wants_none(words) is none
