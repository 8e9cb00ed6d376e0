"""Words that ask for a kind of copy, and words that only tell of print, cards or zips."""

import pytest

from bot.model.own_copy import CopyForm
from bot.understanding.copies import asks_for_copy, form_chosen, form_named

ASK = {
    "large print please": "large-print",
    "can I have it in large print?": "large-print",
    "I'd like a copy in big letters": "large-print",
    "the card for the ambulance": "card",
    "card for the paramedics please": "card",
    "ambulance card": "card",
    "everything you have on me": "everything",
    "could you send me everything you hold about me please": "everything",
    "zip": "everything",
    "a zip file with everything": "everything",
    "download my data": "everything",
    "can I get my summary as a pdf": "pdf",
    "my notes in plain text": "text",
    "a file for the GP system": "record",
}
TELL = [
    "I can only read large print", "large print books from the library", "I love zip wires", "zip up my coat",
    "the ambulance took him in the night", "she sent me a card for the fridge door", "I play cards on Fridays",
    "everything you said was true", "delete everything you have on me", "I want my daughter to have everything I have",
    "who has my data", "text me when she comes", "everything about me is private", "my mum has all the data",
]  # fmt: skip


@pytest.mark.parametrize(("words", "form"), ASK.items())
def test_a_kind_of_copy_is_asked_for(words, form):
    assert asks_for_copy(words, "open")
    assert asks_for_copy(words, "choosing")
    assert form_named(words) == form


@pytest.mark.parametrize("words", TELL)
@pytest.mark.parametrize("state", ["open", "choosing", "answering"])
def test_what_is_told_asks_for_no_copy(words, state):
    assert not asks_for_copy(words, state)


@pytest.mark.parametrize("words", ["large print please", "I need it in large print", "zip", "everything you have"])
def test_while_a_question_waits_it_may_be_the_answer(words):
    assert not asks_for_copy(words, "answering")


@pytest.mark.parametrize(
    "words", ["can I have a copy in large print", "everything you have on me", "give me the ambulance card"]
)
def test_while_a_question_waits_it_is_put_to_the_chat(words):
    assert asks_for_copy(words, "answering")


@pytest.mark.parametrize("words", ["not the large print", "I don't want everything", "anything without the card"])
def test_a_kind_that_is_put_aside_is_not_chosen(words):
    assert form_chosen(words) is None


def test_each_kind_that_can_be_named_is_one_that_can_be_made():
    assert set(ASK.values()) == set(CopyForm)
