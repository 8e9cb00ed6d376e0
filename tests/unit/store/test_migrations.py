"""Bringing a store from an earlier version to this one, and back."""

import pytest
from alembic import command
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from bot.store import migrate
from bot.store.database import connect

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
