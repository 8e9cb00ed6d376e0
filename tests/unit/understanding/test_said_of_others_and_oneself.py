"""What is said of who decides, of somebody else's rest and of how one lives, told from a doubt, a pause and a fear."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.likely import stands_on_nothing
from bot.understanding.no_fear import tells_of_no_fear
from bot.understanding.own_life import needs_a_break
from bot.understanding.who_it_was import as_a_death

UNSURE = [("express_uncertainty", 0.9), ("inform", 0.1)]
PAUSE = [("pause", 0.93), ("inform", 0.07)]


@pytest.mark.parametrize(
    "words",
    ["i decide when it comes off", "it's my decision", "its up to me when i stop", "my wife decides what happens",
     "that i choose where i die", "i want to decide who comes in"],
)  # fmt: skip
def test_who_decides_is_an_answer(words):
    assert act_on(UNSURE, words, "answering")[0] == "inform"


@pytest.mark.parametrize(
    "words", ["i can't decide when", "i dont know how to choose", "hard to decide", "not my decision really"]
)
def test_whoever_cannot_decide_is_unsure(words):
    assert act_on(UNSURE, words, "answering")[0] == "express_uncertainty"


@pytest.mark.parametrize(
    "words",
    ["carer needs a break", "his wife needs a rest", "the lady who cares for him could do with a night off",
     "my mum never gets a break", "wife needs respite"],
)  # fmt: skip
def test_somebody_elses_break_is_no_pause(words):
    assert needs_a_break(words)
    assert act_on(PAUSE, words, "choosing")[0] == "inform"
    assert act_on(PAUSE, words, "open")[0] == "ask_carer_support"


@pytest.mark.parametrize("words", ["i need a break", "can we take a break", "need a rest now", "lets have a break"])
def test_ones_own_break_is_a_pause(words):
    assert not needs_a_break(words)
    assert act_on(PAUSE, words, "choosing")[0] == "pause"


@pytest.mark.parametrize(
    "words",
    ["I nearly choked laughing", "I use a ventilator at night", "he wears a mask at night", "im on oxygen all day",
     "she uses a hoist to get up", "we laughed till we cried"],
)  # fmt: skip
def test_how_somebody_lives_is_no_fear(words):
    assert tells_of_no_fear(words)
    assert stands_on_nothing("express_fear", words, "open")


@pytest.mark.parametrize(
    "words", ["im scared of the ventilator", "what if i choke", "i cant breathe in the mask",
     "i worry the oxygen stops",              "the mask", "its no laughing matter"]
)  # fmt: skip
def test_a_fear_stays_one(words):
    assert not stands_on_nothing("express_fear", words, "open")


@pytest.mark.parametrize(
    "words", ["she used to have fits as a child", "he had asthma when he was small", "she was born in leeds"]
)
def test_childhood_is_no_loss_of_a_baby(words):
    assert stands_on_nothing("baby_loss", words, "open")


@pytest.mark.parametrize(
    "words",
    [
        "our little girl",
        "we lost our baby",
        "i had a miscarriage",
        "there was no heartbeat at 20 weeks",
        "my baby died",
    ],
)
def test_a_baby_stays_one(words):
    assert not stands_on_nothing("baby_loss", words, "open")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("our little girl. she was 4", "our little girl died. she was 4"),
        ("our son was 9", "our son died. was 9"),
        ("my daughter, aged 12", "my daughter died. aged 12"),
        ("it was our boy he was only six", "our boy died. he was only six"),
        ("our little lad. he was 3 years old", "our little lad died. he was 3 years old"),
        ("my wife. she was 61", "my wife died. she was 61"),
    ],
)
def test_who_it_was_is_told_as_a_death(words, told):
    assert as_a_death(words) == told


@pytest.mark.parametrize(
    "words",
    ["our son is 9", "our son was a nurse", "she was lovely",
     "my daughter lives in leeds", "our boy was 9 when it began",
     "my son was 9 and she was his world"],
)  # fmt: skip
def test_anything_else_stays_as_it_is(words):
    assert as_a_death(words) == words
