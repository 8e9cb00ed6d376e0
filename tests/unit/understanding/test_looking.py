"""Words that ask for what was shown before, and words that do not."""

import pytest

from bot.understanding.looking import asks_again


@pytest.mark.parametrize(
    "words",
    [
        "whats the number again for the suicide bereaved lot",
        "what was that number again?",
        "can you show me those again",
        "give me the list again please",
        "I lost it, can I see the numbers again",
        "who were those people again",
    ],
)
def test_what_was_shown_is_asked_for(words):
    assert asks_again(words)


@pytest.mark.parametrize(
    "words",
    [
        "I will never see them again",
        "I rang that number again and nobody answered",
        "I cant go through it again, who can help",
        "is there anyone I can talk to",
        "what is the number",
        "I don't want to see him again",
        "the people next door had a row again and I could hear what they said about the dog and the fence",
    ],
)
def test_nothing_is_asked_for_again(words):
    assert not asks_again(words)
