"""The audit only grows; every entry says who; nobody can change it, whatever program they hold."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from bot.records.audit import NoActorError
from bot.store.tables.people import AuditRow


@pytest.fixture
def entry(begin, person):
    with begin() as records:
        records.audit.note("person", "summary kept", person, "version 1")
        records.commit()


@pytest.mark.parametrize("actor", ["", " ", "\t\n"])
def test_an_entry_without_an_actor_is_refused(begin, person, actor):
    with begin() as records, pytest.raises(NoActorError):
        records.audit.note(actor, "summary kept", person)


@pytest.mark.parametrize(
    "change",
    [
        "update audit set actor = 'nobody'",
        "update audit set at = '2020-01-01'",
        "update audit set subject = ''",
        "delete from audit",
        "delete from audit where number = 1",
        pytest.param(
            "insert or replace into audit values (1, '2020-01-01', 'nobody', 'nothing', 'x', '')",
            marks=pytest.mark.only_on("sqlite"),
        ),
        pytest.param("truncate audit", marks=pytest.mark.only_on("postgresql")),
    ],
)
def test_the_database_refuses_to_change_it(database, entry, change):
    with pytest.raises(DatabaseError, match="append-only"), database.begin() as connection:
        connection.execute(text(change))

    with database.connect() as connection:
        assert connection.execute(text("select actor, subject from audit")).all() == [("person", "version 1")]


def test_an_entry_says_when(begin, person, clock, entry):
    with begin() as records:
        assert records._session.query(AuditRow).one().at == clock.now()


def test_forgetting_a_person_leaves_their_entries(begin, person, entry):
    with begin() as records:
        records.people.forget(person, "person")
        records.commit()
    with begin() as records:
        rows = records._session.query(AuditRow).order_by(AuditRow.number).all()
        assert [(row.actor, row.action, row.person_id) for row in rows] == [
            ("person", "summary kept", person),
            ("person", "forgotten", person),
        ]


def test_forgetting_needs_an_actor(begin, person):
    with begin() as records, pytest.raises(NoActorError):
        records.people.forget(person, "")
