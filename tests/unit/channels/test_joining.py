"""The same person on the web and on Telegram: a link is asked for in words, and what was there before is looked at."""

import asyncio
import logging
from dataclasses import replace

import pytest
from sqlalchemy import text as sql

from bot.channels.inbound import UnknownSessionError
from bot.jobs.retention import retain
from bot.model.draft import Draft, Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door, Position, Question
from bot.model.saying import Said
from bot.records.consent import Purpose
from bot.records.joining import JoinChannel
from tests.unit.fakes import everywhere

DRAFT = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden")
TELEGRAM = "https://t.me/example_bot?start=join-"
WEB = "https://example.org/join/"
YES, NO = "Yes, I asked for it", "No, stay here"
READS_ALONG = "Whoever gave you the link can then read all that you write here."
JOINED = "This is now the conversation that was begun elsewhere."


@pytest.fixture
def facts(facts):
    return replace(facts, telegram_name=lambda: "example_bot")


@pytest.fixture
async def first(begin, talking):
    """The token of somebody in the middle of something on the web."""
    token = await talking.open_session("web")
    with begin() as records:
        person = records.sessions.person(token)
        records.people.place(person, Position(question=Question.FOCUS_MORE, door=Door.ME, welcomed=True))
        records.drafts.put(person, DRAFT)
        records.commit()
    return token


@pytest.fixture
async def chat(talking):
    """The token of somebody new on Telegram."""
    return await talking.open_session("telegram")


def who(begin, token):
    with begin() as records:
        return records.sessions.person(token)


def code_for(begin, token, channel=JoinChannel.TELEGRAM):
    with begin() as records:
        code = records.joining.make(records.sessions.person(token), channel)
        records.commit()
    return code


def writes(begin, token, draft=DRAFT):
    """Something that is not kept is written in this session's conversation."""
    with begin() as records:
        person = records.sessions.person(token)
        records.drafts.put(person, draft)
        records.people.place(person, Position(question=Question.FOCUS_MORE, door=Door.ME, welcomed=True))
        records.commit()
    return person


def keeps(begin, token):
    with begin() as records:
        person = records.sessions.person(token)
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, (Line("l1", Heading.SUPPORT, Kind.SUPPORT, 0, "a chair"),))
        records.commit()
    return person


def text(reply):
    return "\n".join(message.text for message in reply.messages)


def links(reply):
    return [link.url for message in reply.messages for link in message.links]


def titles(reply):
    return [choice.title for message in reply.messages for choice in message.choices]


async def joins(talking, chat, code):
    """Open a link, and say yes to the question that follows."""
    await talking.join(chat, code)
    return await talking.receive(chat, choice="joining-yes")


def joined_notes(database):
    with database.connect() as connection:
        return connection.execute(sql("select actor, person_id, subject from audit where action = 'joined'")).all()


# --- asking for a link ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "words", "leads_to"),
    [
        ("web", "use telegram", TELEGRAM),
        ("web", "Continue on my phone", TELEGRAM),
        ("web", "open on the web", WEB),
        ("telegram", "use the web", WEB),
        ("telegram", "continue on my computer", WEB),
        ("api", "use telegram", TELEGRAM),
    ],
)
async def test_a_link_is_given_and_the_open_question_asked_again(begin, talking, channel, words, leads_to):
    token = await talking.open_session(channel)
    writes(begin, token)
    reply = await talking.receive(token, text=words)
    (link,) = links(reply)
    assert link.startswith(leads_to)
    assert "once, in the next 15 minutes" in text(reply)
    assert "Whoever opens it can read what is here and write as you." in text(reply)
    assert titles(reply), "the open question"
    code = link.removeprefix(leads_to)
    with begin() as records:
        channel = JoinChannel.WEB if leads_to == WEB else JoinChannel.TELEGRAM
        assert records.joining.take(code, channel) == records.sessions.person(token)


async def test_the_same_message_again_gives_the_same_link(talking, first):
    said = [await talking.receive(first, text="use telegram", message_id="m1") for _ in range(2)]
    assert links(said[0]) == links(said[1])


async def test_somebody_new_is_welcomed_too(talking):
    reply = await talking.receive(await talking.open_session("web"), text="use telegram")
    assert links(reply)
    assert "Example Hospice" in text(reply)


async def test_on_telegram_there_is_no_link_to_telegram(begin, talking, chat):
    writes(begin, chat)
    reply = await talking.receive(chat, text="use telegram")
    assert links(reply) == []
    assert "We are on Telegram already." in text(reply)


async def test_words_that_may_be_the_answer_are(begin, talking, first):
    with begin() as records:
        person = records.sessions.person(first)
        records.people.place(person, Position(question=Question.FOCUS_SUPPORT, door=Door.ME, welcomed=True))
        records.commit()
    assert links(await talking.receive(first, text="use my phone")) == []
    with begin() as records:
        assert "use my phone" in [line.words for line in records.drafts.get(person).lines]


class TestWithoutTelegram:
    @pytest.fixture
    def facts(self, facts):
        return replace(facts, telegram_name=lambda: "")

    async def test_it_says_so(self, talking, first):
        reply = await talking.receive(first, text="use telegram")
        assert links(reply) == []
        assert "I am not on Telegram here." in text(reply)

    async def test_another_device_is_reached_through_the_web(self, talking, first):
        (link,) = links(await talking.receive(first, text="continue on my phone"))
        assert link.startswith(WEB)


# --- joining ----------------------------------------------------------------------------------------------------------


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


# --- a conversation that holds something ------------------------------------------------------------------------------


