"""After a crisis reply: one line comes back to it, once; the door's questions stay open beside it."""

import pytest

from bot.channels.engine import EngineMessage
from bot.channels.inbound import Inbound
from bot.channels.lines import TRY_AGAIN
from bot.channels.turn_store import TurnStore
from bot.model.safety import Asked, Told
from bot.safety import door
from tests.unit.channels.gateway import NoStore, button, said

CRISES = {
    "she can't breathe and she is going blue": Told.EMERGENCY,
    "I want to kill myself": Told.SUICIDAL,
    "I hope I dont wake up tomorrow": Told.PASSIVE_DEATH_WISH,
    "my son hits me and takes my pension": Told.SAFEGUARDING,
    "mum has just died": Told.DEATH_JUST_HAPPENED,
    "im 14 and i want to kill myself": Told.YOUNG,
}
LINES = {told: said(door.Reply(door.after(told))) for told in Told}


def position(begin, token):
    with begin() as records:
        return records.people.position(records.sessions.person(token))


@pytest.fixture
async def after_emergency(inbound, token):
    await inbound.receive(token, text="she can't breathe and she is going blue")
    return LINES[Told.EMERGENCY]


@pytest.mark.parametrize("text", CRISES)
async def test_the_next_reply_comes_back_to_it_once(inbound, token, begin, text):
    await inbound.receive(token, text=text)
    assert position(begin, token).told is CRISES[text]
    assert said(await inbound.receive(token, text="the garden")) == f"{LINES[CRISES[text]]}\nYes."
    assert position(begin, token).told is None
    assert said(await inbound.receive(token, text="the roses")) == "Yes."


async def test_without_a_crisis_nothing_is_added(inbound, token):
    assert said(await inbound.receive(token, text="the garden")) == "Yes."


async def test_the_line_brings_its_links(inbound, token, after_emergency):
    reply = await inbound.receive(token, text="the garden")
    assert [link.url for link in reply.messages[0].links] == ["tel:999"]


async def test_the_same_message_sent_again_gets_the_same_reply(inbound, token, after_emergency):
    first = await inbound.receive(token, text="the garden", message_id="m1")
    assert said(first).startswith(after_emergency)
    assert await inbound.receive(token, text="the garden", message_id="m1") == first


async def test_it_is_owed_through_the_doors_own_buttons_and_another_crisis(inbound, token):
    reply = await inbound.receive(token, text="I want to kill myself")
    reply = await inbound.receive(token, choice=button(reply, "What happens to what I wrote"))
    reply = await inbound.receive(token, choice=button(reply, "Yes, I am safe"))
    reply = await inbound.receive(token, choice=button(reply, "Carry on"))
    assert LINES[Told.SUICIDAL] not in said(reply)
    await inbound.arrive(token)
    await inbound.receive(token, text="mum has just died")
    assert said(await inbound.receive(token, text="the garden")).startswith(LINES[Told.SUICIDAL]), "the gravest"


async def test_a_worse_answer_on_a_button_counts(inbound, token):
    reply = await inbound.receive(token, text="I want to kill myself")
    await inbound.receive(token, choice=button(reply, "I am not sure"))
    assert said(await inbound.receive(token, text="the garden")).startswith(LINES[Told.EMERGENCY])


async def test_a_pressed_button_of_the_conversation_is_a_message_too(inbound, engine, token):
    engine.says = lambda _p, _h: [EngineMessage("More?", buttons=[("Yes", "affirm")])]
    asked = await inbound.receive(token, text="the garden")
    await inbound.receive(token, text="I want to kill myself")
    reply = await inbound.receive(token, choice=button(asked, "Yes"))
    assert said(reply).startswith(LINES[Told.SUICIDAL])


async def test_it_survives_a_restart_and_another_channel(inbound, token, begin, engine, lines, after_emergency):
    with begin() as records:
        elsewhere = records.sessions.open(records.sessions.person(token), "other")
        records.commit()
    restarted = Inbound(TurnStore(begin), engine, lines)
    assert said(await restarted.receive(elsewhere, text="the garden")).startswith(after_emergency)
    assert said(await inbound.receive(token, text="the roses")) == "Yes."


async def test_it_waits_for_an_engine_that_is_down(inbound, engine, lines, token, after_emergency):
    engine.down = True
    assert await inbound.receive(token, text="the garden") == lines.kept
    engine.down = False
    reply = said(await inbound.receive(token, choice=TRY_AGAIN))
    assert reply.count(after_emergency) == 1
    assert said(await inbound.receive(token, text="the roses")) == "Yes."


async def test_with_the_store_down_the_usual_is_said(engine, lines):
    inbound = Inbound(NoStore(None), engine, lines)
    await inbound.receive("token", text="I want to kill myself")
    assert await inbound.receive("token", text="the garden") == lines.not_kept


async def test_it_waits_for_a_stage_that_moves_the_conversation(talking, begin):
    token = await talking.open_session("test")
    await talking.arrive(token)
    await talking.receive(token, text="I want to kill myself")
    reply = await talking.receive(token, text="for me")
    assert said(reply).count(LINES[Told.SUICIDAL]) == 1
    assert LINES[Told.SUICIDAL] not in said(await talking.receive(token, text="my garden"))


async def test_no_word_is_kept_for_it(inbound, token, begin, after_emergency):
    assert position(begin, token).to_json()["told"] == "emergency"


# --- texts to read on the side ----------------------------------------------------------------------------------------

ASIDES = ["Tell someone I trust", "I am not in England", "What happens to what I wrote"]


@pytest.mark.parametrize("title", ASIDES)
async def test_the_question_stays_open_beside_them(inbound, engine, token, begin, title):
    reply = await inbound.receive(token, text="I want to kill myself")
    aside = await inbound.receive(token, choice=button(reply, title))
    assert position(begin, token).asked is Asked.SAFE_NOW
    assert button(aside, "No") == "safety-not-safe"
    assert said(await inbound.receive(token, text="no")).startswith("Call 999 now.")
    assert engine.heard == []


@pytest.mark.parametrize("title", ASIDES)
async def test_they_answer_when_nothing_else_does(engine, lines, title):
    engine.down = True
    inbound = Inbound(NoStore(None), engine, lines)
    reply = await inbound.receive(None, text="I want to kill myself")
    aside = await inbound.receive(None, choice=button(reply, title))
    assert aside.messages[-1] == reply.messages[-1]
