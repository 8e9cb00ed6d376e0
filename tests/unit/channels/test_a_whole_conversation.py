"""A whole conversation through the gateway, and its end when everything is deleted."""

import asyncio
import threading

import pytest

from bot.channels.turn_store import TurnStore
from bot.model.position import Question
from bot.store.tables.people import ConsentRow
from tests.unit.channels.gateway import button, texts


async def test_a_whole_conversation(talking, begin):
    token = await talking.open_session("test")
    reply = await talking.arrive(token)
    assert "piece of software" in texts(reply)[0]
    reply = await talking.receive(token, choice=button(reply, "For me"))
    for words in ("my garden", "we married there", "a chair by the door"):
        reply = await talking.receive(token, text=words)
    reply = await talking.receive(token, choice=button(reply, "No, show me what I said"))
    assert any("1. “my garden”" in text for text in texts(reply))
    reply = await talking.receive(token, choice=button(reply, "It is right"))
    reply = await talking.receive(token, choice=button(reply, "Yes, keep it"))
    with begin() as records:
        person = records.sessions.person(token)
        assert records.summaries.latest(person).lines[0].words == "my garden"
        assert records.turns.waiting(person) == []


@pytest.mark.parametrize(("how", "manner"), [("choice", "pressed"), ("text", "typed")])
async def test_a_yes_says_where_and_how_it_came_in_and_for_whom(talking, begin, how, manner):
    token = await talking.open_session("telegram")
    reply = await talking.arrive(token)
    reply = await talking.receive(token, choice=button(reply, "For someone close to me"))
    for words in ("her garden", "they married there", "a chair by the door"):
        reply = await talking.receive(token, text=words)
    reply = await talking.receive(token, choice=button(reply, "No, show me what I said"))
    reply = await talking.receive(token, text="skip")  # what matters to the one who cares
    reply = await talking.receive(token, choice=button(reply, "It is right"))
    said = {"choice": button(reply, "Yes, keep it")} if how == "choice" else {"text": "yes, keep it"}
    await talking.receive(token, **said)
    with begin() as records:
        (row,) = records._session.query(ConsentRow)
        assert (row.decision, row.channel, row.manner, row.door) == ("given", "telegram", manner, "close")


async def test_deleting_everything_goes_on_as_somebody_new(talking, rules, begin, database):
    from tests.unit.fakes import everywhere

    token = await talking.open_session("test")
    await talking.arrive(token)
    with begin() as records:
        old = records.sessions.person(token)
    await talking.receive(token, text="my whole life is in that garden, all of it")
    reply = await talking.receive(token, text="delete everything")
    assert any("cannot undo" in text for text in texts(reply))
    reply = await talking.receive(token, choice=button(reply, "Yes, delete everything"))
    assert "Everything is deleted" in texts(reply)[0]
    assert rules.forgotten == [old]
    assert set(everywhere(database, old)) == {"audit"}
    reply = await talking.receive(token, text="hello")
    assert "piece of software" in texts(reply)[0]
    with begin() as records:
        new = records.sessions.person(token)
        assert new not in {None, old}
        assert records.people.position(new).question is Question.WELCOME_DOOR


@pytest.mark.parametrize("pressed", [True, False])
@pytest.mark.parametrize(
    ("words", "deleted"), [("no, please keep it", False), ("my sister", False), ("thank you", True)]
)
async def test_what_is_said_while_a_yes_to_deleting_waits_may_take_it_back(
    talking, rules, begin, pressed, words, deleted
):
    token = await talking.open_session("test")
    await talking.arrive(token)
    reply = await talking.receive(token, text="delete everything")
    yes = {"choice": button(reply, "Yes, delete everything")} if pressed else {"text": "yes"}
    with begin() as records:
        person = records.sessions.person(token)
    rules.down = True
    await talking.receive(token, **yes)
    rules.down = False
    reply = await talking.receive(token, text=words)
    with begin() as records:
        assert records.people.exists(person) is not deleted
    assert ("Everything is deleted" in " ".join(texts(reply))) is deleted


async def test_a_message_behind_the_deletion_is_dealt_with_as_somebody_new(talking, rules, monkeypatch):
    token = await talking.open_session("test")
    await talking.arrive(token)
    reply = await talking.receive(token, text="delete everything")
    yes = button(reply, "Yes, delete everything")
    is_deleting, go_on, is_behind = asyncio.Event(), asyncio.Event(), threading.Event()
    hear, person = rules.hear, TurnStore.person

    async def slow(who, heard):
        if heard.intent == "choose":
            is_deleting.set()
            await go_on.wait()
        return await hear(who, heard)

    def looked_up(store, session):
        found = person(store, session)
        if is_deleting.is_set():
            is_behind.set()
        return found

    monkeypatch.setattr(rules, "hear", slow)
    monkeypatch.setattr(TurnStore, "person", looked_up)
    deleting = asyncio.create_task(talking.receive(token, choice=yes))
    await is_deleting.wait()
    behind = asyncio.create_task(talking.receive(token, text="hello"))
    await asyncio.to_thread(is_behind.wait)
    go_on.set()
    deleted, after = await deleting, await behind
    assert "Everything is deleted" in texts(deleted)[0]
    assert "piece of software" in texts(after)[0]
    assert after.received
