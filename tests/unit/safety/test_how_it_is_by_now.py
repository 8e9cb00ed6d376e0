"""What somebody can hardly do by now, and a PIN that is lost, are no emergency; what has just come is."""

import pytest

from bot.encoder import SHIPPED, Encoder
from bot.safety.judge import Where, judge_with

JUDGE = judge_with(Encoder(SHIPPED))


@pytest.mark.parametrize(
    "words",
    ["ive lost the pin number", "she cant talk much now", "he cant swallow much now", "she cant walk much these days"],
)
def test_no_emergency(words):
    assert JUDGE(words, Where()) is None


@pytest.mark.parametrize(
    "words",
    [
        "he suddenly cant speak", "he cant speak much and his face has dropped",
        "he cant swallow much now and hes choking",
        "ive lost the pin and i want to die", "she cant breathe much now",
    ],
)  # fmt: skip
def test_still_danger(words):
    assert JUDGE(words, Where()) is not None
