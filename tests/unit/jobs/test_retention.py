"""Retention: what was never kept goes on time, and only that."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.jobs.retention import keep_retaining, retain
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.saying import Said
from bot.records.consent import Purpose
from tests.unit.fakes import every_byte, everywhere

LINES = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden").lines


def keep(records, person):
    records.consents.give(person, Purpose.KEEP)
    records.summaries.keep(person, Door.ME, LINES)


# kept a summary?, draft touched ago, seen ago -> (person is there, draft is there)
TABLE = [
    (False, 0, 0, True, True),
    (False, 44, 44, True, True),
    (False, 46, 46, False, False),
    (False, 46, 1, True, False),
    (True, 46, 46, True, False),
    (True, 44, 44, True, True),
    (True, 400, 400, True, False),
]


@pytest.mark.parametrize(("kept", "draft_days", "seen_days", "person_there", "draft_there"), TABLE)
def test_what_goes(begin, clock, kept, draft_days, seen_days, person_there, draft_there):
    now = clock.now()
    clock.move(days=-500)
    with begin() as records:
        person = records.people.create()
        if kept:
            keep(records, person)
        clock.move(days=500 - draft_days)
        records.drafts.put(person, Draft(opening="words"))
        clock.move(days=draft_days - seen_days)
        records.people.seen(person)
        records.commit()
    clock.move(days=seen_days)
    assert clock.now() == now

    gone = retain(begin, 45)

    with begin() as records:
        assert records.people.exists(person) is person_there
        assert gone == ([] if person_there else [person])
        if person_there:
            assert (records.drafts.get(person).opening == "words") is draft_there
            assert (records.summaries.latest(person) is not None) is kept


def test_it_may_run_twice(begin, person, clock):
    clock.move(days=46)
    assert retain(begin, 45) == [person]
    assert retain(begin, 45) == []


def test_who_withdrew_keeps_the_summary_row_until_they_say_otherwise(begin, person, clock):
    with begin() as records:
        keep(records, person)
        records.consents.withdraw(person, Purpose.KEEP)
        records.commit()
    clock.move(days=46)
    assert retain(begin, 45) == []


def test_who_goes_leaves_no_trace(begin, person, clock, database, store_folder):
    with begin() as records:
        records.drafts.put(person, Draft(opening="words"))
        records.turns.begin(person, "m1", Said("", "words"), understood=False)
        records.commit()
    with database.connect() as connection:
        wrapped = connection.execute(text("select wrapped_key from people")).scalar_one()
    clock.move(days=46)

    retain(begin, 45)

    assert set(everywhere(database, person)) == {"audit"}
    assert wrapped not in every_byte(store_folder)


def test_an_expired_draft_leaves_no_sealed_byte(begin, person, clock, database, store_folder):
    with begin() as records:
        keep(records, person)
        records.drafts.put(person, Draft(opening="words"))
        records.commit()
    with database.connect() as connection:
        sealed = connection.execute(text("select sealed_draft from drafts")).scalar_one()
    clock.move(days=46)

    retain(begin, 45)

    assert sealed not in every_byte(store_folder)


def test_replies_are_held_for_minutes_and_turns_for_a_day(begin, person, clock):
    with begin() as records:
        turn = records.turns.begin(person, "m1", Said("", "words"), understood=False)
        records.turns.answer(turn, [["Why?", [], []]])
        records.commit()
    for length, held, there in (
        (timedelta(minutes=9), True, True),
        (timedelta(minutes=2), False, True),
        (timedelta(hours=24), False, False),
    ):
        clock.move(seconds=length.total_seconds())
        retain(begin, 45)
        with begin() as records:
            assert (records.turns.reply(turn) is not None, records.turns.get(turn) is not None) == (held, there)


def test_words_that_never_got_an_answer_expire_like_a_draft(begin, person, clock):
    """Nothing that was never kept stays for ever, not for somebody who keeps a summary either."""
    with begin() as records:
        keep(records, person)
        turn = records.turns.begin(person, "m1", Said("", "words"), understood=False)
        records.commit()
    clock.move(days=44)
    retain(begin, 45)
    with begin() as records:
        assert records.turns.get(turn).words == "words"
    clock.move(days=2)
    retain(begin, 45)
    with begin() as records:
        assert records.turns.get(turn) is None


async def test_a_failure_is_logged_and_does_not_end_the_job(begin, person, clock, caplog, monkeypatch):
    import asyncio

    from sqlalchemy.exc import OperationalError

    from bot.jobs import retention

    runs = []

    def failing():
        runs.append(1)
        raise OperationalError("select words", {"words": "my garden"}, Exception("database is locked"))

    class Enough(BaseException):
        pass

    async def nobody(_person):
        raise AssertionError("nobody was forgotten")

    async def no_wait(_seconds):
        if len(runs) == 3:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await retention.keep_retaining(failing, 45, nobody, no_wait)

    assert len(runs) == 3
    assert "will be tried again" in caplog.text
    assert "garden" not in caplog.text


async def test_sessions_of_staff_that_have_ended_go_with_each_run(begin, accounts, clock, database):
    import asyncio

    from bot.jobs import retention
    from tests.unit.colleagues import enter

    enter(accounts, "ada@example.org")
    clock.move(minutes=31)
    enter(accounts, "ben@example.org")

    async def nobody(_person):
        raise AssertionError("nobody was forgotten")

    async def no_wait(_seconds):
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await retention.keep_retaining(begin, 45, nobody, no_wait, drop_sessions=accounts.sessions.drop_ended)

    with database.connect() as connection:
        assert connection.execute(text("select count(*) from staff_sessions")).scalar_one() == 1


async def test_people_are_forgotten_also_while_sessions_of_staff_cannot_be_deleted(begin, person, clock):
    import asyncio

    from sqlalchemy.exc import OperationalError

    from bot.jobs import retention

    told = []

    async def note(gone):
        told.append(gone)

    async def no_wait(_seconds):
        raise asyncio.CancelledError

    def failing():
        raise OperationalError("delete", {}, Exception("no such table"))

    clock.move(days=46)
    with pytest.raises(asyncio.CancelledError):
        await retention.keep_retaining(begin, 45, note, no_wait, drop_sessions=failing)
    assert told == [person]


async def test_many_people_go_in_small_units_one_right_after_the_other(begin, clock, monkeypatch):
    import asyncio

    from bot.jobs import retention

    with begin() as records:
        quiet = {records.people.create() for _ in range(5)}
        records.commit()
    clock.move(days=46)
    units, told, waits = [], [], []

    def counted():
        units.append(1)
        return begin()

    async def forget(person):
        told.append(person)

    async def no_wait(_seconds):
        waits.append(len(told))
        raise asyncio.CancelledError

    monkeypatch.setattr(retention, "MOST_AT_ONCE", 2)
    with pytest.raises(asyncio.CancelledError):
        await retention.keep_retaining(counted, 45, forget, no_wait)

    assert len(units) == 3
    assert sorted(told) == sorted(quiet)
    assert waits == [5]


def test_one_unit_forgets_a_hundred_people_at_most(begin, clock):
    with begin() as records:
        for _ in range(101):
            records.people.create()
        records.commit()
    clock.move(days=46)
    assert [len(retain(begin, 45)) for _ in range(3)] == [100, 1, 0]


async def test_a_mistake_of_ours_ends_it_for_nobody(begin, clock, caplog):
    """What tells the dialogue engine fails in a way that nobody thought of; the next minute it is done all the same."""
    old = []
    for _ in range(2):
        with begin() as records:
            old.append(records.people.create())
            records.commit()
        clock.move(days=1)
    told, waits = [], []

    async def forget(person):
        told.append(person)
        if len(told) == 1:
            raise ValueError("words of somebody")

    async def wait(seconds):
        waits.append(seconds)
        clock.move(days=1)
        if len(waits) == 2:
            raise asyncio.CancelledError

    clock.move(days=44)
    with pytest.raises(asyncio.CancelledError):
        await keep_retaining(begin, 45, forget, wait)
    assert told == old
    assert "will be tried again (ValueError)" in caplog.text
    assert "words of somebody" not in caplog.text
