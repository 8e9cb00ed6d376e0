"""A conversation through Telegram on the real stack: processes are killed in the middle, and files are searched."""

import base64
import json
import re
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.system.stack import Stack
from tests.telegram_server import Person, TelegramServer

FIRST_NAME = "Wilhelmina"
LAST_NAME = "Quokkaby"
USERNAME = "quokka_lantern_keeper"
WORDS = "marmalade lanterns over Durdle Door"
UNSURE = "My last message may not have reached you."
ASKED = ("Why does", "good support", "anything else")
WITHIN = 60.0
_numbers = count(1001)


@pytest.fixture
def ada(telegram: TelegramServer) -> Iterator[Person]:
    """Somebody new, who was asked the first question that takes any words."""
    ada = telegram.person(next(_numbers), FIRST_NAME, last_name=LAST_NAME, username=USERNAME)
    ada.starts()
    hears(ada, "Who is this for?")
    ada.presses("For me")
    hears(ada, "What matters most")
    return ada


def hears(ada: Person, part: str) -> str:
    """Wait until the bot has answered with this, and return what it wrote since the person last did something."""
    end = time.monotonic() + WITHIN
    heard: list[str] = []
    while not any(part in text for text in heard):
        heard = [one.text for one in ada.hears(len(heard) + 1, within=end - time.monotonic())]
    return "\n".join(heard)


def happens(happened: Callable[[], object]) -> None:
    end = time.monotonic() + WITHIN
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def waiting(stack: Stack) -> int:
    """How many updates are written down and have no answer yet."""
    return int(stack.store("SELECT count(*) FROM telegram_updates WHERE answered_at IS NULL")[0][0])


def is_being_tried(stack: Stack) -> bool:
    return bool(stack.store("SELECT 1 FROM turns WHERE answered_at IS NULL AND tries >= 1"))


def mend(stack: Stack) -> None:
    stack.proxy.mode = "normal"
    for name in stack.services:
        if name not in stack.running:
            stack.start(name)
    stack.wait_until_ready()


def lines_read_back(ada: Person) -> list[str]:
    ada.says("show me what you have")
    return re.findall(r"^\d+\. (?:Why: )?“(.*?)”$", hears(ada, "“"), flags=re.MULTILINE | re.DOTALL)


def test_whatever_is_killed_every_message_gets_its_one_answer(
    faults: Stack, telegram: TelegramServer, ada: Person
) -> None:
    before = len(ada.sees())
    ada.says("the sea air")
    hears(ada, "Why does")
    faults.proxy.mode = "hanging"
    ada.says("it clears my head")
    happens(lambda: is_being_tried(faults))
    faults.kill("engine")
    faults.kill("actions")
    ada.says("i want to end my life")
    assert "116 123" in hears(ada, "116 123")
    ada.says("somebody to push the chair")
    happens(lambda: waiting(faults) == 2)
    faults.kill("web")
    ada.says("the church bells")
    mend(faults)
    hears(ada, "Why does")

    written = [one.text for one in ada.sees()[before:] if one.by_bot]
    if any(text.endswith(UNSURE) for text in written):
        ada.presses("Show it again")
        ada.hears()
    else:
        asked = ["Why does", "good support", "anything else", "Why does"]
        assert [part for text in written for part in ASKED if part in text] == asked
    support = "somebody to push the chair"
    assert lines_read_back(ada) == ["the sea air", "it clears my head", "the church bells", support]
    report = telegram.report()[ada.id]
    assert report.waiting == report.lost == ()


def test_words_names_and_token_are_in_no_file(stack: Stack, telegram: TelegramServer, ada: Person) -> None:
    ada.says(WORDS)
    hears(ada, WORDS)
    ada.sends("photo", caption=WORDS)
    hears(ada, "cannot see pictures")
    ada.forwards(WORDS, of=ada.account)
    hears(ada, "forwarded")
    ada.says(f"i want to kill myself {WORDS}")
    hears(ada, "116 123")
    secret = telegram.token.partition(":")[2]
    for planted in (WORDS, FIRST_NAME, LAST_NAME, USERNAME, secret):
        assert found(stack, planted) == [], planted


def found(stack: Stack, planted: str) -> list[Path]:
    forms = {
        planted.encode(),
        json.dumps(planted).encode()[1:-1],
        planted.encode("utf-16-le"),
        base64.b64encode(planted.encode())[:-4],
        planted.replace(" ", "%20").encode(),
    }
    return [path for form in forms for path in stack.files_holding(form)]


def test_easier_words_are_asked_for_from_the_menu(stack: Stack, ada: Person) -> None:
    ada.says("/easy_read")
    assert "easy words" in hears(ada, "easy words")
    ada.says("/help")
    assert "'easy read' at any time" not in hears(ada, "You can say 'skip'")
