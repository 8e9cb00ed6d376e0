"""The store is locked, full or gone for a while: people are told, danger is answered, nothing is lost."""

import asyncio
import sqlite3
import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.channels.telegram.mailbox import Mailbox
from tests.unit.channels.telegram.faults import DANGER, LINES, NEXT, is_asked

pytestmark = pytest.mark.usefixtures("tried_again_soon")


@pytest.fixture
def impatient(database):
    """A store that waits for nobody."""
    event.listen(database, "connect", lambda connection, _record: connection.execute("PRAGMA busy_timeout=20"))


@contextmanager
def locked(folder):
    """Within, somebody else holds the turn to write."""
    connection = sqlite3.connect(folder / "what-matters.db", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


async def test_a_store_that_is_locked(impatient, channel, server, ada, said, store_folder, until):
    await is_asked(ada)
    with locked(store_folder):
        heard = await ada.says(LINES[0], until="waits with Telegram")
        assert len(heard) == 1
        await ada.says(DANGER, until="116 123")
        ada.person.says(LINES[1])
        await asyncio.sleep(1)
        assert len([text for text in ada.told() if "waits with Telegram" in text]) == 1
    await until(lambda: said() == [*LINES[:2]])
    await ada.hears(until="good support")
    report = server.report()[1001]
    assert report.waiting == report.lost == ()


async def test_a_store_that_locks_once_words_are_taken_in(impatient, channel, ada, said, store_folder, monkeypatch):
    """Danger is answered even then."""
    await is_asked(ada)
    taken, lock = threading.Event(), locked(store_folder)
    real = Mailbox.take_in

    def take_in(self, updates):
        found = real(self, updates)
        if updates and not taken.is_set():
            lock.__enter__()
            taken.set()
        return found

    monkeypatch.setattr(Mailbox, "take_in", take_in)
    await ada.says(DANGER, until="116 123")
    lock.__exit__(None, None, None)
    await ada.says(LINES[0], until="Why does")
    assert said() == [LINES[0]]


WRITING = ("take_in", "look", "speaks", "outgoing", "claim", "answer", "move", "take_old_buttons")


@pytest.mark.parametrize("step", WRITING)
async def test_a_store_that_fails_at_one_step_and_then_works(channel, server, ada, said, monkeypatch, step, until):
    await is_asked(ada)
    before = len(ada.told())
    real, failures = getattr(Mailbox, step), iter([True] * 3)

    def fails(*given, **named):
        if next(failures, False):
            raise OperationalError("", {}, Exception("database or disk is full"))
        return real(*given, **named)

    monkeypatch.setattr(Mailbox, step, fails)
    for line in LINES[:3]:
        ada.person.says(line)
    await until(lambda: said() == [*LINES[:3]])
    await ada.hears(until="anything else")
    told = [text for text in ada.told()[before:] if "waits with Telegram" not in text]
    assert [part in text for part, text in zip(NEXT, told, strict=True)] == [True] * 3


async def test_the_store_fails_at_the_start(make_channel, ada, monkeypatch):
    real, failures = Mailbox.recover, iter([True] * 3)

    def recover(*given):
        if next(failures, False):
            raise OperationalError("", {}, Exception("database is locked"))
        return real(*given)

    monkeypatch.setattr(Mailbox, "recover", recover)
    channel = make_channel()
    channel.start()
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await channel.stop()
