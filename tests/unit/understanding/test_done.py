"""Steps after a death that are told as done, and which; what failed, is to come or is about something else is not."""

import pytest

from bot.understanding.done import says_done, step_named

DONE = [
    ("registered him on the Tuesday", "register"),
    ("we had the funeral", "funeral"),
    ("I've done that one", ""),
    ("done that", ""),
    ("the funeral was on friday", "funeral"),
    ("told the bank already", "others"),
    ("rang the registrar this morning", "register"),
    ("spoke to the solicitor", "estate"),
    ("my brother did that", ""),
    ("got the certificate", "certificate"),
    ("all sorted thanks", ""),
]
NOT_DONE = [
    "I rang but nobody answered",
    "I havent registered him",
    "we had a row",
    "we had no money for a funeral",
    "did that cost much?",
    "when is the funeral",
    "registering tomorrow",
    "we got married in a register office",
    "he had cancer",
    "had the worst day",
    "no",
    "",
]


@pytest.mark.parametrize(("words", "step"), DONE)
def test_done(words, step):
    assert says_done(words)
    assert step_named(words) == step


@pytest.mark.parametrize("words", NOT_DONE)
def test_not_done(words):
    assert not says_done(words)


def test_two_steps_at_once_name_neither():
    assert step_named("registered him and booked the funeral") == ""
