"""After a very long silence somebody on Telegram is asked, once, whether what they keep is to stay; the real processes.

The days are moved in the store. A web process that starts looks at once for what is due.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.model.own_time import is_quiet, zone
from tests.system.stack import Stack
from tests.telegram_server import Person, TelegramServer

ASKED = "Shall I go on keeping what you have here?"
WITHIN = 90.0
SILENT = timedelta(days=800)
ZONES = ("Europe/London", "Asia/Tokyo", "America/Los_Angeles")
STEPS = (
    ("/start", "Who is this for?"),
    ("!For me", "What matters most"),
    ("the sea air", "Why does"),
    ("it clears my head", "good support"),
    ("a window that opens", "anything else"),
    ("!No, show me what I said", "Is it right?"),
    ("!It is right", "May I keep it?"),
    ("!Yes, keep it", "version 1"),
)
_numbers = count(7001)


@pytest.fixture
def keeper(faults: Stack, telegram: TelegramServer) -> Callable[[], Person]:
    """Makes somebody who keeps a summary, was silent for more than two years, and lives where it is day now."""

    def one() -> Person:
        ada = telegram.person(next(_numbers), "Ada")
        for step, question in STEPS:
            if step.startswith("!"):
                ada.presses(step[1:])
            else:
                ada.says(step)
            hears(ada, question)
        falls_silent(faults)
        return ada

    return one


def test_each_is_asked_once_no_answer_keeps_it_and_only_a_yes_to_deleting_deletes(
    faults: Stack, keeper: Callable[[], Person]
) -> None:
    ada = keeper()
    restart(faults)
    hears(ada, ASKED)
    faults.store("UPDATE people SET last_seen_at = ? WHERE asked_to_keep_at IS NOT NULL", long_ago())
    ben = keeper()
    restart(faults)
    hears(ben, ASKED)
    assert (asked(ada), asked(ben)) == (1, 1)
    ada.says("show my summary")
    hears(ada, "the sea air")
    kept = summaries(faults)

    ben.presses("Delete it")
    hears(ben, "Shall I delete everything?")
    ben.says("no, keep it")
    ben.says("show my summary")
    hears(ben, "the sea air")
    assert summaries(faults) == kept
    ben.says("delete everything")
    hears(ben, "Shall I delete everything?")
    ben.says("yes")
    hears(ben, "Everything is deleted")
    assert summaries(faults) == kept - 1


# --- helpers ----------------------------------------------------------------------------------------------------------


def hears(ada: Person, part: str) -> str:
    """Wait until the bot has written this, and return what it wrote since the person last did something."""
    happens(lambda: any(part in one.text for one in ada.hears(0)))
    return "\n".join(one.text for one in ada.hears(0))


def asked(ada: Person) -> int:
    return sum(ASKED in one.text for one in ada.sees() if one.by_bot)


def happens(happened: Callable[[], object]) -> None:
    end = time.monotonic() + WITHIN
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def long_ago() -> str:
    return f"{datetime.now(UTC) - SILENT:%Y-%m-%d %H:%M:%S.%f}"


def falls_silent(stack: Stack) -> None:
    """Move the last message of whoever came last to years ago, and them to where it is day."""
    by_day = next(name for name in ZONES if not is_quiet(datetime.now(UTC) + timedelta(minutes=5), zone(name)))
    newest = "(SELECT person_id FROM sessions WHERE channel = 'telegram' ORDER BY created_at DESC LIMIT 1)"
    stack.store(f"UPDATE people SET last_seen_at = ?, time_zone = ? WHERE id = {newest}", long_ago(), by_day)


def summaries(stack: Stack) -> int:
    return int(stack.store("SELECT count(*) FROM summaries")[0][0])


def restart(stack: Stack) -> None:
    """Have the web process killed and started: it looks for what is due at once, and then every half minute."""
    stack.kill("web")
    stack.start("web")
    stack.wait_until_ready()
