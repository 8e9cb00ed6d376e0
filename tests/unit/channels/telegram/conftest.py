"""A channel on a real store, in front of Telegram's stand-in and of an engine that follows our own rules."""

import asyncio

import pytest
from pydantic import SecretStr

from bot.channels.telegram import delivery, trying_again, wire
from bot.channels.telegram.channel import TelegramChannel
from bot.settings import Settings
from tests.telegram_server import Limits, TelegramServer
from tests.unit.fakes import copy_files


@pytest.fixture
def server():
    with TelegramServer(limits=Limits.without_rates()) as server:
        yield server


@pytest.fixture
def settings(server, key_folder):
    return Settings(
        data_dir=key_folder,
        organisation="Bramble Hospice",
        public_url="https://what-matters.example.org",
        telegram_token=SecretStr(server.token),
        telegram_api_url=server.root,
    )


@pytest.fixture
def make_channel(settings, begin, talking, clock):
    return lambda: TelegramChannel(settings, begin, talking, copy_files(begin, settings, clock), clock.now)


@pytest.fixture
async def channel(make_channel):
    channel = make_channel()
    channel.start()
    yield channel
    await channel.stop()


class Ada:
    """Somebody with Telegram, for async tests: what the person of the stand-in does, and what they hear."""

    def __init__(self, person):
        self.person = person

    async def hears(self, until=""):
        """What the bot wrote since the person last did something, once one of these messages holds the text."""
        heard = []
        while not any(until in one.text for one in heard):
            heard = await asyncio.to_thread(self.person.hears, len(heard) + 1)
        return heard

    async def sees(self, until, count=1):
        """What stands in the chat, once so many messages of the bot hold the text."""
        return await asyncio.to_thread(
            self.person.waits_until, lambda seen: sum(one.by_bot and until in one.text for one in seen) >= count
        )

    def told(self):
        """The words of all that the bot wrote so far."""
        return [one.text for one in self.person.sees() if one.by_bot]

    async def starts(self, payload="", until="Who is this for?"):
        self.person.starts(payload)
        return await self.hears(until)

    async def says(self, text, until=""):
        self.person.says(text)
        return await self.hears(until)

    async def presses(self, title, until=""):
        self.person.presses(title)
        return await self.hears(until)


@pytest.fixture
def ada(server):
    return Ada(server.person(1001, first_name="Ada"))


@pytest.fixture
def bert(server):
    return Ada(server.person(1002, first_name="Bert"))


@pytest.fixture
def until():
    """Wait for what only the inside of this process shows, not the chat."""

    async def until(happened):
        end = asyncio.get_running_loop().time() + 20
        while not happened():
            assert asyncio.get_running_loop().time() < end, "waited in vain"
            await asyncio.sleep(0.01)

    return until


@pytest.fixture
def quick(monkeypatch):
    """Messages of one reply follow each other at once."""
    monkeypatch.setattr(delivery, "BETWEEN", 0.0)
    monkeypatch.setattr(delivery, "LONGEST_PAUSE", 0.0)


@pytest.fixture
def tried_again_soon(quick, monkeypatch):
    """What fails is tried again soon; and answers that do not come are waited for half a second."""
    monkeypatch.setattr(trying_again, "LONGEST_WAIT", 0.2)
    made = wire._Requests.__init__

    def impatient(self, **given):
        made(self, **{**given, "read_timeout": 0.5})

    monkeypatch.setattr(wire._Requests, "__init__", impatient)


@pytest.fixture
def said(begin, rules):
    """What the conversation took down of what a person of this number said, in order."""

    def lines(number=1001):
        with begin(reading=True) as records:
            person = records.sessions.person(records.telegram.token_of(number))
            return [line.words for line in records.drafts.get(person).lines] if person else []

    return lines


class Held:
    """Words over which the engine thinks for as long as a test wants."""

    def __init__(self, rules):
        self._hear = rules.hear
        self._held = {}
        self.heard = asyncio.Event()
        rules.hear = self.hear

    def hold(self, text):
        self._held[text] = asyncio.Event()
        self.heard.clear()

    def let_go(self):
        for held in self._held.values():
            held.set()

    async def hear(self, person, heard):
        if heard.text in self._held:
            self.heard.set()
            await self._held[heard.text].wait()
        return await self._hear(person, heard)


@pytest.fixture
def thinking(rules):
    thinking = Held(rules)
    yield thinking
    thinking.let_go()
