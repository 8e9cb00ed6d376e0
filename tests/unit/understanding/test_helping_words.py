"""What whoever helps others tells."""

import pytest

from bot.understanding.helping_words import (
    asks_for_books,
    helps_others,
    wants_it_free,
    weighs_on_helper,
    without_internet,
)


@pytest.mark.parametrize(
    "words",
    [
        "im a volunteer. man of 50, wife died, two kids",
        "i'm a volunteer with the good neighbours and a lady i visit, her husband died, she is lonely",
        "man of 50, wife died, two kids, skint, DT4",
        "lady in her 80s, husband died in june",
        "I volunteer at the hospice and a chap has lost his wife",
        "elderly couple with nobody near, their son died",
    ],
)
def test_whoever_helps_is_known(words):
    assert helps_others(words)


@pytest.mark.parametrize(
    "words",
    ["my wife died", "im a volunteer and my husband died", "the man next door died", "I am 50 and my wife died",
     "my mum was a volunteer", "he was a lovely man of his word"],
)  # fmt: skip
def test_whoever_grieves_is_not_taken_for_a_helper(words):
    assert not helps_others(words)


@pytest.mark.parametrize("words", ["i find it heavy", "it gets to me", "I came home in tears", "it takes it out of me"])
def test_how_it_weighs_on_them_is_seen(words):
    assert weighs_on_helper(words)


@pytest.mark.parametrize("words", ["she finds it hard", "the bag is heavy", "he is upset", "it is hard for him"])
def test_how_it_weighs_on_another_is_not(words):
    assert not weighs_on_helper(words)


@pytest.mark.parametrize("words", ["she needs someone free", "is it free", "does it cost nothing", "he cant afford it"])
def test_free_is_asked_for(words):
    assert wants_it_free(words)


@pytest.mark.parametrize("words", ["I am free on Monday", "she cant pay her bills", "feel free", "who can I ring"])
def test_free_is_not_asked_for(words):
    assert not wants_it_free(words)


@pytest.mark.parametrize(
    "words", ["no she doesnt do the internet", "not online", "he has no computer", "she can't use a website"]
)
def test_no_internet_is_seen(words):
    assert without_internet(words)


@pytest.mark.parametrize("words", ["she likes the internet", "is there a website", "online is best", "by email please"])
def test_the_internet_is_no_hindrance(words):
    assert not without_internet(words)


@pytest.mark.parametrize("words", ["are there books", "any books for kids", "which book is good", "is there a leaflet"])
def test_books_are_asked_for(words):
    assert asks_for_books(words)


@pytest.mark.parametrize("words", ["I booked the church", "he loved his books", "she read to me", "the books are his"])
def test_books_are_only_told_of(words):
    assert not asks_for_books(words)
