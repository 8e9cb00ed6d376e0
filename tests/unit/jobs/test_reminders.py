"""The scheduler of reminders: each once, none late, none in the night that was not asked for, whatever fails."""

import asyncio
import logging
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.jobs.reminders import keep_reminding
from bot.model.own_time import is_quiet, zone
from bot.model.safety import Asked, Told
from bot.records.people import People
from bot.records.reminders import Reminders
from bot.records.unit_of_work import UnitOfWork
from bot.store.database import connect
from bot.store.keys import KeyFile
from tests.unit.fakes import MovingClock


class Channel:
    """Notes whom it reached with what; or reaches nobody, or breaks so often before anything is written down."""

    def __init__(self, begin, *, reaches=True, breaks=0):
        self.begin, self.reaches, self.breaks = begin, reaches, breaks
        self.sent, self.asked = [], []

    async def __call__(self, person, message_id, take):
        self.asked.append(person)
        if not self.reaches:
            return False
        with self.begin() as records:
            reply = take(records)
            if self.breaks:
                self.breaks -= 1
                raise ConnectionError("words of somebody")
            if reply is not None:
                self.sent.append((person, message_id, reply))
                records.commit()
        return True


async def run(begin, reach, *, times=1, between=lambda: None):
    """Let the scheduler look so many times."""
    waits = []

    async def wait(seconds):
        waits.append(seconds)
        between()
        if len(waits) == times:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await keep_reminding(begin, reach, wait)
    assert set(waits) == {30.0}


def remind(begin, person, due_at):
    with begin() as records:
        records.reminders.set(person, due_at)
        records.commit()
        return records.reminders.open_of(person)


def open_of(begin, person):
    with begin(reading=True) as records:
        return records.reminders.open_of(person)


def stands(begin, person, **changes):
    with begin() as records:
        records.people.place(person, replace(records.people.position(person), **changes))
        records.commit()


async def test_it_is_sent_once_when_its_moment_has_come(begin, person, clock):
    reminder = remind(begin, person, clock.now() + timedelta(hours=1))
    channel = Channel(begin)
    await run(begin, channel)
    assert channel.sent == []
    clock.move(hours=1)
    await run(begin, channel, times=3, between=lambda: clock.move(seconds=30))
    ((to, message_id, reply),) = channel.sent
    assert (to, message_id) == (person, reminder.id)
    assert [message.text for message in reply.messages] == ["I am here when you want to carry on."]
    assert open_of(begin, person) is None


async def test_its_buttons_are_the_person_s_own(begin, person, clock):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    channel = Channel(begin)
    await run(begin, channel)
    choices = channel.sent[0][2].messages[-1].choices
    with begin() as records:
        leads_to = {choice.title: records.choices.payload(person, choice.choice) for choice in choices}
    assert leads_to == {
        "Carry on": "resume",
        "Not today": "pause",
        "No more reminders": "choose:stop_reminders",
    }


@pytest.fixture
def two(begin, person, clock):
    """Two people whose reminders are due."""
    with begin() as records:
        other = records.people.create()
        records.commit()
    for each in (person, other):
        remind(begin, each, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    return {person, other}


async def test_one_that_cannot_be_handed_over_is_tried_again_and_keeps_no_other_back(begin, person, two, caplog):
    caplog.set_level(logging.INFO)
    channel = Channel(begin, breaks=1)
    await run(begin, channel)
    assert len(channel.sent) == 1
    await run(begin, channel, times=2)
    assert sorted(to for to, _, _ in channel.sent) == sorted(two)
    assert "words of somebody" not in caplog.text
    assert "carry on" not in caplog.text
    assert person in caplog.text


async def test_one_for_which_there_is_no_channel_is_missed(begin, person, two):
    channel = Channel(begin, reaches=False)
    await run(begin, channel, times=2)
    assert (set(channel.asked), len(channel.asked)) == (two, 2)
    assert open_of(begin, person) is None


async def test_it_is_marked_and_handed_over_both_or_neither(begin, person, clock):
    """A process that is killed while it hands over loses nothing, and the next one doubles nothing."""
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)

    async def dies(_to, _message_id, take):
        with begin() as records:
            assert take(records) is not None
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await keep_reminding(begin, dies)
    channel = Channel(begin)
    await run(begin, channel, times=2)
    assert len(channel.sent) == 1


