"""Telegram is down, the token is refused, or somebody else uses it: it is tried again until it works."""

import asyncio

import pytest

from bot.channels.telegram import wire
from bot.channels.telegram.wire import TelegramWire
from tests.telegram_server import Broken, Reset, TooMany
from tests.unit.channels.telegram.faults import LINES, is_asked

pytestmark = pytest.mark.usefixtures("tried_again_soon")


async def test_telegram_is_down_at_the_start(make_channel, server, ada):
    channel = make_channel()
    with server.is_down():
        channel.start()
        await asyncio.sleep(0.3)
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await channel.stop()


@pytest.mark.parametrize("method", ["getMe", "setMyCommands", "setMyDescription", "deleteWebhook"])
@pytest.mark.parametrize("fault", [Broken(502), TooMany(1), Reset(done=False)])
async def test_a_start_that_goes_wrong_is_tried_again(make_channel, server, ada, method, fault):
    server.faults.on(method, fault)
    channel = make_channel()
    channel.start()
    ada.person.starts()
    await ada.hears(until="Who is this for?")
    await channel.stop()


async def test_telegram_goes_down_later(channel, server, ada, said):
    await is_asked(ada)
    with server.is_down():
        ada.person.says(LINES[0])
        await asyncio.sleep(0.3)
    await ada.hears(until="Why does")
    assert said() == [LINES[0]]


async def test_a_token_that_is_refused_once_is_tried_again(channel, server, ada, said, monkeypatch):
    await is_asked(ada)
    real, refused = TelegramWire.poll, iter([True])

    async def poll(self, *given):
        if next(refused, False):
            raise wire.UnknownTokenError
        return await real(self, *given)

    monkeypatch.setattr(TelegramWire, "poll", poll)
    await ada.says(LINES[0], until="Why does")
    await ada.says(LINES[1], until="good support")


async def test_somebody_else_polls_with_the_same_token(channel, server, ada, said, settings):
    await is_asked(ada)
    other = TelegramWire(server.token, server.root)
    await other.open()
    await other.poll(0, 0)
    with pytest.raises(wire.WireError):
        await asyncio.gather(*(other.poll(0, 1) for _ in range(2)))
    await ada.says(LINES[0], until="Why does")
    assert said() == [LINES[0]]
    await other.close()
