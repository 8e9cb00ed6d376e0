"""The chat API: its fixed shape, spoken over HTTP to the real application with a fake engine behind it."""

from dataclasses import replace

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from bot.asgi import application
from bot.bootstrap import build
from bot.channels.engine import EngineMessage
from bot.settings import Settings
from tests.unit.fakes import FakeEngine


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def parts(store_folder, key, clock):
    parts = build(Settings(data_dir=store_folder, organisation="Example Hospice"), clock)
    yield parts
    parts.database.dispose()


@pytest.fixture
async def client(parts, engine):
    transport = httpx.ASGITransport(application(parts, engine))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture
async def bearer(client):
    answer = await client.post("/api/chat/sessions")
    return {"Authorization": f"Bearer {answer.json()['session']}"}


async def test_a_session_is_made(client):
    answer = await client.post("/api/chat/sessions")
    assert answer.status_code == 201
    assert set(answer.json()) == {"session"}
    assert len(answer.json()["session"]) >= 32


async def test_a_message_gets_messages(client, engine, bearer):
    engine.says = lambda _p, _h: [
        EngineMessage("Keep it?", (("Yes", "choose:keep"),)),
        EngineMessage("Open it.", (), (("My copy", "https://example.org/copy/x"),)),
    ]
    answer = await client.post("/api/chat/messages", json={"text": "my garden"}, headers=bearer)
    assert answer.status_code == 200
    body = answer.json()
    assert body["received"] is True
    first, second = body["messages"]
    assert (first["text"], first["links"]) == ("Keep it?", [])
    assert [set(choice) for choice in first["choices"]] == [{"title", "choice"}]
    assert second == {
        "text": "Open it.",
        "choices": [],
        "links": [{"title": "My copy", "url": "https://example.org/copy/x"}],
    }
    pressed = {"choice": first["choices"][0]["choice"]}
    assert (await client.post("/api/chat/messages", json=pressed, headers=bearer)).status_code == 200
    assert engine.heard[-1].intent == "choose"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer nonsense"},
        {"Authorization": "Basic nonsense"},
        {"Authorization": b"Bearer \xe9\xff"},
    ],
    ids=str,
)
async def test_nobody_is_let_in_without_a_session(client, engine, headers):
    answer = await client.post("/api/chat/messages", json={"text": "my garden"}, headers=headers)
    assert answer.status_code == 401
    assert answer.json()["detail"]
    assert answer.headers["www-authenticate"] == "Bearer"
    assert engine.heard == []


async def test_danger_needs_no_session(client):
    answer = await client.post("/api/chat/messages", json={"text": "I want to kill myself"})
    assert answer.status_code == 200
    assert "999" in str(answer.json()["messages"])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": None},
        {"text": "my garden", "choice": "x"},
        {"text": "my garden", "extra": 1},
        {"text": 5},
        {"text": ["my garden"]},
        {"choice": "x" * 65},
        {"text": "my garden", "message_id": ""},
        {"text": "my garden", "message_id": "x" * 65},
        [],
        "my garden",
        None,
    ],
    ids=lambda body: str(body)[:40],
)
async def test_a_malformed_message_is_refused_without_repeating_it(client, engine, bearer, body):
    answer = await client.post("/api/chat/messages", json=body, headers=bearer)
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert "garden" not in answer.text
    assert engine.heard == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"text": "\\ud800"}', b'{"text": "a\\u0000b"}'])
async def test_whatever_bytes_arrive_get_an_answer(client, bearer, content):
    headers = bearer | {"Content-Type": "application/json"}
    answer = await client.post("/api/chat/messages", content=content, headers=headers)
    assert answer.status_code in {200, 400, 422}
    assert answer.json()


async def test_a_message_id_repeats_the_reply(client, engine, bearer):
    body = {"text": "my garden", "message_id": "m1"}
    first = await client.post("/api/chat/messages", json=body, headers=bearer)
    again = await client.post("/api/chat/messages", json=body, headers=bearer)
    assert first.json() == again.json()
    assert len(engine.heard) == 1


async def test_an_engine_that_is_down_is_still_a_reply(client, engine, bearer):
    engine.down = True
    answer = await client.post("/api/chat/messages", json={"text": "my garden"}, headers=bearer)
    assert answer.status_code == 200
    assert answer.json()["messages"]