async def test_one_that_cannot_be_judged_keeps_no_other_back(begin, person, two, monkeypatch, caplog):
    known = People.position

    def position(self, of):
        if of == person:
            raise ValueError("a word of a later version")
        return known(self, of)

    monkeypatch.setattr(People, "position", position)
    channel = Channel(begin)
    await run(begin, channel, times=2)
    assert {to for to, _, _ in channel.sent} == two - {person}
    assert "a word of" not in caplog.text
    assert "cannot be judged (ValueError)" in caplog.text


async def test_a_mistake_of_ours_ends_it_for_nobody(begin, person, clock, monkeypatch):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    known, tries = Reminders.due, []

    def due(self, now):
        tries.append(now)
        if len(tries) == 1:
            raise RuntimeError
        return known(self, now)

    monkeypatch.setattr(Reminders, "due", due)
    channel = Channel(begin)
    await run(begin, channel, times=2)
    assert len(channel.sent) == 1


# how late the copy comes back, to a reminder for 10:30 -> whether it is sent
@pytest.mark.parametrize(("hours", "sent"), [(0, True), (9, True), (23, True), (24, True), (25, False), (400, False)])
async def test_a_day_late_is_too_late(begin, person, clock, hours, sent):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1 + hours)
    channel = Channel(begin)
    await run(begin, channel)
    assert bool(channel.sent) is sent
    assert open_of(begin, person) is None


async def test_what_is_late_at_night_waits_for_nine(begin, person, clock):
    remind(begin, person, clock.now() + timedelta(hours=1))  # for 10:30
    clock.move(hours=13)
    channel = Channel(begin)
    hours = []
    await run(begin, channel, times=24 * 2, between=lambda: (hours.append(len(channel.sent)), clock.move(minutes=15)))
    assert (hours[41], hours[42]) == (0, 1)  # 22:30 and 42 quarters of an hour: 09:00
    assert hours[-1] == 1


async def test_an_hour_at_night_that_was_named_is_kept(begin, person, clock):
    clock.move(hours=10)
    remind(begin, person, clock.now() + timedelta(hours=3))  # for 22:30
    clock.move(hours=3, minutes=1)
    channel = Channel(begin)
    await run(begin, channel)
    assert len(channel.sent) == 1


async def test_the_night_is_that_of_the_person_s_own_zone(begin, person, clock):
    with begin() as records:
        records.reminders.go_by(person, zone("Australia/Sydney"))  # eleven hours ahead: at 10:30 it is 21:30 there
        records.commit()
    remind(begin, person, clock.now() + timedelta(minutes=1))
    clock.move(hours=1)
    channel = Channel(begin)
    await run(begin, channel)
    assert channel.sent == []


async def test_a_death_that_was_just_told_ends_it(begin, person, clock):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    stands(begin, person, told=Told.DEATH_JUST_HAPPENED, asked=Asked.DEATH_EXPECTED)
    channel = Channel(begin)
    await run(begin, channel)
    stands(begin, person, told=None, asked=None)
    await run(begin, channel)
    assert channel.sent == []
    assert open_of(begin, person) is None


async def test_while_danger_is_the_latest_that_was_spoken_of_it_waits(begin, person, clock):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    stands(begin, person, told=Told.SUICIDAL, asked=Asked.SAFE_NOW)
    channel = Channel(begin)
    await run(begin, channel)
    assert channel.sent == []
    stands(begin, person, told=None, asked=None)
    await run(begin, channel)
    assert len(channel.sent) == 1


async def test_who_is_forgotten_is_not_written_to(begin, person, clock):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    with begin() as records:
        records.people.forget(person, "person")
        records.commit()
    channel = Channel(begin)
    await run(begin, channel)
    assert channel.sent == []


