"""A button is pressed: it means what was offered, to the person it was offered to, once."""

import asyncio

import pytest

from bot.channels.engine import EngineMessage
from tests.unit.channels.gateway import button


@pytest.fixture
def offering(engine):
    engine.says = lambda _person, _heard: [
        EngineMessage("Keep it?", (("Yes", "choose:keep"), ("No", "deny"), ("Who sees it?", "ask_privacy")))
    ]


async def test_a_button_becomes_its_intent_and_value(inbound, engine, begin, token, offering):
    reply = await inbound.receive(token, text="hello")
    for title, intent, choice in (("Yes", "choose", "keep"), ("No", "deny", ""), ("Who sees it?", "ask_privacy", "")):
        seen = {}

        def look(_person, heard, seen=seen):
            with begin() as records:
                turn = records.turns.get(heard.turn)
                seen.update(intent=heard.intent, choice=turn.choice, words=turn.words, text=heard.text)
            return [
                EngineMessage("Keep it?", (("Yes", "choose:keep"), ("No", "deny"), ("Who sees it?", "ask_privacy")))
            ]

        engine.says = look
        reply = await inbound.receive(token, choice=button(reply, title))
        assert seen == {"intent": intent, "choice": choice, "words": "", "text": ""}


async def test_no_payload_ever_leaves_the_server(inbound, token, offering):
    reply = await inbound.receive(token, text="hello")
    for message in reply.messages:
        for choice in message.choices:
            assert len(choice.choice) >= 12
            assert not any(word in choice.choice for word in ("keep", "choose", "deny", "privacy"))


async def test_a_button_pressed_twice_has_one_effect(inbound, engine, token, offering):
    reply = await inbound.receive(token, text="hello")
    pressed = button(reply, "Yes")
    first, second = await asyncio.gather(*(inbound.receive(token, choice=pressed) for _ in range(2)))
    assert first == second
    assert [heard.intent for heard in engine.heard] == [None, "choose"]


async def test_a_button_from_earlier_changes_nothing_and_says_so(inbound, engine, lines, token, offering):
    old = button(await inbound.receive(token, text="hello"), "Yes")
    await inbound.receive(token, text="something else")
    reply = await inbound.receive(token, choice=old)
    assert reply.messages[: len(lines.stale)] == lines.stale
    assert len(reply.messages) > len(lines.stale)
    assert [heard.intent for heard in engine.heard] == [None, None, "resume"]


@pytest.mark.parametrize("choice", ["affirm", "choose:keep", "nonsense", "x" * 64, "' or 1=1"])
async def test_a_made_up_button_changes_nothing(inbound, engine, lines, token, offering, choice):
    await inbound.receive(token, text="hello")
    reply = await inbound.receive(token, choice=choice)
    assert reply.messages[: len(lines.stale)] == lines.stale
    assert "choose" not in [heard.intent for heard in engine.heard]


async def test_another_persons_button_changes_nothing(inbound, engine, lines, token, offering):
    other = await inbound.open_session("test")
    theirs = button(await inbound.receive(other, text="hello"), "Yes")
    reply = await inbound.receive(token, choice=theirs)
    assert reply.messages[: len(lines.stale)] == lines.stale
    assert "choose" not in [heard.intent for heard in engine.heard]
    assert (await inbound.receive(other, choice=theirs)).received
    assert engine.heard[-1].intent == "choose"


async def test_links_are_passed_on(inbound, engine, token):
    engine.says = lambda _p, _h: [EngineMessage("Open it", (), (("My copy", "https://example.org/copy/x"),))]
    reply = await inbound.receive(token, text="hello")
    assert [(link.title, link.url) for link in reply.messages[0].links] == [("My copy", "https://example.org/copy/x")]
