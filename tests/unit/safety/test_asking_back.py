"""A question about a reply to danger, told from one about the chat and from an answer."""

import pytest

from bot.safety.asking_back import asks_about_it


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
