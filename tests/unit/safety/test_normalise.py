"""What typed text becomes before any pattern sees it."""

import pytest

from bot.safety.normalise import sentences
from bot.safety.screen import load


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I\u2019m dying", [["i", "am", "dying"]]),
        ("im not gonna", [["i", "am", "not", "going", "to"]]),
        ("Mum's cold", [["mum", "s", "cold"]]),
        ("mums cold", [["mum", "s", "cold"]]),
        ("helpppp", [["help"]]),
        ("killllll", [["kill"]]),
        ("38.5 today. In 2019", [["0many", "0few", "today"], ["in", "0year"]]),
        ("3am", [["0few", "am"]]),
        ("u r gr8", [["you", "are", "gr8"]]),
        ("caf\u00e9\u200b!\n\nyes", [["cafe"], ["yes"]]),
        ("\U0001f642", []),
        ("", []),
    ],
)
def test_typed_text_becomes_plain_words(typed, read):
    book = load()
    assert list(sentences(typed, book.expand, book.words)) == read
