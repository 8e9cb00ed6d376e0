"""Whoever asks about a reply to danger is told that it stands; their question is never taken for an answer."""

import pytest

from bot.model.safety import Told
from bot.safety import door
from tests.unit.channels.gateway import button, said

DANGERS = [
    "she can't breathe and she is going blue",
    "I hope I dont wake up tomorrow",
    "my son hits me and takes my pension",
]


def position(begin, token):
    with begin() as records:
        return records.people.position(records.sessions.person(token))


@pytest.mark.parametrize("danger", DANGERS)
@pytest.mark.parametrize("question", ["thats normal isnt it", "do i have to ring?"])
async def test_the_reply_stands_with_its_way_on(inbound, token, begin, danger, question):
    first = await inbound.receive(token, text=danger)
    told = position(begin, token).told
    reply = await inbound.receive(token, text=question)
    assert reply.urgent
    assert reply.messages[-1].choices == first.messages[-1].choices
    assert said(reply).startswith("Call 999 if life is in danger.")
    assert position(begin, token).told is told


async def test_it_may_be_asked_twice_and_danger_comes_first(inbound, token, begin):
    await inbound.receive(token, text=DANGERS[0])
    for _ in range(2):
        await inbound.receive(token, text="is that normal")
    reply = await inbound.receive(token, text="do i ring 999, I have taken all my tablets")
    assert said(reply).startswith("Call 999 now.")
    assert position(begin, token).told is Told.EMERGENCY


async def test_after_carrying_on_it_is_a_message_like_any_other(inbound, token):
    reply = await inbound.receive(token, text=DANGERS[0])
    await inbound.receive(token, choice=button(reply, "Carry on"))
    reply = await inbound.receive(token, text="is that normal")
    assert not reply.urgent
    assert said(reply).endswith("Yes.")


async def test_without_danger_it_goes_on_to_the_conversation(inbound, token):
    assert said(await inbound.receive(token, text="is that normal")) == "Yes."


@pytest.mark.parametrize("question", ["who checks this", "do you tell anyone", "will anyone know about this"])
async def test_who_gets_to_know_is_told(inbound, token, begin, question):
    await inbound.receive(token, text=DANGERS[2])
    reply = await inbound.receive(token, text=question)
    assert reply.urgent
    assert "No person is watching, and I have told nobody." in said(reply)
    assert position(begin, token).told is Told.SAFEGUARDING


@pytest.mark.parametrize("question", ["do i have to tell someone", "should i report it", "what if i dont tell anyone"])
async def test_whether_to_tell_is_theirs_to_choose(inbound, token, question):
    await inbound.receive(token, text=DANGERS[2])
    reply = await inbound.receive(token, text=question)
    assert said(reply).startswith("I tell nobody.")
    assert "call 999" in said(reply)


def test_after_a_death_the_steps_answer():
    assert door.asked_back(Told.DEATH_JUST_HAPPENED) is None
