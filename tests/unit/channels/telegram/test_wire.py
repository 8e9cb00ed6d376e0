"""What Telegram says when it does not do what was asked, read through the real library."""

import asyncio

import pytest

from bot.channels.telegram.wire import GoneError, RefusedError, TelegramWire
from tests.telegram_server.errors import bad_request
from tests.telegram_server.world import World


@pytest.fixture
async def telegram(server):
    wire = TelegramWire(server.token, server.root)
    await wire.open()
    yield wire
    await wire.close()


@pytest.fixture
def refuses(monkeypatch):
    """Let Telegram refuse every message with these words."""

    def refuses(words):
        def chat_to_write_to(world, given):
            raise bad_request(words)

        monkeypatch.setattr(World, "chat_to_write_to", chat_to_write_to)

    return refuses


async def test_a_chat_that_telegram_does_not_find_is_gone(telegram):
    with pytest.raises(GoneError):
        await telegram.send(4_433_221_100, "hello", (), quiet=False)


@pytest.mark.parametrize("words", ["PEER_ID_INVALID", "user is deactivated", "bot was blocked by the user"])
async def test_somebody_who_is_gone_is_gone_in_whatever_letters_telegram_says_so(telegram, refuses, words):
    refuses(words)
    with pytest.raises(GoneError):
        await telegram.send(1001, "hello", (), quiet=False)


@pytest.mark.parametrize("words", ["message text is empty", "BUTTON_DATA_INVALID"])
async def test_whatever_else_is_refused_says_nothing_of_the_person(telegram, refuses, words):
    refuses(words)
    with pytest.raises(RefusedError):
        await telegram.send(1001, "hello", (), quiet=False)


async def test_nobody_is_written_to_where_the_chat_is_gone(channel, server, ada, begin, refuses, until, quick):
    await ada.starts()
    refuses("PEER_ID_INVALID")
    ada.person.says("find support")

    def is_blocked():
        with begin(reading=True) as records:
            return records.telegram.get(records.telegram.id_of(1001)).blocked

    await until(is_blocked)
    assert await asyncio.to_thread(lambda: server.calls("sendMessage")[-1].status) == 400
