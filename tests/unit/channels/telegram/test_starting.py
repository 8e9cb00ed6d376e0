"""The start: nothing that only looks nice holds up an answer, and no single refusal ends the channel."""

import asyncio
import logging

import pytest
from pydantic import SecretStr

from bot.channels.telegram import channel as channels
from bot.channels.telegram import introducing, trying_again
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.gateway import Gateway
from bot.channels.telegram.introducing import MOST_TRIES, introduce
from bot.channels.telegram.polling import UNKNOWN_AGAIN, TokenAlarm, reach_telegram
from bot.channels.telegram.texts import Texts
from bot.channels.telegram.wire import LaterError, RefusedError, TelegramWire, UnknownTokenError
from bot.settings import Settings
from tests.telegram_server import TooMany
from tests.unit.fakes import copy_files

pytestmark = pytest.mark.usefixtures("quick")
TEXTS = Texts("https://what-matters.example.org", "Bramble Hospice")
DANGER = "i want to end my life"


@pytest.fixture
async def starting(make_channel):
    """Start a channel in the middle of a test."""
    channel = make_channel()

    def start():
        channel.start()
        return channel

    yield start
    await channel.stop()


# --- the menu and the bot's page --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["setMyCommands", "setMyDescription", "setMyShortDescription"])
async def test_a_menu_that_must_wait_an_hour_holds_no_answer_up(starting, server, ada, method):
    server.faults.on(method, TooMany(retry_after=3600), times=None)
    starting()
    await ada.says(DANGER, until="116 123")


async def test_a_menu_that_is_refused_holds_no_answer_up(starting, server, ada, monkeypatch):
    async def refused(*_given):
        raise RefusedError

    monkeypatch.setattr(TelegramWire, "introduce", refused)
    starting()
    await ada.says(DANGER, until="116 123")


async def test_a_menu_that_could_not_be_set_is_set_later(starting, server, monkeypatch, until):
    monkeypatch.setattr(introducing, "PAUSE", 0.01)
    server.faults.on("setMyDescription", TooMany(retry_after=0))
    starting()
    await until(lambda: [call.status for call in server.calls("setMyShortDescription")] == [200])
    assert len(server.calls("setMyDescription")) == 2


class Refusing:
    """Takes no menu, and says why."""

    def __init__(self, error):
        self.error, self.tries = error, 0

    async def introduce(self, *_texts):
        self.tries += 1
        raise self.error


@pytest.mark.parametrize(("error", "shortest"), [(RefusedError(), 60), (LaterError(3600), 3600)])
async def test_it_is_tried_a_few_times_only_and_not_before_telegram_says(caplog, error, shortest):
    waits, wire = [], Refusing(error)

    async def wait(seconds):
        waits.append(seconds)

    await introduce(wire, TEXTS, wait)

    assert wire.tries == MOST_TRIES == len(waits) + 1
    assert min(waits) == shortest
    assert all(record.levelno == logging.WARNING for record in caplog.records)


# --- the token --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["open", "use_polling"])
async def test_a_token_that_is_refused_once_at_the_start_is_tried_again(starting, ada, monkeypatch, caplog, step):
    """A proxy on the way said 404 with its own page, or 401."""
    real, refused = getattr(TelegramWire, step), iter([True] * 2)

    async def refuses(self):
        if next(refused, False):
            raise UnknownTokenError
        return await real(self)

    monkeypatch.setattr(TelegramWire, step, refuses)
    starting()
    await ada.says(DANGER, until="116 123")
    assert caplog.text.count("WHATMATTERS_TELEGRAM_TOKEN") == 1


async def test_a_token_that_nobody_knows_is_said_at_most_every_half_hour(caplog):
    time, waits = [0.0], []

    class Unknown:
        async def open(self):
            raise UnknownTokenError

    async def wait(seconds):
        waits.append(seconds)
        time[0] += seconds
        if time[0] > 2.5 * UNKNOWN_AGAIN:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await reach_telegram(Unknown(), None, TokenAlarm(lambda: time[0]), wait)

    assert max(waits) == trying_again.LONGEST_WAIT
    assert UNKNOWN_AGAIN == 1800
    assert len(caplog.records) == 3
    assert all("WHATMATTERS_TELEGRAM_TOKEN" in message for message in caplog.messages)


async def test_a_wrong_token_is_in_no_log(settings, begin, talking, clock, caplog, until):
    wrong = Settings(**{**settings.model_dump(), "telegram_token": SecretStr("700000009:" + "B" * 35)})
    channel = TelegramChannel(wrong, begin, talking, copy_files(begin, settings, clock), clock.now)
    channel.start()
    await until(lambda: "WHATMATTERS_TELEGRAM_TOKEN" in caplog.text)
    await channel.stop()
    assert "BBBBB" not in caplog.text


# --- a mistake of ours ------------------------------------------------------------------------------------------------


async def test_a_mistake_at_the_start_does_not_end_the_channel(starting, ada, monkeypatch, caplog):
    monkeypatch.setattr("bot.keeping_on.PAUSE", 0.01)
    real, mistakes = Gateway.resume, iter([True])

    async def resume(self, name):
        if next(mistakes, False):
            raise KeyError("the quokka at dusk")
        await real(self, name)

    monkeypatch.setattr(channels.Gateway, "resume", resume)
    starting()
    await ada.says(DANGER, until="116 123")
    assert "Telegram stopped and starts again (KeyError)" in caplog.messages
    assert "quokka" not in caplog.text
