"""Bringing a store from an earlier version to this one, and back."""

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from bot.records.consent import Purpose
from bot.records.unit_of_work import UnitOfWork
from bot.store import migrate
from bot.store.database import connect
from bot.store.keys import KeyFile
from bot.store.tables.people import ConsentRow

BEFORE_RESETS_WERE_SEEN = "0005"
NOTED = {
    "audit": "INSERT INTO audit (at, actor, action, person_id, subject) VALUES (CURRENT_TIMESTAMP, 'a', 'b', 'c', 'd')",
    "account_events": (
        "INSERT INTO account_events (at, actor, action, account_id) VALUES (CURRENT_TIMESTAMP, 'a', 'b', 'c')"
    ),
}


@pytest.fixture
def config(empty_database_url):
    return migrate._config(empty_database_url)


@pytest.fixture
def empty_store(empty_database_url):
    engine = connect(empty_database_url)
    yield engine
    engine.dispose()


def columns(engine):
    found = inspect(engine)
    return {table: [each["name"] for each in found.get_columns(table)] for table in ("accounts", "account_events")}


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize("table", NOTED)
def test_a_store_of_an_earlier_version_refuses_truncate_once_it_is_brought_up_to_date(config, empty_store, table):
    command.upgrade(config, "0004")
    with empty_store.begin() as connection:
        connection.execute(text(NOTED[table]))
        connection.execute(text(f"TRUNCATE {table}"))
        connection.execute(text(NOTED[table]))

    command.upgrade(config, "head")

    with pytest.raises(DBAPIError, match="append-only"), empty_store.begin() as connection:
        connection.execute(text(f"TRUNCATE {table}"))
    with empty_store.connect() as connection:
        assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 1


def test_the_newest_tables_can_be_taken_back_and_brought_again_with_what_they_hold(config, empty_store):
    command.upgrade(config, BEFORE_RESETS_WERE_SEEN)
    earlier = columns(empty_store)
    command.upgrade(config, "head")
    with empty_store.begin() as connection:
        for statement in NOTED.values():
            connection.execute(text(statement))

    command.downgrade(config, BEFORE_RESETS_WERE_SEEN)
    assert columns(empty_store) == earlier
    command.upgrade(config, "head")

    assert "rests_since" in columns(empty_store)["accounts"]
    for table in NOTED:
        with empty_store.connect() as connection:
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 1
        with pytest.raises(DBAPIError, match="append-only"), empty_store.begin() as connection:
            connection.execute(text(f"DELETE FROM {table}"))


def test_reminders_on_their_way_can_be_taken_back_and_brought_again(config, empty_store):
    def noted():
        found = inspect(empty_store)
        tables = ("reminders", "telegram_messages")
        return [
            *({each["name"] for each in found.get_columns(table)} for table in tables),
            {each["name"] for each in found.get_indexes("telegram_messages")},
        ]

    command.upgrade(config, "0009")
    earlier = noted()
    command.upgrade(config, "0010")
    later = noted()
    assert [new - old for new, old in zip(later, earlier, strict=True)] == [
        {"chat_id"},
        {"reminder_id"},
        {"ix_telegram_messages_reminder_id"},
    ]
    command.downgrade(config, "0009")
    assert noted() == earlier
    command.upgrade(config, "head")


# --- the ledger of consents and the chain -----------------------------------------------------------------------------

BEFORE_THE_CHAIN = "0013"
P, KEPT, LATER = "person-1", "2026-11-01 09:00:00.000000+00:00", "2026-11-02 09:00:00.000000+00:00"
UNTIL = "2027-01-01 00:00:00.000000+00:00"
_PERSON = "INSERT INTO people (id, wrapped_key, position, created_at, last_seen_at, time_zone) VALUES "
_YES = "INSERT INTO consents (id, person_id, purpose, subject, wording, given_at, withdrawn_at) VALUES "
_SHARE = (
    "INSERT INTO shares (id, person_id, token_hash, pin_hash, sealed_recipient, sections, door, wrong_pins, "
    "created_at, expires_at) VALUES "
)
OF_AN_EARLIER_VERSION = (
    f"{_PERSON} ('{P}', {{sealed}}, '{{{{}}}}', '{KEPT}', '{KEPT}', 'Europe/London')",
    f"""{_SHARE} ('s1', '{P}', 'h', 'h', {{sealed}}, '["support"]', 'close', 0, '{KEPT}', '{UNTIL}')""",
    f"{_YES} ('c1', '{P}', 'keep', '', 'keep/1', '{KEPT}', '{LATER}')",
    f"{_YES} ('c2', '{P}', 'keep', '', 'keep/1', '{KEPT}', '{LATER}')",
    f"{_YES} ('c3', '{P}', 'keep', '', 'keep/2', '{LATER}', NULL)",
    f"{_YES} ('c4', '{P}', 'share', 's1', 'share/1', '{KEPT}', NULL)",
    NOTED["audit"],
)


