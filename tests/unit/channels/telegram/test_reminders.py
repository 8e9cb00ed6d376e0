"""Reminders on their way: what is so when Telegram can be reached counts, not what was so when they were due."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.telegram import trying_again
from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.wire import NotReachedError, TelegramWire, UnsureError
from bot.jobs.reminders import keep_reminding
from bot.model.own_time import zone
from bot.records.people import People
from bot.records.telegram_messages import Outgoing

pytestmark = pytest.mark.usefixtures("quick")
HERE = "I am here when you want to carry on."


@pytest.fixture(autouse=True)
def soon_again(monkeypatch):
    monkeypatch.setattr(trying_again, "LONGEST_WAIT", 0.02)


class Line:
    """The line to Telegram, for sending: it can be down, or break while a message is on it."""

    def __init__(self, monkeypatch):
        self.fault, self.tries = None, 0
        send = TelegramWire.send

        async def sending(wire, *given, **named):
            self.tries += 1
            if self.fault is not None:
                raise self.fault
            return await send(wire, *given, **named)

        monkeypatch.setattr(TelegramWire, "send", sending)


@pytest.fixture
def line(monkeypatch):
    return Line(monkeypatch)


@pytest.fixture
async def asked(channel, ada):
    """Ada is asked what matters to her; it is 09:30 in the UK."""
    await ada.starts()
    await ada.presses("For me", until="What")
    return ada


async def once(begin, channel):
    """The scheduler looks, once."""

    async def wait(_seconds):
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await keep_reminding(begin, channel.reach, wait)


def person_of(begin, number=1001):
    with begin(reading=True) as records:
        return records.sessions.person(records.telegram.token_of(number))


def chat_of(begin, number=1001):
    with begin(reading=True) as records:
        return records.telegram.id_of(number)


def remind(begin, clock, **length):
    person = person_of(begin)
    with begin() as records:
        records.reminders.set(person, clock.now() + timedelta(**length))
        records.commit()
    return person


def waiting(begin, number=1001):
    with begin(reading=True) as records:
        return [each.text for each in records.telegram.messages.outgoing(records.telegram.id_of(number))]


def open_of(begin, person):
    with begin(reading=True) as records:
        return records.reminders.open_of(person)


async def held_up(begin, channel, line, clock, until, *, at_hour=10.5):
    """A reminder is due at this hour, and Telegram cannot be reached."""
    clock.move(hours=at_hour - 9.5)
    person = remind(begin, clock, minutes=1)
    clock.move(minutes=1)
    line.fault = NotReachedError()
    tries = line.tries
    await once(begin, channel)
    await until(lambda: line.tries > tries)
    return person


def web_session(begin, person):
    with begin() as records:
        token = records.sessions.open(person, "web")
        records.commit()
    return token


async def test_one_comes_as_soon_as_the_line_is_back(channel, asked, line, begin, clock, until):
    await held_up(begin, channel, line, clock, until)
    clock.move(hours=2)
    line.fault = None
    await asked.sees(HERE)


@pytest.mark.parametrize("words", ["stop reminders", "she died this morning", "stop"])
async def test_it_is_not_sent_after_a_stop_or_a_death_that_was_told_meanwhile(
    channel, asked, line, begin, clock, talking, until, words
):
    person = await held_up(begin, channel, line, clock, until)
    reply = await talking.receive(web_session(begin, person), text=words)
    if "stop" in words:
        assert "Your reminder is stopped. I will not write to you first." in [each.text for each in reply.messages]
    line.fault = None
    await until(lambda: waiting(begin) == [])
    await asked.says("hello", until="matter")
    assert HERE not in asked.told()
    await once(begin, channel)
    assert waiting(begin) == []


async def test_it_is_not_sent_once_everything_was_deleted(channel, asked, line, begin, clock, talking, until):
    person = await held_up(begin, channel, line, clock, until)
    token = web_session(begin, person)
    await talking.receive(token, text="delete my data")
    await talking.receive(token, text="yes")
    assert person_of(begin) != person
    line.fault = None
    await until(lambda: waiting(begin) == [])
    assert HERE not in asked.told()


async def test_in_the_night_it_waits_for_the_morning_and_holds_nothing_up(channel, asked, line, begin, clock, until):
    person = await held_up(begin, channel, line, clock, until, at_hour=19.5)
    clock.move(hours=7)  # 02:31
    with begin() as records:
        records.telegram.messages.put(chat_of(begin), Outgoing("This comes after it."))
        records.commit()
    line.fault = None
    await asked.sees("This comes after it.")
    assert HERE not in asked.told()
    assert open_of(begin, person) is not None
    await once(begin, channel)
    assert waiting(begin) == [], "it does not go to and fro for the whole night"
    clock.move(hours=6, minutes=29)  # 09:00
    await once(begin, channel)
    await asked.sees(HERE)
    await asked.presses("No more reminders", until="I will not write to you first again")
    assert asked.told().count(HERE) == 1


async def test_the_night_is_that_of_the_person_s_own_zone(channel, asked, line, begin, clock, until):
    person = await held_up(begin, channel, line, clock, until)
    with begin() as records:
        records.reminders.go_by(person, zone("Australia/Sydney"))
        records.commit()
    clock.move(minutes=20)
    line.fault = None
    await until(lambda: waiting(begin) == [])
    assert HERE not in asked.told()


async def test_a_day_late_it_is_not_sent_at_all(channel, asked, line, begin, clock, until):
    person = await held_up(begin, channel, line, clock, until)
    clock.move(hours=25)
    line.fault = None
    await until(lambda: waiting(begin) == [])
    assert open_of(begin, person) is None
    assert HERE not in asked.told()


async def test_of_one_that_may_not_have_arrived_nothing_is_said(channel, asked, line, begin, clock, until):
    """A word about it would be one more message that nobody asked for, in the night perhaps."""
    remind(begin, clock, hours=1)
    clock.move(hours=1)
    line.fault = UnsureError()
    tries = line.tries
    await once(begin, channel)
    await until(lambda: line.tries > tries and waiting(begin) == [])
    line.fault = None
    with begin() as records:
        assert records.telegram.messages.recover(()) == []
    heard = await asked.says("hello", until="matter")
    assert not any("not sure" in each.text for each in heard)


async def test_one_that_cannot_be_judged_holds_nothing_up(channel, asked, line, begin, clock, until, monkeypatch):
    person = await held_up(begin, channel, line, clock, until)
    known = People.position

    def position(self, of):
        if of == person:
            raise ValueError("a word of a later version")
        return known(self, of)

    monkeypatch.setattr(People, "position", position)
    line.fault = None
    await until(lambda: waiting(begin) == [])
    assert HERE not in asked.told()


async def test_a_store_that_is_busy_for_once_loses_none(channel, asked, begin, clock, monkeypatch):
    person = remind(begin, clock, hours=1)
    clock.move(hours=1)
    put, failed = Mailbox.remind, []

    def remind_later(self, *given):
        if not failed:
            failed.append(1)
            raise OperationalError("", {}, Exception("database is locked"))
        return put(self, *given)

    monkeypatch.setattr(Mailbox, "remind", remind_later)
    await once(begin, channel)
    assert open_of(begin, person) is not None
    await once(begin, channel)
    await asked.sees(HERE)
    await once(begin, channel)
    assert asked.told().count(HERE) == 1


# --- several chats of one person --------------------------------------------------------------------------------------


@pytest.fixture
def facts(facts):
    return replace(facts, can_write_first=lambda person: True)


async def asks_for_one(person):
    """For tomorrow, at 10:00."""
    await person.says("remind me", until="When shall I remind you?")
    await person.presses("Tomorrow", until="I will remind you on")


@pytest.fixture
async def in_two(asked, bert, begin):
    """Ada goes on in another chat, which is the newer one."""
    await bert.starts()
    with begin() as records:
        records.sessions.speak_as(records.telegram.token_of(1002), person_of(begin))
        records.commit()
    return asked


async def test_it_comes_where_it_was_asked_for(channel, in_two, bert, begin, clock):
    await asks_for_one(in_two)
    clock.move(days=1, hours=1)
    await once(begin, channel)
    await in_two.sees(HERE)
    assert HERE not in bert.told()


@pytest.mark.parametrize(("number", "stays"), [(1001, False), (1002, True)])
async def test_only_blocking_the_chat_where_it_was_asked_for_ends_it(channel, in_two, begin, number, stays):
    await asks_for_one(in_two)
    Mailbox(begin).block(chat_of(begin, number), blocked=True)
    assert (open_of(begin, person_of(begin)) is not None) is stays


async def test_without_a_chat_that_is_open_nobody_is_reminded(channel, in_two, begin, clock):
    person = remind(begin, clock, days=1)  # asked for on the web
    for number, stays in ((1001, True), (1002, False)):
        Mailbox(begin).block(chat_of(begin, number), blocked=True)
        assert (open_of(begin, person) is not None) is stays
