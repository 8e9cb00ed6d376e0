"""Updates that Telegram brings: only with its secret, and 200 only once they are written down."""

import asyncio
import json
import socket

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import HEADER, LONGEST, PATH, secret_of
from bot.store.tables.telegram import UpdateRow
from tests.unit.fakes import copy_files

CHAT = 4_433_221_100
PERSON = {"id": CHAT, "is_bot": False, "first_name": "Ada"}
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 5,
        "date": 1_795_000_000,
        "chat": {"id": CHAT, "type": "private"},
        "from": PERSON,
        "text": "my garden",
    },
}


@pytest.fixture
async def channel(settings, begin, talking, clock, server):
    settings = settings.model_copy(update={"telegram_webhook": True})
    channel = TelegramChannel(settings, begin, talking, copy_files(begin, settings, clock), clock.now)
    channel.start()
    yield channel
    await channel.stop()


@pytest.fixture
async def telegram(channel, server):
    """Telegram, at our door with the secret."""
    app = FastAPI()
    app.include_router(channel.routes)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="https://what-matters.example.org") as client:
        client.headers[HEADER] = secret_of(server.token)
        yield client


def numbers(begin):
    with begin(reading=True) as records:
        return [row.number for row in records._session.query(UpdateRow)]


async def test_an_update_is_written_down_before_it_is_acknowledged(telegram, begin):
    assert (await telegram.post(PATH, json=UPDATE)).status_code == 200
    assert numbers(begin) == [7]


async def test_the_same_update_again_is_acknowledged_and_counts_once(telegram, begin):
    for _ in range(2):
        assert (await telegram.post(PATH, json=UPDATE)).status_code == 200
    assert numbers(begin) == [7]


@pytest.mark.parametrize("secret", [b"", b"wrong", "é".encode()])
async def test_without_the_secret_there_is_nothing_here(telegram, begin, secret):
    answer = await telegram.post(PATH, json=UPDATE, headers={HEADER: secret})
    assert answer.status_code == 404
    assert numbers(begin) == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b"{}", b'{"update_id": "x"}', b"\xff", b'{"update_id": null}']
)
async def test_what_is_no_update_is_refused(telegram, begin, body):
    assert (await telegram.post(PATH, content=body)).status_code == 400
    assert numbers(begin) == []


async def test_what_is_far_too_long_is_refused(telegram, begin):
    body = json.dumps(UPDATE).encode() + b" " * LONGEST
    assert (await telegram.post(PATH, content=body)).status_code == 413
    assert numbers(begin) == []


async def test_what_cannot_be_written_down_is_to_come_again(telegram, begin, monkeypatch):
    def fails(*_args):
        raise OperationalError("insert", {}, Exception("full"))

    monkeypatch.setattr("bot.channels.telegram.mailbox.Mailbox.take_in", fails)
    assert (await telegram.post(PATH, json=UPDATE)).status_code == 503
    monkeypatch.undo()
    assert (await telegram.post(PATH, json=UPDATE)).status_code == 200
    assert numbers(begin) == [7]


async def test_telegram_is_told_the_address_and_the_secret(telegram, server):
    (call,) = await asyncio.to_thread(server.waits_for_call, "setWebhook")
    assert call.parameters["url"] == f"https://what-matters.example.org{PATH}"
    assert call.parameters["secret_token"] == secret_of(server.token)
    assert PATH not in json.dumps((await telegram.get("/openapi.json")).json()["paths"])


@pytest.fixture
async def served(settings, begin, talking, clock):
    """A channel behind a real address, which the stand-in brings updates to."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        here = {"telegram_webhook": True, "public_url": f"http://127.0.0.1:{listener.getsockname()[1]}"}
        channel = TelegramChannel(
            settings.model_copy(update=here), begin, talking, copy_files(begin, settings, clock), clock.now
        )
        app = FastAPI()
        app.include_router(channel.routes)
        serving = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off"))
        task = asyncio.create_task(serving.serve(sockets=[listener]))
        channel.start()
        yield
        await channel.stop()
        serving.should_exit = True
        await task


@pytest.mark.usefixtures("quick", "served")
async def test_a_conversation_through_it(ada, server):
    await asyncio.to_thread(server.waits_for_call, "setWebhook")
    await ada.starts()
    await ada.presses("For me", "What matters most")
    await ada.says("my garden", "Why does that matter")
    assert server.calls("getUpdates") == []


def test_the_secret_is_not_the_token(server):
    assert server.token not in secret_of(server.token)
