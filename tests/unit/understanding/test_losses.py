"""Nobody has died; a guess at grief stands on words of a loss; whose partner it was."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.losses import nobody_has_died, speaks_of_a_loss
from bot.understanding.own_kin import anothers_partner, was_a_friend


@pytest.mark.parametrize(
    "words",
    ["WHAT? she's not dead!!!", "no one has died. go back to my plan", "my mum is alive", "she hasnt died",
     "nobody's died", "like i said nobody died", "he's still alive"],
)  # fmt: skip
def test_words_that_say_that_nobody_has_died(words):
    assert nobody_has_died(words)
    assert not speaks_of_a_loss(words)
    assert act_on([("bereavement_support", 0.98)], words, "choosing") == ("inform", 1.0)
    assert act_on([("death_just_happened", 0.98)], words, "open") == ("inform", 1.0)


@pytest.mark.parametrize(
    "words",
    ["is she not dead?", "i dont know if she is alive", "I'm not sure he's dead", "not dead but he stopped breathing",
     "my mum is alive but dad died", "he was still alive at teatime", "she isn't dead, she's cold and blue",
     "dad died"],
)  # fmt: skip
def test_words_that_do_not(words):
    assert not nobody_has_died(words)


@pytest.mark.parametrize("words", ["what do i do if she walks off", "till im dead. so, three months?", "after i die?"])
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_no_grief_is_guessed_where_nothing_speaks_of_a_loss(words, state):
    assert act_on([("bereavement_support", 0.98)], words, state)[0] in {"inform", "nlu_fallback"}


@pytest.mark.parametrize(
    "words", ["brother. rope. 1990. still", "we had a daughter for one night", "my dad died, who can i talk to?"]
)
def test_with_nothing_asked_a_loss_may_be_told_in_any_words(words):
    assert act_on([("bereavement_support", 0.98)], words, "open")[0] == "bereavement_support"


@pytest.mark.parametrize("words", ["can i go to the funeral, his wife never liked me", "her husband is angry with me"])
def test_anothers_partner(words):
    assert anothers_partner(words)


@pytest.mark.parametrize("words", ["my wife died", "I was his wife", "wife", "his wife, and my husband", "my mum"])
def test_ones_own_partner(words):
    assert not anothers_partner(words)


@pytest.mark.parametrize("words", ["im not his partner im his mate", "not family", "I was her best friend"])
def test_a_friend(words):
    assert was_a_friend(words)


@pytest.mark.parametrize("words", ["my best friend is with me", "my husband", "im not family im his carer"])
def test_no_friend(words):
    assert not was_a_friend(words)
