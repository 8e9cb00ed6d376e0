"""After a danger reply: words that all is well, pieces of one text, and the same words once they were called off."""

import pytest

from bot.channels.danger import Danger
from bot.channels.engine import EngineMessage
from bot.channels.inbound import Inbound
from bot.channels.known import Before, Sent
from bot.channels.lately import A_PIECE, MOST_CALLED_OFF, MOST_SESSIONS, TOGETHER, Lately
from bot.channels.turn_store import TurnStore
from bot.model.position import Question
from bot.model.safety import SafetyIntent, Verdict
from bot.safety import door
from tests.unit.channels.gateway import asking, button, said

ALL_WELL = ["yes im safe", "im not going to do anything", "its ok my sister is here", "I'm fine, honestly"]
MISREAD = ["I didnt mean it like that", "it was just a figure of speech", "false alarm", "you misunderstood me"]
DANGERS = ["she can't breathe and she is going blue", "I want to kill myself", "my son hits me and takes my pension"]


@pytest.mark.parametrize("danger", DANGERS)
@pytest.mark.parametrize("words", ALL_WELL + MISREAD)
async def test_that_all_is_well_is_no_answer_to_the_open_question(inbound, engine, begin, token, danger, words):
    asking(begin, token, Question.FOCUS_WHAT)
    await inbound.receive(token, text=danger)
    reply = await inbound.receive(token, text=words)
    assert engine.heard == [], "the conversation hears nothing of it"
    assert "999" in said(reply)
    assert "116 123" in said(reply)
    engine.says = lambda _p, _h: [EngineMessage("What matters to you?")]
    assert said(await inbound.receive(token, choice=button(reply, "Carry on"))).endswith("What matters to you?")


async def test_said_a_second_time_it_is_still_no_answer(inbound, engine, begin, token):
    asking(begin, token, Question.FOCUS_WHAT)
    for words in ("I want to kill myself", "I didn't mean it like that", "I'm fine, really"):
        await inbound.receive(token, text=words)
    assert engine.heard == []


@pytest.mark.parametrize("words", ["the garden", "yes", "ok", "my husband is here every day, and that is what I want"])
async def test_an_answer_is_an_answer(inbound, engine, begin, token, words):
    asking(begin, token, Question.FOCUS_WHAT)
    await inbound.receive(token, text="she can't breathe and she is going blue")
    await inbound.receive(token, text=words)
    assert [heard.text for heard in engine.heard] == [words]


@pytest.mark.parametrize("words", ["I'm fine but he can't breathe", "I'm not okay, I want to kill myself"])
async def test_danger_beside_it_counts_first(inbound, token, words):
    await inbound.receive(token, text="my son hits me and takes my pension")
    assert "999" in said(await inbound.receive(token, text=words))
    assert said(await inbound.receive(token, text=words)) != said(door.load()["utter_safety_safe"])


async def test_pieces_of_one_text_get_one_whole_reply(inbound, token):
    long = "I want to kill myself and there is more to say " * 80
    first = await inbound.receive(token, text=long)
    for words in (f"so here is the rest, {long}", "the end of it. I want to kill myself"):
        reply = await inbound.receive(token, text=words)
        assert reply == door.same_again(first)
        assert len(said(reply)) < len(said(first)) / 2
        assert said(reply).startswith("Call 999 if life is in danger")
        assert reply.messages[-1] == first.messages[-1], "its question stays open, with its buttons"


async def test_the_same_message_sent_twice_gets_the_whole_reply_twice(inbound, token):
    first = await inbound.receive(token, text="I want to kill myself")
    assert await inbound.receive(token, text="I want to kill myself") == first


async def test_two_short_messages_are_answered_in_full_both(inbound, token):
    first = await inbound.receive(token, text="I want to kill myself")
    assert await inbound.receive(token, text="i really want to kill myself") == first


async def test_another_danger_is_answered_in_full(inbound, token):
    await inbound.receive(token, text="I want to kill myself")
    reply = await inbound.receive(token, text="she can't breathe and she is going blue")
    assert said(reply).startswith("Call 999 now")


def test_only_what_comes_at_once_comes_together():
    now = [0.0]
    lately, reply = Lately(lambda: now[0]), door.load()["utter_safety_suicidal"]
    piece = "one " * A_PIECE
    assert not lately.answered("a", piece, reply)
    assert not lately.answered("b", "two", reply), "somebody else"
    now[0] = TOGETHER - 0.1
    assert lately.answered("a", piece + "two", reply)
    now[0] += TOGETHER + 1
    assert not lately.answered("a", "three", reply)


async def by_meaning(store, words, answers):
    """Have a judge that knows danger by its meaning alone read words, and a press of "Carry on" between."""
    danger = Danger(store, lambda _text, _where: Verdict(SafetyIntent.EMERGENCY, "trained.emergency"))
    found = []
    for text in words:
        sent = Sent("m", choice="safety-carry-on") if text is answers else Sent("m", text)
        found.append(await danger.answer("token", sent, Before()))
    return found


async def test_the_very_same_words_are_not_read_as_danger_again_once_called_off(begin):
    carry_on = object()
    words = ["so many tablets to count", carry_on, "so many tablets to count", "so many pills to count"]
    first, _, again, other = await by_meaning(TurnStore(begin), words, carry_on)
    assert first is not None
    assert again is None
    assert other is not None


async def test_written_patterns_find_them_all_the_same(begin):
    carry_on = object()
    words = ["I have taken all my tablets", carry_on, "I have taken all my tablets"]
    *_, again = await by_meaning(TurnStore(begin), words, carry_on)
    assert again is not None
    assert said(again.reply).startswith("Call 999 now")


async def test_nor_does_the_language_model_notice_them_again(begin, engine, lines, token):
    asking(begin, token, Question.FOCUS_WHAT)
    inbound = Inbound(TurnStore(begin), engine, lines)
    engine.says = lambda _p, heard: [
        EngineMessage("What else?") if heard.intent else EngineMessage("", safety="suicidal")
    ]
    await inbound.receive(token, text="the quiet at the end of it")
    await inbound.receive(token, choice="safety-carry-on")
    reply = await inbound.receive(token, text="the quiet at the end of it")
    assert "What else?" in said(reply)
    assert said(reply).startswith("999 is still there"), "help stays in reach, once"


def test_it_keeps_no_word_and_does_not_grow():
    lately, reply = Lately(), door.load()["utter_safety_suicidal"]
    for number in range(MOST_SESSIONS + 5):
        lately.answered(f"session {number}", "the canary sings", reply)
    for number in range(MOST_CALLED_OFF + 5):
        lately.answered("session x", f"the canary sings {number}", reply)
        lately.call_off("session x")
    assert not lately.was_called_off("session x", "the canary sings 0")
    assert lately.was_called_off("session x", f"the canary sings {MOST_CALLED_OFF + 4}")
    assert len(lately._sessions) == MOST_SESSIONS
    assert "canary" not in str(lately._sessions)
