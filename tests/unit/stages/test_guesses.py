"""What a message that was not understood may have meant: likely enough to offer, and kind enough to read."""

import pytest

from bot.model.saying import Said
from bot.stages.guesses import LEAST, LEAST_OF_A_LOSS, LOSSES, MEANINGS, offered


def payloads(*guesses):
    return [button.payload for button in offered(Said("", "words", guesses=guesses))]


@pytest.mark.parametrize("name", MEANINGS)
def test_each_is_offered_from_its_own_confidence(name):
    least = LEAST_OF_A_LOSS if name in LOSSES else LEAST
    assert payloads((name, least)) == [name]
    assert payloads((name, least - 0.01)) == []


def test_a_loss_is_not_offered_on_a_hunch():
    assert {"baby_loss", "bereaved_suicide", "bereaved_sudden", "bereaved_child"} == LOSSES
    hunch = ("baby_loss", 0.14), ("bereaved_suicide", 0.1), ("ask_money", 0.06), ("help", 0.05)
    assert payloads(*hunch) == ["ask_money", "help"]
