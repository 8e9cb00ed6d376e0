"""Asking to share without saying what, and with nobody in particular yet."""

import pytest

from bot.understanding.naming import is_reader, reader_in, shares, shares_it
from bot.understanding.plainly import plainly

SHARES = [
    "share with a team", "share with another team", "I want to share with Meadow Ward", "share with my sister",
    "can I share with someone else", "please share it with a team", "share with the care home", "ok, share with Jan",
]  # fmt: skip
DOES_NOT = [
    "share with nobody", "I share a room with Jan", "sharing with others", "we share", "share meals with my sister",
    "share with my wife what is left of the summer we had", "who do you share with?", "don't share with Jan",
]  # fmt: skip


@pytest.mark.parametrize("words", SHARES)
def test_with_nothing_else_asked_it_leads_to_sharing(words):
    assert plainly(words, "open") == "share_summary"


@pytest.mark.parametrize("words", DOES_NOT)
def test_other_words_do_not(words):
    assert not shares(words)
    assert not shares_it(words)


@pytest.mark.parametrize("words", ["share with my sister", "share with others"])
def test_where_something_is_asked_it_may_be_the_answer(words):
    assert plainly(words, "answering") is None


@pytest.mark.parametrize(
    "words", ["share it with a team", "share my notes with another team", "Share this with someone"]
)
def test_nobody_in_particular_is_no_name(words):
    assert shares_it(words)
    assert reader_in(words) == ""


@pytest.mark.parametrize("name", ["a team", "someone else", "another person", "a care team", "anyone"])
def test_what_names_nobody_is_no_reader(name):
    assert not is_reader(name)


@pytest.mark.parametrize("name", ["the care team", "my team", "Team Tobias", "a nurse called Ama", "Meadow Ward"])
def test_who_can_be_told_apart_is_one(name):
    assert is_reader(name)
