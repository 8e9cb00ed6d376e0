"""Reminders in the store: one a person, taken once, gone with the person; and the zone that somebody goes by."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.model.own_time import UK, zone
from bot.model.safety import Told
from bot.records.reminders import PastError, Then
from bot.records.telegram_messages import Outgoing, State
from tests.unit.fakes import everywhere


def remind(begin, person, clock, **length):
    with begin() as records:
        records.reminders.set(person, clock.now() + timedelta(**length))
        records.commit()
        return records.reminders.open_of(person)


def open_of(begin, person):
    with begin(reading=True) as records:
        return records.reminders.open_of(person)


def test_a_reminder_waits_until_its_moment(begin, person, clock):
    reminder = remind(begin, person, clock, hours=2)
    for minutes, due in ((0, []), (119, []), (1, [reminder]), (1, [reminder])):
        clock.move(minutes=minutes)
        with begin() as records:
            assert records.reminders.due(clock.now()) == due


def test_another_takes_its_place(begin, person, clock):
    first = remind(begin, person, clock, hours=2)
    second = remind(begin, person, clock, days=2)
    assert open_of(begin, person) == second
    assert first.id != second.id
    clock.move(days=3)
    with begin() as records:
        assert records.reminders.due(clock.now()) == [second]
        assert not records.reminders.claim(first.id)


@pytest.mark.parametrize("seconds", [0, -1, -86400])
def test_nobody_is_reminded_in_the_past(begin, person, clock, seconds):
    with begin() as records, pytest.raises(PastError):
        records.reminders.set(person, clock.now() + timedelta(seconds=seconds))
    assert open_of(begin, person) is None


def test_the_oldest_comes_first(begin, clock):
    with begin() as records:
        people = [records.people.create() for _ in range(3)]
        for person, hours in zip(people, (3, 1, 2), strict=True):
            records.reminders.set(person, clock.now() + timedelta(hours=hours))
        records.commit()
    clock.move(hours=4)
    with begin() as records:
        assert [each.person for each in records.reminders.due(clock.now())] == [people[1], people[2], people[0]]


@pytest.mark.parametrize("how", ["claim", "miss"])
def test_what_was_taken_is_not_open_any_more(begin, person, clock, how):
    reminder = remind(begin, person, clock, hours=1)
    clock.move(hours=1)
    with begin() as records:
        assert getattr(records.reminders, how)(reminder.id)
        assert not records.reminders.claim(reminder.id)
        assert not records.reminders.miss(reminder.id)
        assert not records.reminders.cancel(person)
        assert records.reminders.due(clock.now()) == []
        assert records.reminders.get(reminder.id) is None
        assert records.reminders.open_of(person) is None
        records.commit()
    assert remind(begin, person, clock, hours=1).id != reminder.id


def test_of_many_who_claim_it_at_once_one_does(begin, person, clock):
    reminder = remind(begin, person, clock, hours=1)
    clock.move(hours=1)

    def claim(_):
        with begin() as records:
            mine = records.reminders.claim(reminder.id)
            records.commit()
            return mine

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(claim, range(6))) == [False] * 5 + [True]


def test_stopping_is_at_once_and_only_for_that_person(begin, person, clock):
    with begin() as records:
        other = records.people.create()
        records.commit()
    remind(begin, person, clock, hours=1)
    kept = remind(begin, other, clock, hours=1)
    with begin() as records:
        assert records.reminders.cancel(person)
        assert not records.reminders.cancel(person)
        records.commit()
    assert open_of(begin, person) is None
    assert open_of(begin, other) == kept


def test_what_was_asked_for_later_stands(begin, person, clock):
    before = clock.now()
    clock.move(minutes=1)
    remind(begin, person, clock, hours=1)
    with begin() as records:
        assert not records.reminders.cancel(person, asked_until=before)
        assert records.reminders.cancel(person, asked_until=clock.now())


def test_forgetting_a_person_removes_their_reminder(begin, person, clock, database):
    remind(begin, person, clock, hours=1)
    assert "reminders" in everywhere(database, person)
    with begin() as records:
        records.people.forget(person, "person")
        records.erase()
        records.commit()
    assert set(everywhere(database, person)) == {"audit"}
    clock.move(hours=2)
    with begin() as records:
        assert records.reminders.due(clock.now()) == []


def test_a_reminder_holds_no_word(database):
    with database.connect() as connection:
        columns = set(connection.execute(text("select * from reminders")).keys())
    assert columns == {"id", "person_id", "due_at", "asked_at", "sent_at", "missed_at", "chat_id", "asks_to_keep"}


def test_a_person_goes_by_uk_time_until_they_say_another(begin, person):
    with begin() as records:
        assert records.reminders.zone(person).key == UK
        records.reminders.go_by(person, zone("America/New_York"))
        records.commit()
    with begin() as records:
        assert records.reminders.zone(person).key == "America/New_York"
        assert records.reminders.zone("nobody").key == UK


# --- handed to a channel, and not sent yet ----------------------------------------------------------------------------


def handed_over(begin, person, clock):
    """A reminder that was due at 10:30 and waits to be sent to a chat of the person's."""
    reminder = remind(begin, person, clock, hours=1)
    clock.move(hours=1)
    with begin() as records:
        chat = records.telegram.updates.take_in(1, 700, {"update": 1})
        records.sessions.open(person, "telegram", records.telegram.token_of(700))
        assert records.reminders.claim(reminder.id)
        number = records.telegram.messages.put(chat, Outgoing("Hello.", reminder=reminder.id))
        records.commit()
    return reminder, number