async def test_its_description_has_both_routes(client):
    paths = (await client.get("/openapi.json")).json()["paths"]
    assert {"/api/chat/sessions", "/api/chat/messages"} <= set(paths)
    assert "201" in paths["/api/chat/sessions"]["post"]["responses"]
    assert {"200", "401", "422"} <= set(paths["/api/chat/messages"]["post"]["responses"])


async def test_words_are_in_no_log(client, engine, bearer, caplog):
    caplog.set_level(0)
    engine.down = True
    await client.post("/api/chat/messages", json={"text": "the heron on the slipway"}, headers=bearer)
    await client.post("/api/chat/messages", json={"text": "the heron on the slipway", "x": 1}, headers=bearer)
    assert "heron" not in caplog.text


async def test_health(client, engine):
    assert (await client.get("/health/live")).status_code == 200
    engine.ready = False
    assert (await client.get("/health/ready")).status_code == 503


@pytest.mark.parametrize("text", ["my garden " * 20_000, "my garden " * 60_000], ids=["200,000", "600,000"])
async def test_words_that_are_too_long_are_answered_kindly(client, engine, bearer, lines, text):
    answer = await client.post("/api/chat/messages", json={"text": text}, headers=bearer)
    assert answer.status_code == 200
    assert answer.json()["received"] is False
    assert [message["text"] for message in answer.json()["messages"]] == [m.text for m in lines.too_long.messages]
    assert engine.heard == []


async def test_danger_in_words_that_are_too_long_is_answered(client):
    answer = await client.post("/api/chat/messages", json={"text": "I want to kill myself. " + "my garden " * 60_000})
    assert answer.status_code == 200
    assert "999" in str(answer.json()["messages"])


async def in_pieces(size, times):
    for _ in range(times):
        yield b"x" * size


async def test_a_body_over_the_limit_is_refused_whatever_its_headers_claim(client, engine, bearer):
    declared = await client.post("/api/chat/messages", content=b"x" * 1_048_577, headers=bearer)
    streamed = await client.post("/api/chat/messages", content=in_pieces(100_000, 11), headers=bearer)
    unread = await client.post("/api/chat/sessions", content=b"x" * 1_048_577)
    for answer in (declared, streamed, unread):
        assert answer.status_code == 413
        assert "smaller parts" in answer.json()["detail"]
        assert answer.headers["cache-control"] == "no-store"
    assert engine.heard == []


async def test_one_address_starts_so_many_conversations_and_messages_go_on(parts, engine):
    few = replace(parts, settings=parts.settings.model_copy(update={"new_sessions_a_minute": 2}))
    transport = httpx.ASGITransport(application(few, engine))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        first, _, refused = [await client.post("/api/chat/sessions") for _ in range(3)]
        page = await client.post("/chat/arrive")
        headers = {"Authorization": f"Bearer {first.json()['session']}"}
        said = [await client.post("/api/chat/messages", json={"text": "hello"}, headers=headers) for _ in range(5)]
        danger = await client.post("/api/chat/messages", json={"text": "I want to kill myself"})
        on_the_page = await client.post("/chat/messages", data={"text": "I want to kill myself"})
    for answer in (refused, page):
        assert answer.status_code == 429
        assert 1 <= int(answer.headers["retry-after"]) <= 30
    assert "try again" in refused.json()["detail"]
    assert "Please wait a minute" in page.text
    assert {answer.status_code for answer in (*said, danger, on_the_page)} == {200}
    assert "999" in danger.text
    assert "999" in on_the_page.text


async def test_a_store_that_cannot_be_read_at_the_start_stops_nobody_from_getting_help(parts, engine, monkeypatch):
    def fails(*_):
        raise OperationalError("", {}, Exception("disk I/O error"))

    monkeypatch.setattr(type(parts.finder), "warm", fails)
    app = application(parts, engine)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            session = (await client.post("/api/chat/sessions")).json()["session"]
            headers = {"Authorization": f"Bearer {session}"}
            answer = await client.post("/api/chat/messages", json={"text": "I want to kill myself"}, headers=headers)
    assert "999" in str(answer.json()["messages"])
