"""The same person goes on on another device: after a yes, with one code, and the others are told."""

import asyncio

import pytest

from bot.channels.known import UnknownSessionError
from bot.model.draft import Draft
from bot.model.position import Door
from bot.records.joining import JoinChannel
from tests.unit.channels.joining.devices import (
    JOINED,
    NO,
    READS_ALONG,
    YES,
    code_for,
    joined_notes,
    joins,
    text,
    titles,
    who,
    writes,
)
from tests.unit.fakes import everywhere


async def test_somebody_with_nothing_is_let_go_and_goes_on_as_the_other(begin, talking, rules, database, first, chat):
    nobody, person = who(begin, chat), who(begin, first)
    reply = await joins(talking, chat, code_for(begin, first))
    assert text(reply).startswith(JOINED)
    assert titles(reply), "the open question"
    assert who(begin, chat) == who(begin, first) == person
    assert rules.forgotten == [nobody]
    assert set(everywhere(database, nobody)) <= {"audit"}
    assert joined_notes(database) == [("person", person, "telegram")]


async def test_a_link_from_a_stranger_opens_nothing_unasked(begin, talking, first, chat):
    nobody = who(begin, chat)
    reply = await talking.join(chat, code_for(begin, first))
    assert READS_ALONG in text(reply)
    assert "Go on only if you asked for the link yourself." in text(reply)
    assert titles(reply) == [YES, NO]
    assert who(begin, chat) == nobody
    await talking.receive(chat, text="I keep the key under the pot")
    assert who(begin, chat) == nobody, "words are no yes, and end the question"
    await talking.receive(chat, text="yes")
    assert who(begin, chat) == nobody


async def test_a_conversation_without_a_draft_is_not_dropped_unasked(begin, talking, first, chat):
    here = writes(begin, chat, Draft())
    reply = await talking.join(chat, code_for(begin, first))
    assert "The conversation that is here now ends." in text(reply)
    await talking.receive(chat, text="no")
    assert who(begin, chat) == here
    with begin() as records:
        assert records.people.position(here).door is Door.ME


async def test_a_yes_that_was_sent_before_the_question_was_shown_joins_nothing(begin, talking, first, chat):
    nobody = who(begin, chat)
    await talking.join(chat, code_for(begin, first))
    await talking.receive(chat, text="yes", early=True)
    assert who(begin, chat) == nobody


async def test_it_goes_on_here_and_there(begin, talking, first, chat):
    await joins(talking, chat, code_for(begin, first))
    assert "my garden" in text(await talking.receive(chat, text="show me what you have"))
    assert "my garden" in text(await talking.receive(first, text="show me what you have"))


async def test_somebody_who_was_away_is_welcomed_back(begin, talking, clock, first, chat):
    clock.move(hours=3)
    reply = await joins(talking, chat, code_for(begin, first))
    assert "Welcome back. This is where we were." in text(reply)


async def test_a_code_opens_one_chat(begin, talking, first, chat):
    code, other = code_for(begin, first), await talking.open_session("telegram")
    await joins(talking, chat, code)
    assert "That link does not work any more." in text(await talking.join(other, code))
    assert who(begin, other) != who(begin, first)


async def test_the_same_code_again_in_the_same_chat_changes_nothing(begin, talking, database, first, chat):
    code = code_for(begin, first)
    await joins(talking, chat, code)
    assert "This is that conversation already." in text(await talking.join(chat, code))
    assert len(joined_notes(database)) == 1


@pytest.mark.parametrize("yes", [{"choice": "joining-yes"}, {"text": "yes"}])
async def test_a_yes_that_is_tried_again_after_a_fault_is_told_that_it_joined(
    begin, talking, database, first, chat, yes
):
    await talking.join(chat, code_for(begin, first))
    for _ in range(2):
        assert text(await talking.receive(chat, message_id="telegram-7", **yes)).startswith(JOINED)
    assert len(joined_notes(database)) == 1
    assert not text(await talking.receive(chat, text="yes", message_id="telegram-8")).startswith(JOINED)


async def test_an_old_yes_says_nothing_of_joining(begin, talking, clock, first, chat):
    await joins(talking, chat, code_for(begin, first))
    clock.move(minutes=15)
    assert "That button is from earlier" in text(await talking.receive(chat, choice="joining-yes"))


async def test_the_other_device_is_told_once_at_its_next_turn(begin, talking, first, chat):
    await joins(talking, chat, code_for(begin, first))
    here = text(await talking.receive(chat, text="show me what you have"))
    there = [text(await talking.receive(first, text="show me what you have")) for _ in range(2)]
    told = "Another device has opened this conversation with your link."
    assert [told in each for each in (here, *there)] == [False, True, False]


async def test_a_browser_that_joins_is_told_of_too(begin, talking, chat):
    writes(begin, chat)
    await talking.open_code(code_for(begin, chat, JoinChannel.WEB), None, leave_draft=False)
    assert "Another device has opened this conversation" in text(await talking.receive(chat, text="show me all"))


@pytest.mark.parametrize("channel", ["web", "api"])
async def test_a_code_for_telegram_works_nowhere_else(begin, talking, first, channel):
    token = await talking.open_session(channel)
    assert "does not work" in text(await talking.join(token, code_for(begin, first)))
    assert who(begin, token) != who(begin, first)


async def test_an_old_code_says_so_and_asks_the_open_question(begin, talking, clock, first, chat):
    code = code_for(begin, first)
    clock.move(minutes=15)
    reply = await talking.join(chat, code)
    assert text(reply).startswith("That link does not work any more.")
    assert "Example Hospice" in text(reply), "somebody new is welcomed"


async def test_without_a_session_nothing_is_joined(begin, talking, first):
    with pytest.raises(UnknownSessionError):
        await talking.join("no such session", code_for(begin, first))


async def test_another_session_keeps_the_conversation_that_is_left(begin, talking, rules, first, chat):
    left = who(begin, chat)
    with begin() as records:
        other = records.sessions.open(left, "web")
        records.commit()
    await joins(talking, chat, code_for(begin, first))
    assert who(begin, other) == left
    assert rules.forgotten == []


async def test_with_the_engine_down_it_is_joined_and_said(begin, talking, rules, first, chat):
    rules.down = True
    reply = await joins(talking, chat, code_for(begin, first))
    assert text(reply).startswith(JOINED)
    assert who(begin, chat) == who(begin, first)


async def test_two_who_join_each_other_at_once_both_get_an_answer(begin, talking, first, chat):
    with begin() as records:
        mine = records.joining.make(records.sessions.person(chat), JoinChannel.TELEGRAM)
        other = records.sessions.open(records.people.create(), "telegram")
        theirs = records.joining.make(records.sessions.person(other), JoinChannel.TELEGRAM)
        records.commit()
    both = asyncio.gather(joins(talking, chat, theirs), joins(talking, other, mine))
    replies = await asyncio.wait_for(both, 30)
    assert all(reply.messages for reply in replies)
    assert who(begin, chat) is not None
    assert who(begin, other) is not None
