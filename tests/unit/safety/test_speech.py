"""Speech that goes wrong may be a stroke; a speech that was held, and a long illness, are none."""

import pytest

from bot.encoder import SHIPPED, Encoder
from bot.model.safety import SafetyIntent
from bot.safety.judge import Where, judge_with

JUDGE = judge_with(Encoder(SHIPPED))


@pytest.mark.parametrize(
    "words",
    ["his speech has gone funny", "her speech is all jumbled", "his words are coming out wrong",
     "dads speech went funny at tea", "hes talking funny all of a sudden"],
)  # fmt: skip
def test_speech_that_goes_wrong_is_an_emergency(words):
    assert JUDGE(words, Where()).intent is SafetyIntent.EMERGENCY


@pytest.mark.parametrize(
    "words",
    ["his speech at the wedding was funny", "her speech has got slower over the years",
     "his speech has gone funny over the months with the mnd", "his speech is bad with his parkinsons"],
)  # fmt: skip
def test_a_speech_held_and_a_long_illness_are_none(words):
    assert JUDGE(words, Where()) is None
