"""A turn that always fails is set aside, its words held; an engine that is down sets none aside."""

import pytest

from bot.channels.engine import EngineDownError, EngineMessage
from bot.channels.inbound import MOST_TRIES, PROOFS
from bot.model.position import Question
from tests.unit.channels.gateway import asking, button, texts


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


@pytest.mark.parametrize("kills", range(1, PROOFS))
async def test_nor_by_restarts_that_come_in_between(inbound, engine, begin, token, kills):
    """The engine answers the reminder, and is killed over the turn."""
    person = asking(begin, token, Question.FOCUS_WHY)
    engine.down = True
    for _ in range(MOST_TRIES):
        await inbound.receive(token, text="my garden")
    engine.down, failed = False, []

    def is_killed(_person, each):
        if each.text == "my garden" and len(failed) <= kills:
            failed.append(each.text)
            raise EngineDownError
        return [EngineMessage("Why does it matter?")]

    engine.says = is_killed
    await inbound.receive(token, text="my garden")
    assert len(failed) == kills + 1
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
