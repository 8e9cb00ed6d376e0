"""The safety door asks back: its answers and its buttons count once, and the conversation carries on."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.engine import EngineMessage
from bot.channels.inbound import Inbound
from bot.channels.known import UnknownSessionError
from bot.channels.turn_store import TurnStore
from bot.model.safety import Asked, SafetyIntent
from bot.safety import door
from bot.safety.screen import screen
from tests.unit.channels.gateway import NoStore, button, said

NOT_SAFE = ["no", "No.", "I'm not", "not really", "I am not safe"]
SAFE = ["yes", "Yes I am safe", "yes"]


async def asked_whether_safe(inbound, token, begin):
    await inbound.receive(token, text="I want to kill myself")
    with begin() as records:
        assert records.people.position(records.sessions.person(token)).asked is Asked.SAFE_NOW


@pytest.mark.parametrize("words", NOT_SAFE)
async def test_not_safe_is_an_emergency(inbound, engine, token, begin, words):
    await asked_whether_safe(inbound, token, begin)
    reply = await inbound.receive(token, text=words)
    assert "999" in said(reply).splitlines()[0]
    assert engine.heard == []


@pytest.mark.parametrize("words", SAFE)
async def test_safe_carries_on_where_they_were(inbound, engine, token, begin, words):
    engine.says = lambda _p, _h: [EngineMessage("Why does it matter?")]
    await asked_whether_safe(inbound, token, begin)
    reply = await inbound.receive(token, text=words)
    assert engine.heard == [], "two things are not asked at once"
    reply = await inbound.receive(token, choice=button(reply, "Carry on"))
    assert said(reply).endswith("Why does it matter?")
    assert [heard.intent for heard in engine.heard] == ["resume"]
    with begin() as records:
        assert records.people.position(records.sessions.person(token)).asked is None


async def test_the_answer_is_read_once(inbound, engine, token, begin):
    """A "no" two messages later answers something else."""
    await asked_whether_safe(inbound, token, begin)
    await inbound.receive(token, text="the garden is so green today")
    await inbound.receive(token, text="no")
    assert [heard.text for heard in engine.heard] == ["the garden is so green today", "no"]


async def test_worse_news_in_the_answer_counts_more_than_the_answer(inbound, token, begin):
    await asked_whether_safe(inbound, token, begin)
    reply = await inbound.receive(token, text="yes but I have taken all of my tablets")
    assert "999" in said(reply).splitlines()[0]


async def test_a_no_beside_a_milder_sign_is_still_a_no(inbound, token, begin):
    await asked_whether_safe(inbound, token, begin)
    text = "No I am not safe. I wish I was dead"
    assert screen(text, Asked.SAFE_NOW).intent in {SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL}
    reply = await inbound.receive(token, text=text)
    assert reply == door.reply_to(screen(text, Asked.SAFE_NOW)).reply


@pytest.mark.parametrize(("title", "first_line"), [("No", "999"), ("I am not sure", "999")])
async def test_its_buttons_work_without_any_store(engine, lines, title, first_line):
    inbound = Inbound(NoStore(None), engine, lines)
    reply = await inbound.receive("token", text="I want to kill myself")
    answer = await inbound.receive("token", choice=button(reply, title))
    assert first_line in said(answer).splitlines()[0]


async def test_its_reassured_button_carries_on(inbound, engine, token):
    engine.says = lambda _p, _h: [EngineMessage("Why does it matter?")]
    reply = await inbound.receive(token, text="I want to kill myself")
    reply = await inbound.receive(token, choice=button(reply, "Yes, I am safe"))
    reply = await inbound.receive(token, choice=button(reply, "Carry on"))
    assert said(reply).endswith("Why does it matter?")


async def test_999_is_not_the_end_of_the_conversation(inbound, engine, token):
    engine.says = lambda _p, _h: [EngineMessage("Why does it matter?")]
    reply = await inbound.receive(token, text="she can't breathe and she is going blue")
    reply = await inbound.receive(token, choice=button(reply, "Carry on"))
    assert said(reply).endswith("Why does it matter?")


async def test_its_reassured_button_still_answers_when_nothing_else_does(engine, lines):
    engine.down = True
    inbound = Inbound(NoStore(None), engine, lines)
    reply = await inbound.receive(None, text="I want to kill myself")
    assert (await inbound.receive(None, choice=button(reply, "Yes, I am safe"))).messages


async def test_every_button_of_the_door_answers(inbound, token):
    for choice in door._BY_CHOICE:
        assert (await inbound.receive(token, choice=choice)).messages


async def test_no_word_of_it_is_logged(inbound, token, caplog, monkeypatch):
    def fail(*_args):
        raise OperationalError("I want to kill myself", {}, Exception("x"))

    monkeypatch.setattr(TurnStore, "note_safety", fail)
    caplog.set_level(0)
    await inbound.receive(token, text="I want to kill myself")
    assert "kill myself" not in caplog.text


async def test_an_ordinary_message_still_needs_a_session(inbound):
    with pytest.raises(UnknownSessionError):
        await inbound.receive(None, text="yes")
