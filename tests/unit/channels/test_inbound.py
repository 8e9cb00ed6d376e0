"""The gateway on an ordinary day: every message gets a reply; nothing is done twice; buttons are a person's own."""

import asyncio
import threading

import pytest

from bot.channels.engine import EngineMessage
from bot.channels.inbound import LONGEST_MESSAGE, UnknownSessionError
from bot.channels.turn_store import TurnStore
from bot.model.position import Expecting, Question
from bot.store.tables.people import TurnRow


def texts(reply):
    return [message.text for message in reply.messages]


def button(reply, title):
    return next(c.choice for message in reply.messages for c in message.choices if c.title == title)


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


# --- buttons ----------------------------------------------------------------------------------------------------------


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


# --- a whole conversation, and its end --------------------------------------------------------------------------------


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
