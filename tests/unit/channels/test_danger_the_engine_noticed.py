"""Danger that only the language model noticed is answered by the same door; an old death is no new one."""

import pytest

from bot.channels.engine import EngineMessage
from bot.channels.inbound import Inbound
from bot.channels.turn_store import TurnStore
from bot.model.position import Door, Expecting, Position, Question
from bot.model.safety import SafetyIntent
from bot.safety import door
from bot.safety.screen import screen


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


async def test_a_death_of_the_one_a_record_is_about_is_answered_once_and_puts_its_questions_down(talking, begin):
    token = await talking.open_session("test")
    await talking.arrive(token)
    with begin() as records:
        person = records.sessions.person(token)
        here = Position(question=Question.FOCUS_MORE, door=Door.CLOSE, welcomed=True)
        records.people.place(person, here)
        records.commit()
    assert "Was this death expected?" in (await talking.receive(token, text="she died last night")).messages[-1].text
    assert "no rush" in (await talking.receive(token, text="yes, it was expected")).messages[0].text
    await talking.receive(token, choice="safety-carry-on-death")
    with begin() as records:
        assert records.people.position(person).question is Question.BEREAVEMENT_WHICH
    for words in ("she's dead", "she died last night i said"):
        said = " ".join(message.text for message in (await talking.receive(token, text=words)).messages)
        assert "expected?" not in said
    again = await talking.receive(token, text="my dad just died too")
    assert "Was this death expected?" in again.messages[-1].text