async def asked(begin, talking, first, chat, draft=DRAFT):
    left = writes(begin, chat, draft)
    reply = await talking.join(chat, code_for(begin, first))
    assert READS_ALONG in text(reply)
    assert "What you wrote here and did not keep is left behind for good." in text(reply)
    assert titles(reply) == [YES, NO]
    assert who(begin, chat) == left
    return left, {choice.title: choice.choice for choice in reply.messages[-1].choices}


@pytest.mark.parametrize("draft", [DRAFT, Draft(opening="my garden")])
async def test_a_draft_is_left_behind_after_a_yes_and_goes_in_its_time(
    begin, talking, rules, clock, first, chat, draft
):
    left, buttons = await asked(begin, talking, first, chat, draft)
    reply = await talking.receive(chat, choice=buttons[YES])
    assert text(reply).startswith(JOINED)
    assert who(begin, chat) == who(begin, first)
    assert rules.forgotten == []
    with begin() as records:
        assert records.drafts.get(left) == draft
        assert not records.sessions.any_of(left)
    clock.move(days=46)
    assert left in retain(begin, 45)


@pytest.mark.parametrize("words", ["yes", "Yes please", "yes, I asked for it", "i did"])
async def test_a_typed_yes_counts(begin, talking, first, chat, words):
    await asked(begin, talking, first, chat)
    assert text(await talking.receive(chat, text=words)).startswith(JOINED)


async def test_a_typed_yes_that_comes_twice_answers_nothing_else(begin, talking, first, chat):
    with begin() as records:
        person = records.sessions.person(first)
        records.people.place(person, Position(question=Question.RECORD_CONSENT, door=Door.ME, welcomed=True))
        records.commit()
    await asked(begin, talking, first, chat)
    for _ in range(2):
        await talking.receive(chat, text="yes", message_id="m1")
    with begin() as records:
        assert not records.summaries.has_any(person), "the yes was not one to keeping the summary"


@pytest.mark.parametrize("words", ["no", "No, stay here", "keep it", "Yes, keep it", "that's right", "ok"])
async def test_a_no_changes_nothing(begin, talking, first, chat, words):
    left, _ = await asked(begin, talking, first, chat)
    reply = await talking.receive(chat, text=words)
    assert text(reply).startswith("We stay here.")
    assert titles(reply), "the open question"
    assert who(begin, chat) == left


async def test_a_no_by_button_leaves_the_code_good(begin, talking, first, chat):
    left = writes(begin, chat)
    code = code_for(begin, first)
    await talking.join(chat, code)
    await talking.receive(chat, choice="joining-no")
    assert who(begin, chat) == left
    await talking.join(chat, code)
    await talking.receive(chat, choice="joining-yes")
    assert who(begin, chat) == who(begin, first)


async def test_a_yes_to_something_later_is_none_to_this(begin, talking, first, chat):
    left, buttons = await asked(begin, talking, first, chat)
    await talking.receive(chat, text="show me what you have")
    await talking.receive(chat, text="yes")
    assert who(begin, chat) == left
    reply = await talking.receive(chat, choice=buttons[YES])
    assert "That button is from earlier" in text(reply)
    assert who(begin, chat) == left


async def test_danger_comes_before_the_question(begin, talking, first, chat):
    left, _ = await asked(begin, talking, first, chat)
    assert "999" in text(await talking.receive(chat, text="i want to kill myself"))
    await talking.receive(chat, text="yes")
    assert who(begin, chat) == left


async def test_a_yes_after_the_quarter_of_an_hour_is_too_late(begin, talking, clock, first, chat):
    left, buttons = await asked(begin, talking, first, chat)
    clock.move(minutes=16)
    reply = await talking.receive(chat, choice=buttons[YES])
    assert "That link does not work any more." in text(reply)
    assert who(begin, chat) == left


async def test_words_that_wait_are_not_lost_unasked(begin, talking, first, chat):
    with begin() as records:
        records.turns.begin(records.sessions.person(chat), "m1", Said("", "my garden"), understood=False)
        records.commit()
    reply = await talking.join(chat, code_for(begin, first))
    assert "left behind for good" in text(reply)


async def test_a_kept_summary_is_never_left(begin, talking, first, chat):
    left = keeps(begin, chat)
    reply = await talking.join(chat, code_for(begin, first))
    assert text(reply).startswith("You have kept a summary in this conversation.")
    assert who(begin, chat) == left
    assert "That button is from earlier" in text(await talking.receive(chat, choice="joining-yes"))
    assert who(begin, chat) == left


async def test_a_summary_kept_meanwhile_is_not_left_either(begin, talking, first, chat):
    left, buttons = await asked(begin, talking, first, chat)
    keeps(begin, chat)
    reply = await talking.receive(chat, choice=buttons[YES])
    assert text(reply).startswith("You have kept a summary")
    assert who(begin, chat) == left


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


async def test_deleting_everything_ends_a_standing_code(begin, talking, first, chat):
    code = code_for(begin, first)
    with begin() as records:
        person = records.sessions.person(first)
        records.sessions.begin_anew(person, records.people.create)
        records.people.forget(person, "person")
        records.commit()
    assert "does not work" in text(await talking.join(chat, code))


async def test_no_log_holds_a_code(begin, talking, rules, caplog, first, chat):
    caplog.set_level(logging.DEBUG)
    (link,) = links(await talking.receive(first, text="use telegram"))
    code = link.removeprefix(TELEGRAM)
    rules.down = True
    await joins(talking, chat, code)
    await talking.join(chat, code)
    await talking.join(await talking.open_session("telegram"), code)
    assert caplog.text
    assert code not in caplog.text


async def test_nothing_of_a_code_is_kept_but_its_hash(talking, database, first):
    (link,) = links(await talking.receive(first, text="use telegram"))
    assert everywhere(database, link.removeprefix(TELEGRAM)) == {}
