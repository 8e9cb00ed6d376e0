"""A service asked for by its name: which words may be the name."""

import pytest

from bot.understanding.by_name import name_asked_for
from bot.understanding.looking import asks_again

ASKED = {
    "dementia uk number": "dementia uk",
    "phone number for dementia uk": "dementia uk",
    "have you got dementia uk's number": "dementia uk",
    "its sands i want": "sands",
    "i meant the number for miscarriage association": "miscarriage association",
    "whats the website of cruse please": "cruse",
    "no i want cruse": "cruse",
    "how do i ring marie curie": "marie curie",
}
NOT_ASKED = (
    "the cruse number is wrong",
    "the number for cruse is engaged",
    "my mum died and i cant sleep",
    "she was always at the church on a sunday",
    "nobody answers at marie curie",
)


@pytest.mark.parametrize(("words", "name"), ASKED.items())
def test_the_name_is_what_is_asked_for(words, name):
    assert name_asked_for(words) == name


@pytest.mark.parametrize("words", NOT_ASKED)
def test_other_words_ask_for_nobody(words):
    assert not name_asked_for(words)


def test_an_answer_that_names_no_number_is_an_answer():
    assert name_asked_for("i need calm") == "calm"
    assert not name_asked_for("i need calm", number=True)
    assert name_asked_for("the number for calm", number=True) == "calm"


@pytest.mark.parametrize("words", ["what number", "which number is it", "sorry what number was it"])
def test_what_number_asks_for_the_list_again(words):
    assert asks_again(words)
