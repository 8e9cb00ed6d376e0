"""Sharing: a link and a PIN open what was agreed to, until a date or a word; closed is closed, and says no more."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import Purpose
from bot.records.pins import MOST_WRONG_PINS
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.stages.share_pages import SharedPages
from bot.store.tables.people import AuditRow, OpeningRow

WORDS = "my garden at dusk"
LINES = (
    Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, WORDS),
    Line("l2", Heading.MOST_IMPORTANT, Kind.WHY, 0, "it is where we married"),
    Line("l3", Heading.SUPPORT, Kind.SUPPORT, 0, "a chair by the door"),
    Line("l4", Heading.ALSO_KNOW, Kind.ADDED, -1, "I keep bees"),
)


@pytest.fixture
def kept(begin, person):
    with begin() as records:
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, LINES)
        records.commit()
    return person


@pytest.fixture
def share(begin, kept, clock):
    with begin() as records:
        until = clock.now() + timedelta(days=7)
        made = records.shares.create(kept, "Aunt May", (Heading.MOST_IMPORTANT,), until, Door.ME)
        records.commit()
    return made


@pytest.fixture
def pages(begin):
    return SharedPages(begin)


def wrong(pin):
    return f"{(int(pin) + 1) % 10**6:06d}"


def test_the_right_pin_opens_the_agreed_sections_and_no_others(pages, share, clock):
    shown = pages.open(share.token, share.pin)

    assert [(s.heading, [(li.words, li.why) for li in s.lines]) for s in shown.sections] == [
        (Heading.MOST_IMPORTANT.label, [(WORDS, "it is where we married")])
    ]
    assert shown.recipient == "Aunt May"
    assert shown.written_by == "the person themselves"
    assert shown.expires_at == clock.now() + timedelta(days=7)


def test_a_pin_is_six_digits_and_stored_nowhere(share, store_folder, database):
    from tests.unit.fakes import every_byte

    assert share.pin.isdecimal()
    assert len(share.pin) == 6
    assert share.token.encode() not in every_byte(store_folder)
    with database.connect() as connection:
        cells = [str(cell) for row in connection.execute(text("select * from shares")) for cell in row]
    assert not any(share.pin in cell and "argon2" not in cell for cell in cells)
    assert b"Aunt May" not in every_byte(store_folder)


def test_the_newest_version_is_shown(pages, share, begin, kept):
    newer = (Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my bees"),)
    with begin() as records:
        records.summaries.keep(kept, Door.ME, newer)
        records.commit()

    shown = pages.open(share.token, share.pin)

    assert shown.version == 2
    assert shown.sections[0].lines[0].words == "my bees"
    assert shown.written_by == "the person themselves"


def test_a_link_never_shows_notes_of_another_door(pages, share, begin, kept):
    """A nurse who was shown notes about somebody's mother does not see what they then write about themselves."""
    private = (Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "nobody knows"),)
    with begin() as records:
        records.summaries.keep(kept, Door.CLOSE, private)
        records.commit()

    shown = pages.open(share.token, share.pin)

    assert (shown.version, shown.door) == (1, Door.ME)
    assert shown.sections[0].lines[0].words == WORDS


def test_a_link_without_a_version_of_its_door_is_closed(pages, begin, kept, clock):
    with begin() as records:
        until = clock.now() + timedelta(days=7)
        made = records.shares.create(kept, "Ravi", (Heading.MOST_IMPORTANT,), until, Door.CLOSE)
        records.commit()
    with pytest.raises(ShareClosedError):
        pages.open(made.token, made.pin)


def test_somebodys_view_of_another_says_so(pages, begin, kept, clock):
    with begin() as records:
        records.summaries.keep(kept, Door.CLOSE, LINES)
        until = clock.now() + timedelta(days=7)
        made = records.shares.create(kept, "Ravi", (Heading.MOST_IMPORTANT,), until, Door.CLOSE)
        records.commit()
    shown = pages.open(made.token, made.pin)
    assert (shown.door, shown.written_by) == (Door.CLOSE, "someone close to the person these notes are about")


def test_a_wrong_pin_says_how_many_tries_are_left(pages, share):
    left = []
    for _ in range(MOST_WRONG_PINS - 1):
        with pytest.raises(WrongPinError) as raised:
            pages.open(share.token, wrong(share.pin))
        left.append(raised.value.tries_left)

    assert left == [4, 3, 2, 1]


def test_the_fifth_wrong_pin_locks_it_for_good(pages, share, begin, clock, kept):
    for _ in range(MOST_WRONG_PINS - 1):
        with pytest.raises(WrongPinError):
            pages.open(share.token, wrong(share.pin))
    with pytest.raises(ShareClosedError):
        pages.open(share.token, wrong(share.pin))

    for _ in range(3):
        with pytest.raises(ShareClosedError):
            pages.open(share.token, share.pin)
        clock.move(days=1)
    with begin() as records:
        (seen,) = records.shares.of(kept)
        assert seen.locked
        assert seen.openings == ()
        assert records.shares.open_now(kept) == ()


def test_the_right_pin_gives_the_tries_back(pages, share):
    for _ in range(3):
        for _ in range(MOST_WRONG_PINS - 1):
            with pytest.raises(WrongPinError):
                pages.open(share.token, wrong(share.pin))
        assert pages.open(share.token, share.pin)


@pytest.mark.parametrize("pin", ["", " ", "1" * 10_000, "\0", "ééé", "' or 1=1 --"])
def test_anything_may_be_typed_as_a_pin(pages, share, pin):
    with pytest.raises(WrongPinError):
        pages.open(share.token, pin)


# --- every way of being closed looks the same -------------------------------------------------------------------------


