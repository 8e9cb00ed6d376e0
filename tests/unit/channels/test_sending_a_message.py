"""A message is sent: it always gets a reply, its words go on as they are, and nothing is done twice."""

import asyncio

import pytest

from bot.channels.engine import EngineMessage
from bot.channels.inbound import LONGEST_MESSAGE
from bot.channels.known import UnknownSessionError
from bot.model.position import Expecting
from bot.store.tables.people import TurnRow
from tests.unit.channels.gateway import texts


async def test_words_reach_the_engine_as_words(inbound, engine, token):
    reply = await inbound.receive(token, text="  my garden ")
    (heard,) = engine.heard
    assert (heard.intent, heard.text, heard.state) == (None, "my garden", Expecting.OPEN)
    assert texts(reply) == ["Yes."]
    assert reply.received


async def test_nobody_without_a_session_is_heard(inbound, engine):
    for token in (None, "", "x" * 43, "\0", "é"):
        with pytest.raises(UnknownSessionError):
            await inbound.receive(token, text="my garden")
    with pytest.raises(UnknownSessionError):
        await inbound.arrive("x")
    assert engine.heard == []


async def test_a_session_that_was_left_is_no_session(inbound, token):
    await inbound.leave(token)
    with pytest.raises(UnknownSessionError):
        await inbound.receive(token, text="hello")
    await inbound.leave(token)


async def test_two_sessions_are_two_people(inbound, engine, token, begin):
    other = await inbound.open_session("test")
    with begin() as records:
        assert records.sessions.person(token) != records.sessions.person(other)


async def test_arriving_asks_the_engine_and_writes_no_turn(inbound, engine, token, begin):
    reply = await inbound.arrive(token)
    assert engine.heard[0].intent == "arrive"
    assert reply.messages
    with begin() as records:
        assert records._session.query(TurnRow).count() == 0


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\0\x07", "\u202e"])
async def test_nothing_to_read_is_said_so_and_the_question_asked_again(inbound, engine, lines, token, text):
    reply = await inbound.receive(token, text=text)
    assert reply.messages[: len(lines.empty)] == lines.empty
    assert texts(reply)[-1] == "Yes."
    assert engine.heard[0].intent == "resume"


async def test_words_without_end_are_not_taken(inbound, engine, lines, token):
    assert await inbound.receive(token, text="x" * (LONGEST_MESSAGE + 1)) == lines.too_long
    assert not lines.too_long.received
    assert engine.heard == []
    assert (await inbound.receive(token, text="x" * LONGEST_MESSAGE)).received


# --- once -------------------------------------------------------------------------------------------------------------


async def test_a_repeated_message_gets_the_same_reply_and_one_effect(inbound, engine, token):
    engine.says = lambda _person, heard: [EngineMessage(f"You said {heard.text}", (("Yes", "affirm"),))]
    first = await inbound.receive(token, text="my garden", message_id="m1")
    again = await inbound.receive(token, text="my garden", message_id="m1")
    assert first == again
    assert len(engine.heard) == 1
    assert (await inbound.receive(token, text="my dog", message_id="m2")) != first


async def test_an_old_message_repeated_later_has_no_second_effect(inbound, engine, token):
    await inbound.receive(token, text="one", message_id="m1")
    await inbound.receive(token, text="two", message_id="m2")
    reply = await inbound.receive(token, text="one", message_id="m1")
    assert reply.messages
    assert [heard.text for heard in engine.heard if not heard.intent] == ["one", "two"]


async def test_two_people_may_use_the_same_message_id(inbound, engine, token):
    other = await inbound.open_session("test")
    await inbound.receive(token, text="mine", message_id="m1")
    await inbound.receive(other, text="theirs", message_id="m1")
    assert [heard.text for heard in engine.heard] == ["mine", "theirs"]


async def test_the_same_words_twice_are_two_messages(inbound, engine, token):
    await inbound.receive(token, text="yes")
    await inbound.receive(token, text="yes")
    assert len(engine.heard) == 2


async def test_messages_at_once_are_dealt_with_one_after_the_other(inbound, engine, token):
    at_work, most = 0, 0
    original = engine.hear

    async def slow(person, heard):
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        for _ in range(5):
            await asyncio.sleep(0)
        at_work -= 1
        return await original(person, heard)

    engine.hear = slow
    replies = await asyncio.gather(*(inbound.receive(token, text=f"line {n}") for n in range(6)))
    assert most == 1
    assert all(reply.messages for reply in replies)
    assert sorted(heard.text for heard in engine.heard) == [f"line {n}" for n in range(6)]


async def test_different_people_do_not_wait_for_each_other(inbound, engine, token):
    other = await inbound.open_session("test")
    first_is_in, second_is_done = asyncio.Event(), asyncio.Event()
    original = engine.hear

    async def slow(person, heard):
        if heard.text == "slow":
            first_is_in.set()
            await second_is_done.wait()
        return await original(person, heard)

    engine.hear = slow
    slow_one = asyncio.create_task(inbound.receive(token, text="slow"))
    await first_is_in.wait()
    assert (await inbound.receive(other, text="quick")).messages
    second_is_done.set()
    await slow_one


async def test_the_same_message_at_once_has_one_effect(inbound, engine, token):
    replies = await asyncio.gather(*(inbound.receive(token, text="my garden", message_id="m1") for _ in range(4)))
    assert len(engine.heard) == 1
    assert len(set(replies)) == 1
