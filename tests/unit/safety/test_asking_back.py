"""A question about a reply to danger, told from one about the chat and from an answer."""

import pytest

from bot.safety.asking_back import asks_about_it, asks_whether_to_tell, asks_who_knows


@pytest.mark.parametrize(
    "words",
    [
        "thats normal isnt it",
        "is that normal?",
        "it isnt that bad is it",
        "is she dying",
        "do i need to ring 999",
        "should i call an ambulance",
        "what do i do",
        "will it pass",
        "are you sure",
        "why 999",
        "does that mean shes dying",
    ],
)
def test_it_asks_about_what_was_just_said(words):
    assert asks_about_it(words)


@pytest.mark.parametrize(
    "words",
    [
        "can i skip this",
        "what can you do",
        "who can see this",
        "do i have to do this",
        "should i give my name",
        "how long do you keep this",
        "why does that matter to you",
        "is it for my wife",
        "the garden",
        "that would be nice",
        "its fine",
    ],
)
def test_it_asks_of_the_chat_or_is_an_answer(words):
    assert not asks_about_it(words)


@pytest.mark.parametrize(
    "words",
    ["who checks this", "who sees it", "does anyone read this", "do you report it", "is this confidential",
     "so who knows about this"],
)  # fmt: skip
def test_it_asks_who_gets_to_know(words):
    assert asks_who_knows(words)


@pytest.mark.parametrize(
    "words",
    ["do i have to tell someone", "should i report it to the council", "am i supposed to say something",
     "what if i dont tell anyone", "will i get in trouble for this", "can i keep it quiet"],
)  # fmt: skip
def test_it_asks_whether_to_tell(words):
    assert asks_whether_to_tell(words)


@pytest.mark.parametrize(
    "words",
    ["who checks on mum", "i told my sister", "can i tell you something", "do i have to register it", "my gp knows",
     "should i tell her how i feel about the garden and the dog", "who knows", "how do i report it"],
)  # fmt: skip
def test_it_is_neither(words):
    assert not asks_whether_to_tell(words)
    assert not asks_who_knows(words)
