"""Safety first: one door before everything else, in every state, whatever else is down."""

import asyncio
import threading

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels import inbound as inbound_module
from bot.channels.engine import EngineMessage
from bot.channels.inbound import Inbound, UnknownSessionError
from bot.channels.turn_store import TurnStore
from bot.model.position import Door, Expecting, Position, Question
from bot.model.safety import Asked, SafetyIntent
from bot.safety import door
from bot.safety.screen import screen
from bot.store.tables.people import AuditRow, TurnRow

DANGER = [
    ("I want to kill myself", SafetyIntent.SUICIDAL),
    ("I have taken all of my tablets", SafetyIntent.EMERGENCY),
    ("she can't breathe and she is going blue", SafetyIntent.EMERGENCY),
]


def said(reply):
    return "\n".join(message.text for message in reply.messages)


def button(reply, title):
    return next(c.choice for message in reply.messages for c in message.choices if c.title == title)


class NoStore(TurnStore):
    """A store of which nothing works."""

    def __getattribute__(self, name):
        def fail(*_args):
            raise OperationalError("", {}, Exception("unable to open database file"))

        return fail


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

    monkeypatch.setattr(inbound_module, "SAFETY_PATIENCE", 0.01)
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


# --- the two questions it asks back -----------------------------------------------------------------------------------

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


# --- danger that only the language model noticed ----------------------------------------------------------------------


@pytest.mark.parametrize("intent", SafetyIntent)
async def test_danger_that_the_engine_noticed_is_answered_by_the_same_door(talking, rules, begin, intent):
    token = await talking.open_session("test")
    await talking.arrive(token)
    rules.understands["some words that no pattern knows"] = intent
    reply = await talking.receive(token, text="some words that no pattern knows", message_id="m1")
    with begin() as records:
        person = records.sessions.person(token)
        assert records.turns.waiting(person) == []
        assert records.people.position(person).question is Question.WELCOME_DOOR
    assert reply == door.reply_to(door.Verdict(intent, "")).reply
    assert (await talking.receive(token, text="some words that no pattern knows", message_id="m1")).messages


@pytest.mark.parametrize(
    ("question", "expecting"),
    [(None, Expecting.OPEN), (Question.FOCUS_WHAT, Expecting.ANSWERING), (Question.RECORD_CONSENT, Expecting.CHOOSING)],
)
async def test_the_judge_is_told_what_the_conversation_waits_for(begin, engine, lines, token, question, expecting):
    told = []

    def judge(_text, where):
        told.append(where.expecting)

    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(question=question, door=Door.ME, welcomed=True))
        records.commit()
    await Inbound(TurnStore(begin), engine, lines, judge).receive(token, text="my own bed")
    assert told == [expecting]


OLD = "she died in a hospital in cardiff"


@pytest.fixture
def mourning(begin, token):
    """Somebody who was asked where the person died."""
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(question=Question.BEREAVEMENT_NATION, door=Door.GRIEVING, welcomed=True))
        records.commit()
    return token


async def test_the_judge_is_told_where_a_conversation_is_about_a_death(begin, engine, lines, mourning):
    told = []

    def judge(_text, where):
        told.append(where.mourning)

    inbound = Inbound(TurnStore(begin), engine, lines, judge)
    await inbound.receive(mourning, text=OLD)
    await inbound.receive(await inbound.open_session("test"), text=OLD)
    assert told == [True, False]


async def test_a_death_of_just_now_is_answered_there_too(inbound, engine, mourning):
    words = "my dad died ten minutes ago"
    assert await inbound.receive(mourning, text=words) == door.reply_to(screen(words)).reply
    assert engine.heard == []


async def test_what_the_language_model_takes_for_a_new_death_is_put_as_the_answer(inbound, engine, mourning):
    noticed = [EngineMessage("", safety="death_just_happened")]
    engine.says = lambda _person, heard: noticed if heard.intent is None else [EngineMessage("Step 1")]
    reply = await inbound.receive(mourning, text=OLD)
    assert [message.text for message in reply.messages] == ["Step 1"]
    assert [heard.intent for heard in engine.heard] == [None, "inform"]


async def test_elsewhere_what_the_language_model_notices_is_answered(inbound, engine, token):
    engine.says = lambda _person, _heard: [EngineMessage("", safety="death_just_happened")]
    reply = await inbound.receive(token, text="it was in cardiff")
    assert "Was this death expected?" in reply.messages[-1].text
