"""Long texts reach a person whole, in order, in pieces that Telegram takes."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.pieces import LONGEST, length, pieces


@given(st.text(max_size=400), st.integers(min_value=8, max_value=60))
def test_nothing_but_white_space_is_left_out_and_every_piece_fits(text, longest):
    cut = list(pieces(text, longest))
    assert "".join("".join(piece.split()) for piece in cut) == "".join(text.split())
    assert all(piece and length(piece) <= longest for piece in cut)


def test_a_text_that_fits_stays_as_it_is():
    assert list(pieces("One.\n\nTwo.")) == ["One.\n\nTwo."]
    assert list(pieces("x" * LONGEST)) == ["x" * LONGEST]
    assert list(pieces("  \n ")) == []


def test_it_is_cut_at_a_line_then_a_sentence_then_a_word():
    assert list(pieces("first line of it\nsecond line of it", 24)) == ["first line of it", "second line of it"]
    assert list(pieces("It rains. It is warm in here. Come in.", 32)) == ["It rains. It is warm in here.", "Come in."]
    assert list(pieces("one two three four", 9)) == ["one two", "three", "four"]
    assert list(pieces("a" * 20, 9)) == ["a" * 9, "a" * 9, "aa"]


def test_an_emoji_counts_for_two():
    assert list(pieces("🙂" * 6, 8)) == ["🙂" * 4, "🙂" * 2]
