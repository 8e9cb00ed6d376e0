"""Words that ask to go on elsewhere are recognised whole; what may be an answer is left to the open question."""

import pytest

from bot.understanding.commands import command
from bot.understanding.joining import PHONE, TELEGRAM, WEB, elsewhere

CLEAR = [
    ("use telegram", TELEGRAM),
    ("Use Telegram please.", TELEGRAM),
    ("Can I use Telegram?", TELEGRAM),
    ("can we carry on on telegram", TELEGRAM),
    ("continue in Telegram", TELEGRAM),
    ("switch to telegram", TELEGRAM),
    ("open on the web", WEB),
    ("Open it on the web", WEB),
    ("use the web", WEB),
    ("use the website please", WEB),
    ("open in my browser", WEB),
    ("continue in a web browser", WEB),
    ("continue on my phone", PHONE),
    ("can I carry on on my computer?", PHONE),
    ("move over to another device", PHONE),
    ("open on my laptop", PHONE),
]
MAY_BE_AN_ANSWER = [("telegram", TELEGRAM), ("use my phone", PHONE), ("I want to use my phone", PHONE)]
NEITHER = [
    "I want to be able to use my phone to ring my sister",
    "my son has telegram",
    "I do not want to use telegram",
    "the web of friends I have",
    "open the window",
    "continue",
    "carry on",
    "use",
    "my phone",
    "move my phone nearer",
    "",
    "\N{SPEECH BALLOON}",
]


@pytest.mark.parametrize(("words", "place"), CLEAR)
@pytest.mark.parametrize("answering", [False, True])
def test_clear_words_count_whatever_waits(words, place, answering):
    assert elsewhere(words, answering=answering) == place


@pytest.mark.parametrize(("words", "place"), MAY_BE_AN_ANSWER)
def test_what_may_be_an_answer_counts_only_where_none_is_waited_for(words, place):
    assert elsewhere(words) == place
    assert elsewhere(words, answering=True) == ""


@pytest.mark.parametrize("words", NEITHER)
def test_nothing_else_counts(words):
    assert elsewhere(words) == ""


@pytest.mark.parametrize("words", [words for words, place in CLEAR + MAY_BE_AN_ANSWER if place])
def test_none_of_them_commands_anything_else(words):
    assert command(words) is None
