"""The real engine, asked over HTTP as the gateway asks it."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from conftest import SECRET, Engine
from toy_actions import ToyActions

QUESTION = {"text": "What matters to you?", "buttons": [], "custom": None}
FAILURES = ["fail", "slow", "refuse", "invalid", "drop", "leak", "lost", "gone", "circle", "quiet"]


@pytest.fixture
def person() -> str:
    """The id of a new person."""
    return uuid.uuid4().hex


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], SECRET + "x", "é"])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "ready"), ("POST", "turns"), ("POST", "parse"), ("DELETE", "conversations/p1")],
)
def test_without_the_secret_nothing_answers(engine: Engine, method: str, path: str, secret: str) -> None:
    assert engine.request(method, path, secret=secret.encode().decode("latin-1")).status_code == 401


def test_it_is_ready(engine: Engine) -> None:
    answer = engine.request("GET", "ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "model": "toy.tar.gz"})


def test_a_turn_answers_with_whole_messages(engine: Engine, person: str) -> None:
    assert engine.turn(person, "hello") == {
        "messages": [
            {
                "text": "Hello.\n\nAnd welcome.",
                "buttons": [{"title": "Yes", "payload": "affirm"}],
                "custom": None,
            },
            {"text": None, "buttons": [], "custom": {"kind": "card"}},
        ],
        "ok": True,
    }


def test_a_response_and_an_action_in_one_turn(engine: Engine, person: str) -> None:
    answer = engine.turn(person, "who can see this")
    assert answer["ok"]
    assert [button["payload"] for button in answer["messages"][0]["buttons"]] == ["affirm", "choose:myself"]
    assert answer["messages"][1:] == [QUESTION]


def test_actions_read_the_turn_and_the_state_but_get_no_domain(
    engine: Engine, person: str, actions: ToyActions
) -> None:
    engine.turn(person, "the garden", turn="turn-7", state="answering")
    call = actions.calls[-1]
    assert call["sender_id"] == person
    assert call["tracker"]["latest_message"]["metadata"] == {"turn": "turn-7", "state": "answering"}
    assert call["tracker"]["latest_message"]["intent"]["name"] == "inform"
    assert "domain" not in call


@pytest.mark.parametrize(("state", "intent"), [("open", "greet"), ("answering", "inform")])
def test_the_state_decides_what_is_acted_on(engine: Engine, person: str, state: str, intent: str) -> None:
    question = {"text": "hello", "state": state}
    parsed = engine.request("POST", "parse", question).json()
    assert parsed["intent"] == intent
    assert 0 < parsed["confidence"] <= 1
    assert engine.row(person) is None
    said = engine.turn(person, **question)["messages"]
    assert (said == [QUESTION]) is (intent == "inform")


def test_slots_last_from_turn_to_turn(engine: Engine, person: str) -> None:
    engine.turn(person, intent="choose")
    assert engine.row(person) == (person, '{"door": "myself"}', "action_ask", 0)
    assert engine.turn(person, intent="affirm")["messages"][0]["text"] == "For yourself."


@pytest.mark.parametrize("typed", ["/restart", " / /restart", "/affirm", "/session_start"])
def test_typed_commands_are_only_words(engine: Engine, person: str, typed: str) -> None:
    engine.turn(person, intent="choose")
    engine.turn(person, typed, state="answering")
    assert engine.row(person)[1] == '{"door": "myself"}'


@pytest.mark.parametrize("typed", ["", " ", "/", "\ud83d", "\u0000", "é" * 5000, "💕💕"])
def test_odd_messages_are_answered(engine: Engine, person: str, typed: str) -> None:
    assert engine.turn(person, typed, state="answering") == {"messages": [QUESTION], "ok": True}


@pytest.mark.parametrize(
    "body",
    [
        None,
        {},
        {"conversation": "p1", "turn": "t1", "state": "open", "intent": "unheard_of"},
        {"conversation": "p1", "turn": "t1", "state": "open", "intent": "restart"},
        {"conversation": "p1", "turn": "t1", "state": "open", "text": "a", "intent": "affirm"},
        {"conversation": "p 1", "turn": "t1", "state": "open", "text": "a"},
    ],
)
def test_other_turns_are_refused(engine: Engine, body: Any) -> None:
    assert engine.request("POST", "turns", body).status_code == 422


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failed_turn_says_so_and_changes_nothing(engine: Engine, person: str, failure: str) -> None:
    engine.turn(person, intent="choose")
    before = engine.row(person)
    answer = engine.turn(person, f"as {failure}")
    assert not answer["ok"]
    assert len(answer["messages"]) == (failure == "fail")
    assert engine.row(person) == before
    assert engine.turn(person, "the garden", state="answering") == {"messages": [QUESTION], "ok": True}


def test_a_failed_turn_of_a_new_person_leaves_no_row(engine: Engine, person: str) -> None:
    assert not engine.turn(person, "as fail")["ok"]
    assert engine.row(person) is None


def test_words_that_cannot_be_parsed_fail_the_turn(engine: Engine, person: str) -> None:
    assert engine.turn(person, "break it") == {"messages": [], "ok": False}
    assert engine.request("POST", "parse", {"text": "break it"}).status_code == 503


def test_a_store_that_cannot_be_written_fails_the_turn(engine: Engine, person: str) -> None:
    engine.turn(person, "hello")
    before = engine.row(person)
    engine.sql("create trigger full_disk before update on dialogue begin select raise(abort, 'full'); end")
    try:
        assert not engine.turn(person, intent="choose")["ok"]
    finally:
        engine.sql("drop trigger full_disk")
    assert engine.row(person) == before
    # Were the failed turn kept in memory, this would be the answer for someone whose door is "myself".
    assert not engine.turn(person, intent="affirm")["ok"]


def test_a_store_that_cannot_be_read_fails_the_turn_and_forgets_nobody(engine: Engine, person: str) -> None:
    engine.turn(person, intent="choose")
    before = engine.row(person)
    engine.sql("alter table dialogue rename to elsewhere")
    try:
        assert engine.turn(person, "hello") == {"messages": [], "ok": False}
        not_ready = engine.request("GET", "ready")
        assert (not_ready.status_code, not_ready.json()["ready"]) == (503, False)
        assert engine.request("DELETE", f"conversations/{person}").status_code == 503
    finally:
        engine.sql("alter table elsewhere rename to dialogue")
    assert engine.row(person) == before
    assert engine.request("GET", "ready").status_code == 200


def test_purging_forgets_a_conversation(engine: Engine, person: str) -> None:
    engine.turn(person, "hello")
    for _ in range(2):
        answer = engine.request("DELETE", f"conversations/{person}")
        assert (answer.status_code, answer.content) == (204, b"")
    assert engine.row(person) is None


def test_only_an_id_can_be_purged(engine: Engine) -> None:
    assert engine.request("DELETE", "conversations/my%20words").status_code == 422


@pytest.mark.parametrize(
    "path", ["model", "conversations/p1/tracker", "webhooks/rest/webhook", "webhooks/rest"]
)
def test_there_is_no_other_door(engine: Engine, path: str) -> None:
    root = engine.address.removesuffix("/webhooks/what_matters")
    outside = Engine(root, engine.database, engine.folder)
    assert {outside.request(method, path).status_code for method in ("GET", "POST", "PUT")} <= {404, 405}