async def test_what_is_stopped_between_looking_and_taking_is_not_sent(begin, clock):
    """Two are due; while the first is handed over, the second person stops theirs."""
    with begin() as records:
        first, second = records.people.create(), records.people.create()
        for person, minutes in ((first, 1), (second, 2)):
            records.reminders.set(person, clock.now() + timedelta(minutes=minutes))
        records.commit()
    clock.move(minutes=5)
    told = []

    async def reach(person, _message_id, take):
        with begin() as records:
            if take(records) is not None:
                told.append(person)
            records.reminders.cancel(second)
            records.commit()
        return True

    await run(begin, reach)
    assert told == [first]


async def test_a_failure_of_the_store_is_logged_and_does_not_end_it(begin, person, clock, caplog):
    remind(begin, person, clock.now() + timedelta(hours=1))
    clock.move(hours=1)
    tries = []

    def failing_at_first(*, reading=False):
        tries.append(1)
        if len(tries) <= 2:
            raise OperationalError("select", {"words": "my garden"}, Exception("database is locked"))
        return begin(reading=reading)

    channel = Channel(begin)
    await run(failing_at_first, channel, times=3)
    assert len(channel.sent) == 1
    assert "will be tried again" in caplog.text
    assert "garden" not in caplog.text


async def test_one_that_cannot_be_taken_keeps_no_other_back(begin, person, clock, database, caplog):
    """Somebody's key does not open: the buttons of their reminder cannot be sealed."""
    with begin() as records:
        other = records.people.create()
        records.commit()
    remind(begin, person, clock.now() + timedelta(minutes=1))
    remind(begin, other, clock.now() + timedelta(minutes=2))
    with database.begin() as connection:
        connection.execute(text("update people set wrapped_key = :none where id = :id"), {"none": b"0", "id": person})
    clock.move(minutes=5)
    channel = Channel(begin)
    await run(begin, channel)
    assert [to for to, _, _ in channel.sent] == [other]
    assert "will be tried again" in caplog.text


SETS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 60 * 24 * 3), st.sampled_from(["", "America/New_York", "Asia/Tokyo"])),
    min_size=1,
    max_size=5,
)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(wishes=SETS, steps=st.lists(st.integers(1, 600), min_size=1, max_size=12))
def test_two_schedulers_at_once_send_each_once_and_none_late_at_night(migrated_store, tmp_path, wishes, steps):
    path = tmp_path / "two.db"
    shutil.copy(migrated_store, path)
    database, clock = connect(f"sqlite:///{path}"), MovingClock(datetime(2026, 10, 24, 9, 30, tzinfo=UTC))
    begin = partial(UnitOfWork, database, clock, KeyFile(b"k" * 32))
    try:
        asyncio.run(_two_at_once(begin, clock, wishes, steps))
    finally:
        database.dispose()
        for each in tmp_path.glob("two.db*"):
            each.unlink()


async def _two_at_once(begin, clock, wishes, steps):
    with begin() as records:
        people = [records.people.create() for _ in range(4)]
        for who, minutes, key in wishes:
            if key:
                records.reminders.go_by(people[who], zone(key))
            records.reminders.set(people[who], clock.now() + timedelta(minutes=minutes))
        waiting = {each: records.reminders.open_of(each) for each in people}
        zones = {each: records.reminders.zone(each) for each in people}
        records.commit()
    sent = []

    async def reach(person, message_id, take):
        with begin() as records:
            if take(records) is None:
                return True
            records.commit()
        sent.append(message_id)
        late = clock.now() - waiting[person].due_at
        assert timedelta(0) <= late <= timedelta(hours=24)
        assert late <= timedelta(minutes=15) or not is_quiet(clock.now(), zones[person])
        await asyncio.sleep(0)
        return True

    for minutes in steps:
        clock.move(minutes=minutes)
        await asyncio.gather(run(begin, reach), run(begin, reach))
    assert len(sent) == len(set(sent))
