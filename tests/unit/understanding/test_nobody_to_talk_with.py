"""Nobody to talk with, and no wish to talk at all, are told apart from names and from hopes."""

import pytest

from bot.understanding.nobody import has_nobody, wants_no_talk


@pytest.mark.parametrize(
    "words",
    ["nobody", "no one", "nobody, I've got nobody", "there's no one left", "I don't have anyone to talk to",
     "they're all dead", "I have no one. I'm on my own", "I haven't got anybody"],
)  # fmt: skip
def test_nobody_to_talk_with(words):
    assert has_nobody(words)


@pytest.mark.parametrize(
    "words",
    ["", "my wife. nobody else", "nobody in my family wants to hear it", "my mum, I have no one else like her",
     "nobody but my sister", "my son"],
)  # fmt: skip
def test_somebody_all_the_same(words):
    assert not has_nobody(words)


@pytest.mark.parametrize(
    "words",
    ["I don't want to talk to anyone", "actually I really don't want to talk about it",
     "we do not want to have this talk", "don't want to speak to anybody"],
)  # fmt: skip
def test_no_wish_to_talk(words):
    assert wants_no_talk(words)


@pytest.mark.parametrize(
    "words", ["", "I don't want to talk to my brother", "my mum doesn't want to talk", "I want to talk to anyone"]
)
def test_a_wish_to_talk_or_not_with_one(words):
    assert not wants_no_talk(words)
