"""Never silent, never lost, never twice: the gateway while the engine or the store fails, and when they are back."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.engine import EngineDownError, EngineMessage
from bot.channels.inbound import MOST_TRIES, Inbound
from bot.channels.turn_store import TurnStore
from bot.model.position import Door, Position, Question
from bot.store.tables.people import TurnRow


def texts(reply):
    return [message.text for message in reply.messages]


def button(reply, title):
    return next(c.choice for message in reply.messages for c in message.choices if c.title == title)


def asking(begin, token, question):
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(question=question, door=Door.ME, welcomed=True))
        records.commit()
        return person


# --- the engine is down -----------------------------------------------------------------------------------------------


async def test_words_are_kept_while_the_engine_is_down(inbound, engine, lines, begin, token):
    engine.down = True
    assert await inbound.receive(token, text="my garden") == lines.kept
    with begin() as records:
        (turn,) = records.turns.waiting(records.sessions.person(token))
        assert turn.words == "my garden"


NUDGES = [
    {"text": "hello?"},
    {"text": "ok"},
    {"text": "yes"},
    {"text": "carry on"},
    {"text": "try again"},
    {"text": "my garden"},
    {"choice": "holding-try-again"},
    {"text": ""},
]


@pytest.mark.parametrize("nudge", NUDGES, ids=str)
async def test_words_are_answered_once_when_it_is_back(inbound, engine, lines, begin, token, nudge):
    asking(begin, token, Question.FOCUS_WHY)
    engine.down = True
    await inbound.receive(token, text="my garden")
    engine.down = False
    engine.heard.clear()
    reply = await inbound.receive(token, **nudge)
    assert [heard.text for heard in engine.heard] == ["my garden"]
    assert reply.messages == (*lines.back, *reply.messages[len(lines.back) :])
    assert texts(reply)[-1] == "Yes."
    engine.heard.clear()
    await inbound.receive(token, text="something new")
    assert [heard.text for heard in engine.heard] == ["something new"]


async def test_opening_the_page_again_answers_them_too(inbound, engine, lines, token):
    engine.down = True
    await inbound.receive(token, text="my garden")
    engine.down = False
    reply = await inbound.arrive(token)
    assert engine.heard[-1].text == "my garden"
    assert reply.messages[: len(lines.back)] == lines.back


async def test_the_same_message_again_is_answered_then(inbound, engine, token):
    engine.down = True
    await inbound.receive(token, text="my garden", message_id="m1")
    engine.down = False
    await inbound.receive(token, text="my garden", message_id="m1")
    await inbound.receive(token, text="my garden", message_id="m1")
    assert [heard.text for heard in engine.heard] == ["my garden", "my garden"]


async def test_more_words_are_part_of_the_same_answer(inbound, engine, begin, token):
    asking(begin, token, Question.FOCUS_WHY)
    engine.down = True
    await inbound.receive(token, text="it is where we married", message_id="m1")
    await inbound.receive(token, text="and where the children played", message_id="m2")
    engine.down = False
    engine.heard.clear()
    await inbound.receive(token, text="hello?")
    assert [heard.text for heard in engine.heard] == ["it is where we married\nand where the children played"]


async def test_joined_words_sent_again_are_not_joined_twice(inbound, engine, begin, token):
    """A client that got no reply repeats the message with its own id."""
    asking(begin, token, Question.FOCUS_WHY)
    engine.down = True
    await inbound.receive(token, text="one", message_id="m1")
    await inbound.receive(token, text="two", message_id="m2")
    await inbound.receive(token, text="two", message_id="m2")
    engine.down = False
    engine.heard.clear()
    await inbound.receive(token, text="hello?")
    assert [heard.text for heard in engine.heard] == ["one\ntwo"]


async def test_a_button_and_then_words_are_two_turns(inbound, engine, begin, token):
    engine.says = lambda _p, _h: [EngineMessage("Keep it?", (("Yes", "choose:keep"),))]
    reply = await inbound.receive(token, text="hello")
    asking(begin, token, Question.RECORD_CONSENT)
    engine.down = True
    await inbound.receive(token, choice=button(reply, "Yes"))
    await inbound.receive(token, text="and another thing")
    engine.down = False
    engine.heard.clear()
    await inbound.receive(token, text="hello?")
    assert [(heard.intent, heard.text) for heard in engine.heard] == [("choose", ""), (None, "and another thing")]


async def test_what_each_of_several_turns_says_is_said(inbound, engine, begin, token):
    """The PIN of a link is shown only once: it must not be lost because a second message waited behind it."""
    engine.says = lambda _p, _h: [EngineMessage("Share it?", (("Yes", "choose:share"),))]
    reply = await inbound.receive(token, text="hello")
    asking(begin, token, Question.SHARE_CONSENT)
    engine.down = True
    await inbound.receive(token, choice=button(reply, "Yes"))
    await inbound.receive(token, text="did it work for May")
    engine.down = False
    engine.says = lambda _p, heard: [
        EngineMessage("The PIN is 123 456." if heard.intent else "What next?", (("Go on", "resume"),))
    ]
    reply = await inbound.receive(token, text="hello?")
    assert "The PIN is 123 456." in texts(reply)
    assert texts(reply)[-1] == "What next?"
    live = [choice.choice for message in reply.messages for choice in message.choices]
    with begin() as records:
        person = records.sessions.person(token)
        assert all(records.choices.payload(person, choice) for choice in live)


async def test_a_fault_half_way_neither_loses_nor_doubles(talking, rules, begin):
    token = await talking.open_session("test")
    await talking.arrive(token)
    await talking.receive(token, text="for me")
    rules.fails_after = 1
    await talking.receive(token, text="my garden")
    with begin() as records:
        person = records.sessions.person(token)
        assert [line.words for line in records.drafts.get(person).lines] == ["my garden"]
    rules.fails_after = None
    reply = await talking.receive(token, text="hello?")
    assert any("Why does that matter to you?" in text for text in texts(reply))
    with begin() as records:
        draft, position = records.drafts.get(person), records.people.position(person)
    assert [line.words for line in draft.lines] == ["my garden"]
    assert position.question is Question.FOCUS_WHY


@pytest.mark.parametrize("fails_after", [0, 1])
async def test_a_fault_while_sharing_still_shows_the_pin_and_makes_one_link(talking, rules, begin, fails_after):
    token = await talking.open_session("test")
    reply = await talking.arrive(token)
    for words in (
        "for me",
        "my garden",
        "skip",
        "skip",
        "no",
        "yes",
        "yes",
        "share",
        "Aunt May",
        "everything",
        "a week",
    ):
        reply = await talking.receive(token, text=words)
    rules.fails_after = fails_after
    await talking.receive(token, choice=button(reply, "Yes, make the link"))
    rules.fails_after = None
    reply = await talking.receive(token, text="hello?")
    assert any("The PIN is" in text for text in texts(reply))
    with begin() as records:
        assert len(records.shares.of(records.sessions.person(token))) == 1


async def test_an_outage_however_long_sets_nothing_aside(inbound, engine, begin, token):
    """An engine that cannot be reached says nothing about the turn: the words wait for as long as it takes."""
    asking(begin, token, Question.FOCUS_WHY)
    engine.down, engine.ready = True, False
    await inbound.receive(token, text="my garden")
    for _ in range(MOST_TRIES * 3):
        await inbound.receive(token, text="hello?")
    engine.down, engine.ready = False, True
    engine.heard.clear()
    await inbound.receive(token, text="hello?")
    assert [heard.text for heard in engine.heard] == ["my garden"]


async def test_a_turn_that_always_fails_is_set_aside_and_its_words_held(inbound, engine, begin, token, caplog):
    person = asking(begin, token, Question.FOCUS_WHY)

    def fail(_person, heard):
        if heard.text == "poison words":
            raise EngineDownError
        return [EngineMessage("Why does it matter?")]

    engine.says = fail
    for _ in range(MOST_TRIES):
        await inbound.receive(token, text="poison words")
    with begin() as records:
        assert records.turns.waiting(person)[0].tries == MOST_TRIES
    reply = await inbound.receive(token, text="hello?")
    assert texts(reply)[-1] == "Why does it matter?"
    with begin() as records:
        assert records.turns.waiting(person) == []
        assert records.drafts.get(person).opening == "poison words"
    assert "poison" not in caplog.text
    assert (await inbound.receive(token, text="it is where we met")).received
    assert engine.heard[-1].text == "it is where we met"


async def test_a_turn_is_not_set_aside_by_an_engine_that_has_only_just_come_back(inbound, engine, begin, token):
    person = asking(begin, token, Question.FOCUS_WHY)
    engine.down = True
    for _ in range(MOST_TRIES):
        await inbound.receive(token, text="my garden")
    engine.down, heard = False, []

    def comes_back(_person, each):
        heard.append(each.text or each.intent)
        if heard == ["my garden"]:
            raise EngineDownError  # it was still starting
        return [EngineMessage("Why does it matter?")]

    engine.says = comes_back
    reply = await inbound.receive(token, text="my garden")
    assert heard == ["my garden", "resume", "my garden"]
    assert texts(reply)[-1] == "Why does it matter?"
    with begin() as records:
        assert records.turns.waiting(person) == []
        assert records.drafts.get(person).opening == ""


async def test_a_mistake_of_ours_over_one_message_blocks_nobody_for_ever(inbound, engine, begin, token, caplog):
    person = asking(begin, token, Question.FOCUS_WHY)

    def stumble(_person, each):
        if each.text == "poison words":
            raise RuntimeError(each.text)
        return [EngineMessage("Why does it matter?")]

    engine.says = stumble
    for _ in range(MOST_TRIES + 1):
        await inbound.receive(token, text="poison words")
    with begin() as records:
        assert records.turns.waiting(person) == []
        assert records.drafts.get(person).opening == "poison words"
    assert "poison" not in caplog.text


async def test_a_button_that_always_fails_is_set_aside_too(inbound, engine, begin, token):
    engine.says = lambda _p, _h: [EngineMessage("Keep it?", (("Yes", "choose:keep"),))]
    reply = await inbound.receive(token, text="hello")

    def fail(_person, heard):
        if heard.intent == "choose":
            raise EngineDownError
        return [EngineMessage("Keep it?")]

    engine.says = fail
    await inbound.receive(token, choice=button(reply, "Yes"))
    for _ in range(MOST_TRIES):
        await inbound.receive(token, choice="holding-try-again")
    with begin() as records:
        assert records.turns.waiting(records.sessions.person(token)) == []


async def test_a_no_with_words_behind_it_does_not_lock_the_conversation(talking, rules, begin):
    """Declining makes a new key; what already waited must still open."""
    token = await talking.open_session("test")
    reply = await talking.arrive(token)
    for words in ("for me", "my garden", "skip", "skip", "no", "yes", "no"):
        reply = await talking.receive(token, text=words)
    rules.down = True
    await talking.receive(token, choice=button(reply, "No, delete it"))
    await talking.receive(token, text="I would rather talk about my dog now")
    rules.down = False
    reply = await talking.receive(token, text="hello?")
    assert reply.received
    reply = await talking.receive(token, text="my dog")
    assert reply.received
    assert texts(reply)


# --- the store is down ------------------------------------------------------------------------------------------------


class BrokenStore(TurnStore):
    """A store that fails from a named method on."""

    def __init__(self, begin, broken):
        super().__init__(begin)
        self.broken = broken

    def __getattribute__(self, name):
        broken = object.__getattribute__(self, "__dict__").get("broken")
        if name == broken:

            def fail(*_args):
                raise OperationalError("insert my garden", {}, Exception("disk full"))

            return fail
        return object.__getattribute__(self, name)


METHODS = ["person", "look", "write_down", "hand_out"]


@pytest.mark.parametrize("broken", METHODS)
async def test_a_store_that_fails_is_said_so(begin, engine, lines, token, broken, caplog):
    inbound = Inbound(BrokenStore(begin, broken), engine, lines)
    reply = await inbound.receive(token, text="my garden")
    assert reply == lines.not_kept
    assert reply.received is False
    assert "garden" not in caplog.text
    assert (await inbound.arrive(token)).messages


@pytest.mark.parametrize("broken", METHODS)
async def test_and_the_same_message_works_when_it_is_back(begin, engine, lines, token, broken):
    store = BrokenStore(begin, broken)
    inbound = Inbound(store, engine, lines)
    await inbound.receive(token, text="my garden", message_id="m1")
    store.broken = None
    reply = await inbound.receive(token, text="my garden", message_id="m1")
    assert reply.received
    assert texts(reply)[-1] == "Yes."
    with begin() as records:
        assert records._session.query(TurnRow).count() == 1
        assert records.turns.waiting(records.sessions.person(token)) == []


@pytest.mark.parametrize("error", [KeyError("my garden"), ValueError("my garden"), RuntimeError("my garden")])
async def test_a_mistake_of_ours_is_answered_too(inbound, engine, lines, token, caplog, error):
    def fail(*_args):
        raise error

    engine.says = fail
    reply = await inbound.receive(token, text="my garden")
    assert reply.messages
    assert "999" in " ".join(texts(reply))
    assert "garden" not in caplog.text


@pytest.mark.parametrize("error", [KeyError("my garden"), RuntimeError("my garden")])
async def test_so_is_a_mistake_on_arriving(inbound, engine, token, caplog, error):
    def fail(*_args):
        raise error

    engine.says = fail
    assert (await inbound.arrive(token)).messages
    assert "garden" not in caplog.text
