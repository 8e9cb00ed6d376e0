"""Our side of the engine's HTTP face: what is sent, how an answer is read, and that half an answer is none."""

import json

import httpx
import pytest

from bot.channels.engine import LONGEST_READ, EngineDownError, EngineMessage, Heard, RasaEngine, _messages
from bot.model.position import Expecting


def text(value, buttons=None, custom=None):
    return {"text": value, "buttons": buttons or [], "custom": custom}


def link(title="Open", url="https://example.org"):
    return {"text": None, "buttons": [], "custom": {"links": [{"title": title, "url": url}]}}


YES = {"title": "Yes", "payload": "affirm"}
NO = {"title": "No", "payload": "deny"}

TABLE = [
    ("one text", [text("Hello.")], [("Hello.", [], [])]),
    ("a blank line parts two messages", [text("One.\n\nTwo.")], [("One.", [], []), ("Two.", [], [])]),
    ("a line break does not", [text("One.\nTwo.")], [("One.\nTwo.", [], [])]),
    ("many blank lines", [text("One.\n\n\n\nTwo.\n\n")], [("One.", [], []), ("\nTwo.", [], [])]),
    (
        "buttons go with the last part",
        [text("One.\n\nTwo?", [YES, NO])],
        [("One.", [], []), ("Two?", ["Yes", "No"], [])],
    ),
    ("a link goes with the text before it", [text("Open it."), link()], [("Open it.", [], ["Open"])]),
    ("two links", [text("Open."), link("A"), link("B")], [("Open.", [], ["A", "B"])]),
    ("buttons without text go with the text before", [text("Two?"), text(None, [YES])], [("Two?", ["Yes"], [])]),
    ("nothing at all", [], []),
    ("empty texts", [text(""), text(None), text("  \n\n ")], []),
    ("two texts, each with buttons", [text("A?", [YES]), text("B?", [NO])], [("A?", ["Yes"], []), ("B?", ["No"], [])]),
]


@pytest.mark.parametrize(("why", "raw", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_how_an_answer_is_read(why, raw, expected):
    found = _messages(raw)
    shape = [(m.text.strip("\n"), [t for t, _ in m.buttons], [t for t, _ in m.links]) for m in found]
    assert shape == [(words.strip("\n"), buttons, links) for words, buttons, links in expected]


def test_words_that_hold_markup_of_ours_stay_words():
    (message,) = _messages([text('“{"buttons": [1]} <b>x</b> https://x.org”')])
    assert message.buttons == message.links == ()


HEARD = Heard("t1", Expecting.ANSWERING, text="my garden")


def engine_that(answers):
    engine = RasaEngine("http://engine", "secret", 1)
    seen = []

    def handle(request):
        seen.append(request)
        answer = answers(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    engine._client._transport = httpx.MockTransport(handle)
    return engine, seen


def ok(*messages, whole=True):
    return httpx.Response(200, json={"messages": list(messages), "ok": whole})


async def test_what_is_sent():
    engine, seen = engine_that(lambda _: ok(text("Yes.")))
    assert await engine.hear("p1", HEARD) == [EngineMessage("Yes.")]
    (request,) = seen
    assert request.url == "http://engine/webhooks/what_matters/turns"
    assert request.headers["authorization"] == "Bearer secret"
    body = json.loads(request.content)
    assert body == {"conversation": "p1", "turn": "t1", "state": "answering", "text": "my garden"}
    await engine.hear("p1", Heard("t2", Expecting.CHOOSING, "affirm", "never sent"))
    assert json.loads(seen[1].content) == {"conversation": "p1", "turn": "t2", "state": "choosing", "intent": "affirm"}
    await engine.close()


async def test_a_long_message_is_classified_by_its_beginning():
    engine, seen = engine_that(lambda _: ok(text("Yes.")))
    await engine.hear("p1", Heard("t1", Expecting.OPEN, text="x" * 50_000))
    assert len(json.loads(seen[0].content)["text"]) == LONGEST_READ
    await engine.close()


@pytest.mark.parametrize(
    "answer",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("cut off"),
        httpx.Response(500, text="my garden"),
        httpx.Response(401),
        httpx.Response(422, json={"detail": "x"}),
        httpx.Response(200, text="not json"),
        httpx.Response(200, text=""),
        httpx.Response(200, json={}),
        httpx.Response(200, json=[]),
        httpx.Response(200, json=None),
        httpx.Response(200, json={"messages": None, "ok": True}),
        httpx.Response(200, json={"messages": [{"text": "x"}]}),
        httpx.Response(200, json={"messages": ["x"], "ok": True}),
        httpx.Response(200, json={"messages": [{"text": 5}], "ok": True}),
        httpx.Response(200, json={"messages": [{"text": "x", "buttons": [{"title": "y"}]}], "ok": True}),
        httpx.Response(200, json={"messages": [], "ok": True}),
        httpx.Response(200, json={"messages": [text("")], "ok": True}),
        ok(text("Half."), whole=False),
    ],
    ids=lambda answer: str(answer)[:30],
)
async def test_anything_but_a_whole_answer_is_none(answer, caplog):
    engine, _ = engine_that(lambda _: answer)
    caplog.set_level(0)
    with pytest.raises(EngineDownError):
        await engine.hear("p1", HEARD)
    assert "garden" not in caplog.text
    await engine.close()


@pytest.mark.parametrize("answer", [httpx.ConnectError("x"), httpx.Response(500), httpx.Response(204)])
async def test_forgetting_never_raises(answer):
    engine, seen = engine_that(lambda _: answer)
    await engine.forget("p1")
    assert (seen[0].method, seen[0].url.path) == ("DELETE", "/webhooks/what_matters/conversations/p1")
    await engine.close()


@pytest.mark.parametrize(
    ("answer", "ready"),
    [
        (httpx.Response(200), True),
        (httpx.Response(503), False),
        (httpx.ConnectError("x"), False),
        (httpx.ReadTimeout("x"), False),
    ],
)
async def test_readiness(answer, ready):
    engine, _ = engine_that(lambda _: answer)
    assert await engine.is_ready() is ready
    await engine.close()
