"""Words that a helper passes on: the plain answer in them, the person's own words, and what is of the helper alone."""

import pytest

from bot.understanding.relaying import answer_passed_on, is_of_the_helper, passed_on


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("She says yes", "yes"),
        ("ok she says yes.", "yes."),
        ("Joan says yes please", "yes please"),
        ("Mrs Brown said yes", "yes"),
        ("she said: keep it", "keep it"),
        ("that's a yes from Joan", "yes"),
        ("it’s a no", "no"),
        ("he says no thank you", "no thank you"),
        ("she says she is not sure", ""),
        ("she says yes but not the bit about her brother", ""),
        ("she says yes she would like to sleep on it", ""),
        ("her daughter says yes", ""),
        ("my daughter says yes", ""),
        ("the nurse says yes", ""),
        ("everybody says yes", ""),
        ("I said yes", ""),
        ("they said yes", ""),
        ("she never says yes", ""),
        ("yes", ""),
    ],
)
def test_a_plain_answer_that_is_passed_on(words, answer):
    assert answer_passed_on(words) == answer


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("Joan says: what matters most is the garden", "what matters most is the garden"),
        ("she says put Betty and Len", "Betty and Len"),
        ("hang on, she says put Betty and Len. Len's the dog", "Betty and Len. Len's the dog"),
        ("She says the garden, and her hens", "the garden, and her hens"),
        ("her words are I want to be outside", "I want to be outside"),
        ("Joan's words are: leave the window open", "leave the window open"),
        ("Joan says to put that she hates the noise", "she hates the noise"),
        ("Betty says I'm stubborn", ""),
        ("the doctor says I have to rest", ""),
        ("everyone says I talk too much", ""),
        ("my garden", ""),
        ("what she says goes", ""),
    ],
)
def test_what_leads_in_to_their_words_is_taken_off(words, own):
    assert passed_on(words) == own


@pytest.mark.parametrize(
    "words",
    [
        "I'm not writing about me! I'm Pat, the words are Joan's",
        "I'm Pat the volunteer",
        "not about me",
        "im just typing it for Joan",
        "these are not my words",
    ],
)
def test_what_is_of_the_helper_alone(words):
    assert is_of_the_helper(words)


@pytest.mark.parametrize(
    "words",
    ["I'm the oldest of nine", "my volunteer Pat comes on Fridays", "I'm not me without my hens", "writing letters"],
)
def test_what_is_of_the_person(words):
    assert not is_of_the_helper(words)
