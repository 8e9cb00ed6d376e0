"""A wish to look back on a talk is heard whatever is open; what a talk is hoped to be is an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.context import act_on
from bot.understanding.looking_back import looks_back


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize(
    "text",
    [
        "i told you. ive had the talk. i want to talk about how it went",
        "i want to reflect on how the conversation with mum went",
        "reflect on the talk",
        "reflect",
        "please can we reflect on my talk with Jan",
        "i had the talk with mum yesterday and want to say how it went",
        "I told you I've had the talk",
        "say how a talk went",
        "Can I say how it went with mum?",
    ],
)
def test_it_leads_to_looking_back(text, state):
    assert act_on([("inform", 0.9)], text, state)[0] == "reflect_on_conversation"


@pytest.mark.parametrize(
    "text",
    [
        "i want to talk about how it went when dad died",
        "i want her to say how it went",
        "how do i say how it went",
        "what went wrong",
        "to reflect the light",
        "my reflection in the window",
    ],
)
def test_what_says_something_else_does_not(text):
    assert act_on([("inform", 0.9)], text, "answering")[0] == "inform"


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert looks_back(text) in {True, False}