def put_in(engine):
    sealed = "x'00'" if engine.dialect.name == "sqlite" else "'\\x00'"
    with engine.begin() as connection:
        for statement in OF_AN_EARLIER_VERSION:
            connection.exec_driver_sql(statement.format(sealed=sealed))


def test_what_was_agreed_before_the_ledger_is_carried_over(config, empty_store, clock):
    command.upgrade(config, BEFORE_THE_CHAIN)
    put_in(empty_store)
    command.upgrade(config, "head")

    with empty_store.connect() as connection:
        held = "select decision, purpose, subject, wording, door, number from consents order by number"
        assert connection.execute(text(held)).all() == [
            ("given", "keep", "", "keep/1", "", 2),
            ("given", "keep", "", "keep/1", "", 3),
            ("given", "share", "s1", "share/1", "close", 4),
            ("withdrawn", "keep", "", "keep/1", "", 5),
            ("given", "keep", "", "keep/2", "", 6),
        ]
        noted = connection.execute(text("select number, action, subject from audit where number > 1 order by number"))
        assert noted.all() == [
            (2, "consent carried over: keep", ""),
            (3, "consent carried over: keep", ""),
            (4, "consent carried over: share", "s1"),
            (5, "consent carried over: keep", ""),
            (6, "consent carried over: keep", ""),
        ]
    with UnitOfWork(empty_store, clock, KeyFile(b"k" * 32)) as records:
        share = records._session.get(ConsentRow, 4)
        assert (share.sections, share.expires_at) == (["support"], datetime(2027, 1, 1, tzinfo=UTC))
        assert records.consents.stands(P, Purpose.KEEP)
        assert records.consents.stands(P, Purpose.SHARE, "s1")
        assert records.audit_proof.seal_earlier() == 6
        records.consents.withdraw(P, Purpose.SHARE, "s1")
        records.commit()
    with UnitOfWork(empty_store, clock, KeyFile(b"k" * 32), reading=True) as records:
        whole = records.audit_proof.verify()
        assert (whole.rows, whole.decisions, whole.earlier) == (8, 6, 6)


def test_the_ledger_can_be_taken_back_and_brought_again(config, empty_store, clock):
    def held():
        asked = "select purpose, subject, wording, given_at, withdrawn_at from consents order by purpose, given_at"
        with empty_store.connect() as connection:
            return [[str(value)[:19] for value in row] for row in connection.execute(text(asked))]

    command.upgrade(config, BEFORE_THE_CHAIN)
    put_in(empty_store)
    before = held()
    command.upgrade(config, "head")
    with UnitOfWork(empty_store, clock, KeyFile(b"k" * 32)) as records:
        records.audit_proof.seal_earlier()
        records.commit()

    command.downgrade(config, BEFORE_THE_CHAIN)
    assert held() == before
    with empty_store.begin() as connection:
        connection.execute(text(NOTED["audit"]))
        connection.execute(text("DELETE FROM consents WHERE id = 'ledger-2'"))
    command.upgrade(config, "head")

    with UnitOfWork(empty_store, clock, KeyFile(b"k" * 32)) as records:
        assert records.audit_proof.seal_earlier() > 0
        assert records.audit_proof.verify().earlier > 0
        records.commit()
    for change in ("UPDATE consents SET wording = 'x'", "DELETE FROM consents", "DELETE FROM audit_links"):
        with pytest.raises(DBAPIError, match="append-only"), empty_store.begin() as connection:
            connection.execute(text(change))
