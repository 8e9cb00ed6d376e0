"""Typing what stands on a button is pressing it, whatever else the words could mean; nothing else is."""

import asyncio

import pytest

from bot.channels.engine import EngineMessage
from bot.safety import door
from bot.safety.screen import screen

DIED = ("Someone has died", "choose:grieving")
BUTTONS = (DIED, ("Yes, keep it", "choose:keep"), ("Next", "choose:next"), ("Next", "choose:other"), ("🙂", "choose:x"))


@pytest.fixture
async def offered(inbound, engine, token):
    engine.says = lambda _person, _heard: [EngineMessage("Which?", BUTTONS)]
    await inbound.receive(token, text="hello")
    engine.heard.clear()
    return token


@pytest.mark.parametrize("words", ["Yes, keep it", "yes keep it", "  YES, keep it! "])
async def test_a_title_typed_out_is_the_button(inbound, engine, offered, words):
    await inbound.receive(offered, text=words)
    assert [(heard.intent, heard.text) for heard in engine.heard] == [("choose", "")]


async def test_a_title_is_no_cry_where_its_button_stands(inbound, engine, offered):
    assert screen("someone has died") is not None
    await inbound.receive(offered, text="someone has died.")
    assert [heard.intent for heard in engine.heard] == ["choose"]


@pytest.mark.parametrize("words", ["someone has died just now", "someone has died and he is cold, what do i do"])
async def test_more_than_the_title_is_screened_like_anything_else(inbound, engine, offered, words):
    assert await inbound.receive(offered, text=words) == door.reply_to(screen(words)).reply
    assert engine.heard == []


async def test_without_its_button_it_is_screened(inbound, engine, token):
    words = "someone has died"
    assert await inbound.receive(token, text=words) == door.reply_to(screen(words)).reply


async def test_behind_a_question_of_the_door_its_answer_comes_first(inbound, engine, offered):
    await inbound.receive(offered, text="i want to kill myself")
    await inbound.receive(offered, text="Someone has died")
    assert engine.heard == []


@pytest.mark.parametrize("words", ["next", "🙂", "keep it", "x" * 200])
async def test_what_names_no_button_or_two_stays_words(inbound, engine, offered, words):
    await inbound.receive(offered, text=words)
    assert [heard.intent for heard in engine.heard] == [None]


async def test_another_persons_button_cannot_be_typed(inbound, engine, offered):
    other = await inbound.open_session("test")
    await inbound.receive(other, text="Yes, keep it")
    assert [heard.intent for heard in engine.heard] == [None]


async def test_a_title_typed_as_its_button_ended_stays_words(inbound, engine, offered):
    first, second = inbound.receive(offered, text="my garden"), inbound.receive(offered, text="someone has died")
    await asyncio.gather(first, second)
    assert [heard.intent for heard in engine.heard] == [None, None]
    assert {heard.text for heard in engine.heard} == {"my garden", "someone has died"}


async def test_the_same_message_sent_again_has_one_effect(inbound, engine, offered):
    first = await inbound.receive(offered, text="Yes, keep it", message_id="m1")
    engine.says = lambda _person, _heard: [EngineMessage("Kept.", ())]
    assert await inbound.receive(offered, text="Yes, keep it", message_id="m1") == first
    assert len(engine.heard) == 1
