"""What is shared with a team and said back is readable in no file, and goes with the person: a sentence is planted."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.jobs.retention import retain
from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.teamwork import Progress
from bot.records.consent import Purpose
from bot.stages.team_pages import TeamPages
from bot.store.crypto import SealError
from tests.unit import team_store
from tests.unit.fakes import every_byte, everywhere, holds
from tests.unit.team_store import CARE, keep, newcomer, share, staff

CANARY = "the heron on the slipway at Mousehole – 1961"
LINES = (Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "tea"), Line("l2", Heading.SUPPORT, Kind.SUPPORT, 0, CANARY))
TABLES = ("team_shares", "team_openings", "commitments", "questions", "notices", "reflections")
SEALED = (
    ("team_shares", "sealed_called"),
    ("commitments", "sealed_words"),
    ("commitments", "sealed_promised"),
    ("questions", "sealed_question"),
    ("questions", "sealed_answer"),
    ("reflections", "sealed_words"),
)


@pytest.fixture(autouse=True)
def lived(begin, person):
    """The canary in every place that may hold words of this part."""
    team_store.open_teams(begin)
    keep(begin, person, LINES)
    made = share(begin, person, called=CANARY)
    pages, reader = TeamPages(begin, lambda account: account), staff("a1")
    commitment = pages.promise(reader, made, "l2", CANARY, date(2026, 12, 1))
    pages.change(reader, made, commitment, Progress.NOT_POSSIBLE, f"{CANARY} is gone")
    question = pages.ask(reader, made, CANARY)
    pages.reflect(reader, made, 7, True, CANARY, people=2)
    with begin() as records:
        records.teamwork.answer(question, CANARY)
        records.commit()
    pages.ask(reader, made, f"{CANARY}?")
    pages.open(reader, made)
    pages.inbox(reader, CARE, None, 1)
    return made


def forget(begin, person):
    with begin() as records:
        records.people.forget(person, "person")
        records.erase()
        records.commit()


def count(database):
    with database.connect() as connection:
        return {table: connection.execute(text(f"select count(*) from {table}")).scalar() for table in TABLES}


def test_every_table_has_something(database):
    assert all(count(database).values())


def test_nothing_readable_is_in_any_file_while_it_is_held(store_folder):
    assert not holds(store_folder, CANARY)


def test_forgetting_leaves_no_row_but_the_audit(begin, person, database):
    forget(begin, person)
    assert set(everywhere(database, person)) == {"audit"}
    assert not any(count(database).values())


def test_forgetting_leaves_no_sealed_word_in_any_file(begin, person, database, store_folder):
    sealed = []
    with database.connect() as connection:
        for table, column in SEALED:
            found = connection.execute(text(f"select {column} from {table} where {column} is not null")).scalars().all()
            assert found, column
            sealed += found
    forget(begin, person)
    left = every_byte(store_folder)
    assert [value for value in sealed if value in left] == []
    assert not holds(store_folder, CANARY)


def test_the_audit_holds_no_word(database):
    with database.connect() as connection:
        cells = [str(cell) for row in connection.execute(text("select * from audit")) for cell in row]
    assert not any("heron" in cell for cell in cells)


def test_sealed_words_do_not_open_in_another_row(begin, person, lived, database):
    """Somebody with the database in hand cannot make one person's words appear on another's page."""
    somebody, _ = newcomer(begin)
    move = "update team_shares set sealed_called = (select sealed_called from team_shares where person_id = :one)"
    with database.begin() as connection:
        connection.execute(text(f"{move} where person_id = :other"), {"one": person, "other": somebody})
    with begin() as records, pytest.raises(SealError):
        records.teamwork.of(somebody)


def test_another_persons_goes_on(begin, person, database):
    somebody, theirs = newcomer(begin, called="Idris")
    forget(begin, person)
    with begin() as records:
        (seen,) = records.teamwork.of(somebody)
        assert (seen.id, seen.called, seen.stands) == (theirs, "Idris", True)


def test_a_new_key_takes_what_the_old_one_sealed_along(begin, person, database):
    with begin() as records:
        records.summaries.drop_all(person)
        records.people.renew_key_if_nothing_kept(person)
        records.erase()
        records.commit()
    assert not any(count(database).values())
    with begin() as records:
        assert records.teamwork.of(person) == ()


# --- retention --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "left"), [(29, 2), (30, 0)])
def test_what_was_still_to_be_told_goes_when_a_share_expires(begin, person, clock, days, left):
    with begin() as records:
        assert len(records.teamwork.notices(person)) == 2
    clock.move(days=days)
    retain(begin, 45)
    clock.move(days=-days)
    with begin() as records:
        assert len(records.teamwork.notices(person)) == left


def test_retention_drops_nothing_else(begin, person, clock, database):
    with begin() as records:
        records.teamwork.told([notice.id for notice in records.teamwork.notices(person)])
        records.commit()
    before = count(database)
    clock.move(days=400)
    retain(begin, 45)
    assert count(database) == before
    with begin() as records:
        assert records.consents.stands(person, Purpose.KEEP)
