"""How a store on PostgreSQL is opened, and what becomes of deleted rows there."""

import logging
from collections.abc import Iterable
from typing import Any, Final

import psycopg
from psycopg.abc import Buffer
from psycopg.types.string import StrDumper
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

log = logging.getLogger(__name__)

IN_URL: Final = {"connect_timeout": "5", "client_encoding": "utf8", "application_name": "what-matters"}
"""What is asked of the driver, where the URL says nothing else. A server out of reach is given up after 5 seconds."""
_SETTINGS: Final = {
    "lock_timeout": "5s",  # as long as on SQLite: how long a writer waits for another
    "idle_in_transaction_session_timeout": "1min",  # whoever stops in the middle of writing keeps others so long only
}
_WRITER: Final = 1_465_409_897
"""The lock that a writer holds. Any number would do; it is the same in every process, and in this database only."""


class _WithoutNul(StrDumper):
    """Text as PostgreSQL takes it: it refuses the sign of number 0, which the replacement sign stands in for."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def prepare(connection: psycopg.Connection[Any], _record: Any) -> None:
    """Set what holds for all that is done through a connection."""
    connection.adapters.register_dumper(str, _WithoutNul)
    connection.autocommit = True
    for name, value in _SETTINGS.items():
        connection.execute(f"SET {name} = '{value}'")
    connection.autocommit = False


def begin(connection: Connection) -> None:
    """Take the turn to write, or a view of the store that nobody changes."""
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return  # nothing begins: each statement is by itself
    if options.get("reading", False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")


def give_up_dead_rows(engine: Engine, tables: Iterable[str]) -> None:
    """Vacuum tables, so that their deleted rows can be found by nobody and are written over.

    PostgreSQL does so by itself only once many rows are dead. This waits for nobody: a table that is being vacuumed is
    passed over, and no file is made shorter. Never raises: what was deleted is deleted.
    """
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"VACUUM (SKIP_LOCKED, TRUNCATE FALSE) {', '.join(tables)}")
    except SQLAlchemyError as error:
        log.warning("deleted rows are not given up yet (%s); retention will try again", type(error).__name__)