@pytest.mark.parametrize("state", [State.WAITING, State.SENDING])
def test_stopping_ends_one_that_is_on_its_way_too(begin, person, clock, state):
    reminder, number = handed_over(begin, person, clock)
    with begin() as records:
        records.telegram.messages.move(number, state)
        assert records.reminders.cancel(person)
        assert not records.reminders.still_goes(reminder.id, person)
        assert not records.reminders.cancel(person)


def test_one_that_is_sent_cannot_be_stopped_any_more(begin, person, clock):
    _, number = handed_over(begin, person, clock)
    with begin() as records:
        records.telegram.messages.move(number, State.SENT, 5)
        assert not records.reminders.cancel(person)


def test_what_was_asked_for_later_stands_on_its_way_too(begin, person, clock):
    before = clock.now()
    clock.move(minutes=1)
    reminder, _ = handed_over(begin, person, clock)
    with begin() as records:
        assert not records.reminders.cancel(person, asked_until=before)
        assert records.reminders.still_goes(reminder.id, person)


# hours later -> whether it still goes, and whether it is open again
@pytest.mark.parametrize(
    ("hours", "goes", "then"),
    [
        (0, True, None),
        (9, True, None),
        (10, False, Then.WAIT),
        (15, False, Then.WAIT),
        (23, True, None),
        (25, False, None),
    ],
)
def test_on_its_way_it_is_judged_by_the_hour_it_has_become(begin, person, clock, hours, goes, then):
    reminder, _ = handed_over(begin, person, clock)  # at 10:30
    clock.move(hours=hours)
    with begin() as records:
        assert records.reminders.still_goes(reminder.id, person) is goes
        again = records.reminders.get(reminder.id)
        assert (again and records.reminders.then(again)) is then


def test_on_its_way_it_waits_for_danger_and_ends_with_a_death(begin, person, clock):
    reminder, _ = handed_over(begin, person, clock)
    with begin() as records:
        for told, is_open in ((Told.SUICIDAL, True), (Told.DEATH_JUST_HAPPENED, False)):
            records.people.place(person, replace(records.people.position(person), told=told))
            assert not records.reminders.still_goes(reminder.id, person)
            assert (records.reminders.get(reminder.id) is not None) is is_open
            records.reminders.claim(reminder.id)


def test_it_goes_to_nobody_else_who_speaks_in_the_chat_by_now(begin, person, clock):
    reminder, _ = handed_over(begin, person, clock)
    with begin() as records:
        assert not records.reminders.still_goes(reminder.id, records.people.create())
        assert records.reminders.get(reminder.id) == reminder, "it is open again, for a chat of the person's own"


def test_the_chat_that_asked_is_remembered(begin, person, clock):
    with begin() as records:
        chat = records.telegram.updates.take_in(1, 700, {"update": 1})
        records.sessions.open(person, "telegram", records.telegram.token_of(700))
        records.reminders.set(person, clock.now() + timedelta(hours=1))
        records.reminders.asked_in(chat, clock.now() + timedelta(seconds=1))
        assert records.reminders.chat_of(person) is None, "it was set before this came in"
        records.reminders.asked_in(chat, clock.now())
        records.reminders.set(person, clock.now() + timedelta(hours=2))
        assert records.reminders.chat_of(person) == chat, "another, from the web: it goes to the same chat"
