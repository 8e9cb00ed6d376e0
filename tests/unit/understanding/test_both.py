"""Words that answer, and ask something in the same breath."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.both import tells_too, what_is_asked


@pytest.mark.parametrize(
    "text",
    [
        "the dog, can dogs go in a hospice do you know?",
        "music. he likes the radio on low all night, is that alright to put?",
        "because the quiet frightens him, will that carry on in the hospice?",
        "his own bed, is that allowed?",
        "My garden. Who can see this?",
        "Sunday lunch\nwhat is an advance decision?",
    ],
)
def test_there_is_something_told_before_the_question(text):
    assert tells_too(text)


@pytest.mark.parametrize(
    "text",
    [
        "can dogs go in a hospice?",
        "Hello, can dogs go in a hospice?",
        "sorry, just one question, what is an advance decision?",
        "what is an advance decision? and a living will?",
        "who can see this",
        "what is this for?",
        "ok, help",
        "my garden",
        "",
        "?",
    ],
)
def test_nothing_is_told_but_the_question(text):
    assert not tells_too(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("my garden. can my daughter see this?", "can my daughter see this?"),
        ("Sunday lunch\nwhat is an advance decision?", "what is an advance decision?"),
        ("who can see this", "who can see this"),
        ("my garden", "my garden"),
    ],
)
def test_the_question_alone(text, asked):
    assert what_is_asked(text) == asked


@given(st.text(max_size=300))
def test_nothing_makes_it_fail(text):
    assert tells_too(text) in {True, False}
