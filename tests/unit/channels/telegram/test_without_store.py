"""What is said without the store is said once, however often it is read."""

import asyncio

import pytest

from bot.channels.telegram.aside import Aside
from bot.channels.telegram.incoming import read
from bot.channels.telegram.without_store import WithoutStore
from bot.model.messages import Message, Reply

DANGER = Reply((Message("Call 999."),), urgent=True)


class Wire:
    """What was sent."""

    def __init__(self):
        self.sent = []

    async def send(self, chat, text, buttons, *, quiet):
        self.sent.append((chat, text))


class Answering:
    """Hears danger in everything, once it is let go on."""

    def __init__(self):
        self.go_on = asyncio.Event()

    async def without_store(self, update):
        await self.go_on.wait()
        return DANGER


@pytest.fixture
def update():
    chat = {"id": 1001, "type": "private"}
    return read({"update_id": 7, "message": {"message_id": 1, "date": 0, "chat": chat, "from": chat, "text": "help"}})


async def test_danger_read_by_two_at_the_same_time_is_answered_once(update):
    wire, answering = Wire(), Answering()
    without_store = WithoutStore(wire, answering, None, Aside(), asyncio.sleep)
    both = asyncio.gather(without_store.heed([update]), without_store.heed([update]))
    await asyncio.sleep(0)
    answering.go_on.set()
    await both
    assert await without_store.has_answered(update)
    await asyncio.gather(*without_store.tasks)
    await asyncio.sleep(0.01)
    assert wire.sent == [(1001, "Call 999.")]
