"""While the engine is down nothing is lost, and when it is back nothing is done twice."""

import pytest

from bot.channels.engine import EngineMessage
from bot.model.position import Question
from tests.unit.channels.gateway import asking, button, texts


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


@pytest.mark.parametrize(
    "sent", [[("m1", "one"), ("m2", "two")], [("m1", "one"), ("m2", "two"), ("m2", "two")]], ids=["once", "sent again"]
)
async def test_more_words_are_part_of_the_same_answer(inbound, engine, begin, token, sent):
    """A client that got no reply repeats the message with its own id: it is not joined twice."""
    asking(begin, token, Question.FOCUS_WHY)
    engine.down = True
    for message_id, text in sent:
        await inbound.receive(token, text=text, message_id=message_id)
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