def stop(records, share, person, clock):
    records.shares.stop(share.id)


def withdraw_this(records, share, person, clock):
    records.consents.withdraw(person, Purpose.SHARE, share.id)


def withdraw_keeping(records, share, person, clock):
    records.consents.withdraw(person, Purpose.KEEP)


def forget(records, share, person, clock):
    records.people.forget(person, "person")


def expire(records, share, person, clock):
    clock.move(days=7)


def lock(records, share, person, clock):
    for _ in range(MOST_WRONG_PINS):
        records.shares.count_try(share.token)
        with pytest.raises((WrongPinError, ShareClosedError)):
            records.shares.unlock(share.token, matches=False)


def drop_summaries(records, share, person, clock):
    records.summaries.drop_all(person)


CLOSED = [stop, withdraw_this, withdraw_keeping, forget, expire, lock, drop_summaries]


@pytest.mark.parametrize("close", CLOSED, ids=lambda close: close.__name__)
@pytest.mark.parametrize("right_pin", [True, False])
def test_closed_is_closed_and_says_no_more(pages, share, begin, kept, clock, close, right_pin):
    with begin() as records:
        close(records, share, kept, clock)
        records.commit()

    with pytest.raises(ShareClosedError) as closed:
        pages.open(share.token, share.pin if right_pin or close is drop_summaries else wrong(share.pin))
    with pytest.raises(ShareClosedError) as unknown:
        pages.open("no-such-token", share.pin)
    assert (str(closed.value), closed.value.args) == (str(unknown.value), unknown.value.args)


@pytest.mark.parametrize("close", CLOSED, ids=lambda close: close.__name__)
def test_an_opening_that_was_refused_is_not_counted(pages, share, begin, database, kept, clock, close):
    with begin() as records:
        close(records, share, kept, clock)
        records.commit()
    with pytest.raises(ShareClosedError):
        pages.open(share.token, share.pin)

    with begin() as records:
        assert records._session.query(OpeningRow).count() == 0
        assert records._session.query(AuditRow).filter_by(action="shared page opened").count() == 0


def test_it_opens_until_the_last_second(pages, share, clock):
    clock.move(days=7, seconds=-1)
    assert pages.open(share.token, share.pin)
    clock.move(seconds=1)
    with pytest.raises(ShareClosedError):
        pages.open(share.token, share.pin)


def test_stopping_one_leaves_the_others(pages, share, begin, kept, clock):
    with begin() as records:
        until = clock.now() + timedelta(days=7)
        other = records.shares.create(kept, "Ravi", (Heading.SUPPORT,), until, Door.ME)
        records.shares.stop(share.id)
        records.shares.stop(share.id)
        records.commit()

    assert pages.open(other.token, other.pin).sections[0].lines[0].words == "a chair by the door"
    with pytest.raises(ShareClosedError):
        pages.open(share.token, share.pin)
    with begin() as records:
        assert [s.id for s in records.shares.open_now(kept)] == [other.id]
        assert records._session.query(AuditRow).filter_by(action="share stopped").count() == 1


def test_a_pin_of_one_link_does_not_open_another(pages, share, begin, kept, clock):
    with begin() as records:
        until = clock.now() + timedelta(days=7)
        other = records.shares.create(kept, "Ravi", (Heading.SUPPORT,), until, Door.ME)
        records.commit()
    if other.pin != share.pin:
        with pytest.raises(WrongPinError):
            pages.open(share.token, other.pin)


# --- who has looked ---------------------------------------------------------------------------------------------------


def test_openings_are_counted_and_audited_before_a_word_is_shown(share, begin, kept, clock):
    """The words are read only after the opening is in the store: a fault while showing them does not hide it."""
    pages = SharedPages(begin)
    seen = []

    class Failing:
        def __init__(self, records):
            self._records = records

        def __getattr__(self, name):
            return getattr(self._records, name)

    pages.open(share.token, share.pin)
    clock.move(hours=2)
    pages.open(share.token, share.pin)
    with begin() as records:
        (seen,) = records.shares.of(kept)
        assert seen.openings == (clock.now() - timedelta(hours=2), clock.now())
        entries = records._session.query(AuditRow).filter_by(action="shared page opened").all()
        assert {(e.actor, e.person_id, e.subject) for e in entries} == {(f"reader:{share.id}", kept, share.id)}
        assert len(entries) == 2


def test_nothing_is_shown_when_the_opening_cannot_be_stored(share, begin, kept, monkeypatch):
    from sqlalchemy.exc import OperationalError

    from bot.records.unit_of_work import UnitOfWork

    def full(self):
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    monkeypatch.setattr(UnitOfWork, "commit", full)

    with pytest.raises(OperationalError):
        SharedPages(begin).open(share.token, share.pin)


def test_wrong_pins_are_audited(pages, share, begin, kept):
    with pytest.raises(WrongPinError):
        pages.open(share.token, wrong(share.pin))
    with begin() as records:
        (entry,) = records._session.query(AuditRow).filter_by(action="wrong PIN").all()
        assert (entry.actor, entry.person_id) == (f"reader:{share.id}", kept)


def test_no_audit_entry_holds_a_word(pages, share, database):
    pages.open(share.token, share.pin)
    with database.connect() as connection:
        cells = [str(cell) for row in connection.execute(text("select * from audit")) for cell in row]
    assert not any(word in cell for cell in cells for word in ("garden", "May", share.pin, share.token))


def test_sharing_is_a_yes_of_its_own(share, begin, kept):
    with begin() as records:
        assert records.consents.stands(kept, Purpose.SHARE, share.id)
        assert not records.consents.stands(kept, Purpose.SHARE, "another")
