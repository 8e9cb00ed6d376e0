"""Danger is answered first: one door before everything else, in every state, whatever else is down."""

import asyncio
import threading

import pytest

from bot.channels import danger
from bot.channels.inbound import Inbound
from bot.channels.turn_store import TurnStore
from bot.model.position import Door, Position, Question
from bot.model.safety import SafetyIntent
from bot.safety import door
from bot.safety.screen import screen
from bot.store.tables.people import AuditRow, TurnRow
from tests.unit.channels.gateway import NoStore, said

DANGER = [
    ("I want to kill myself", SafetyIntent.SUICIDAL),
    ("I have taken all of my tablets", SafetyIntent.EMERGENCY),
    ("she can't breathe and she is going blue", SafetyIntent.EMERGENCY),
]


@pytest.mark.parametrize(("text", "intent"), DANGER)
async def test_danger_is_answered_and_put_to_nobody_else(inbound, engine, token, begin, text, intent):
    reply = await inbound.receive(token, text=text)
    assert reply == door.reply_to(screen(text)).reply
    assert screen(text).intent is intent
    assert engine.heard == []
    with begin() as records:
        assert records._session.query(TurnRow).count() == 0
        (entry,) = records._session.query(AuditRow).all()
        assert (entry.actor, entry.action, entry.subject) == ("job:safety", "safety reply given", screen(text).pattern)


async def test_danger_is_answered_where_the_audit_takes_no_entry(inbound, token, database):
    """Its head was changed behind our back (see tests/unit/records/test_audit_chain.py)."""
    with database.begin() as connection:
        connection.exec_driver_sql("insert into audit_head (id, number, link, seal) values (1, 7, 'x', 'x')")
    for text, _ in DANGER:
        assert await inbound.receive(token, text=text) == door.reply_to(screen(text)).reply


@pytest.mark.parametrize("question", [None, *Question])
async def test_danger_is_answered_in_every_state_and_changes_none(inbound, token, begin, question):
    with begin() as records:
        person = records.sessions.person(token)
        there = Position(question=question, door=Door.ME, welcomed=True, line="l1", days=7)
        records.people.place(person, there)
        records.commit()
    for text, _ in DANGER:
        assert await inbound.receive(token, text=text) == door.reply_to(screen(text)).reply
    with begin() as records:
        after = records.people.position(person)
    assert (after.question, after.line, after.days) == (question, "l1", 7)


@pytest.mark.parametrize(("text", "_intent"), DANGER)
@pytest.mark.parametrize("session", [None, "", "no such session"])
async def test_danger_is_answered_without_a_session(inbound, text, _intent, session):
    assert await inbound.receive(session, text=text) == door.reply_to(screen(text)).reply


@pytest.mark.parametrize(("text", "_intent"), DANGER)
async def test_danger_is_answered_with_the_store_and_the_engine_down(engine, lines, text, _intent):
    engine.down = True
    inbound = Inbound(NoStore(None), engine, lines)
    assert await inbound.receive("token", text=text) == door.reply_to(screen(text)).reply


@pytest.mark.parametrize("error", [KeyError("x"), ValueError("x"), RuntimeError("x")])
async def test_no_mistake_while_noting_it_takes_the_answer_away(begin, engine, lines, token, monkeypatch, error):
    def fail(*_args):
        raise error

    monkeypatch.setattr(TurnStore, "note_safety", fail)
    monkeypatch.setattr(TurnStore, "before", fail)
    inbound = Inbound(TurnStore(begin), engine, lines)
    assert await inbound.receive(token, text=DANGER[0][0]) == door.reply_to(screen(DANGER[0][0])).reply


async def test_danger_is_answered_while_the_store_hangs(begin, engine, lines, token, monkeypatch):
    release = threading.Event()

    def hang(*_args):
        release.wait(30)

    monkeypatch.setattr(danger, "SAFETY_PATIENCE", 0.01)
    for method in ("note_safety", "before", "person"):
        monkeypatch.setattr(TurnStore, method, hang)
    inbound = Inbound(TurnStore(begin), engine, lines)
    try:
        for text, _ in DANGER:
            reply = await asyncio.wait_for(inbound.receive(token, text=text), 20)
            assert reply == door.reply_to(screen(text)).reply
    finally:
        release.set()


async def test_danger_does_not_wait_behind_a_slow_turn(inbound, engine, token):
    started, release = asyncio.Event(), asyncio.Event()
    original = engine.hear

    async def slow(person, heard):
        started.set()
        await release.wait()
        return await original(person, heard)

    engine.hear = slow
    waiting = asyncio.create_task(inbound.receive(token, text="my garden"))
    await started.wait()
    assert await inbound.receive(token, text=DANGER[0][0]) == door.reply_to(screen(DANGER[0][0])).reply
    release.set()
    assert (await waiting).received


async def test_danger_in_words_too_long_to_take_is_answered(inbound, token):
    text = "my garden " * 6000 + "\nI want to kill myself"
    assert "999" in said(await inbound.receive(token, text=text))


async def test_ordinary_words_pass_the_door(inbound, engine, token):
    for text in (
        "I want to die at home",
        "no resuscitation please",
        "my son died by suicide in 2019",
        "I am ready to go",
    ):
        if screen(text) is None:
            await inbound.receive(token, text=text)
    assert [heard.text for heard in engine.heard][:2] == ["I want to die at home", "no resuscitation please"]


@pytest.mark.parametrize("text", ["what happens now?", "so what happens now", "what happens next", "is it over now?"])
async def test_a_question_about_the_conversation_is_no_crisis(inbound, engine, token, text):
    await inbound.receive(token, text=text)
    assert [heard.text for heard in engine.heard] == [text]
