"""How a store on PostgreSQL is opened, and what becomes of deleted rows there."""

import logging
from collections.abc import Iterable
from types import MethodType
from typing import Any, Final

import psycopg
from psycopg.abc import RV, Buffer, PQGen
from psycopg.pq import TransactionStatus
from psycopg.types.string import StrDumper
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

log = logging.getLogger(__name__)

IN_URL: Final = {
    "connect_timeout": "5",
    "tcp_user_timeout": "15000",  # milliseconds in which the other side has to say that it got something
    "keepalives_idle": "5",
    "keepalives_interval": "5",
    "keepalives_count": "2",
    "client_encoding": "utf8",
    "application_name": "what-matters",
}
"""What is asked of the driver, where the URL says nothing else.

A server out of reach is given up after 5 seconds, and one that goes out of reach in the middle after 15.
"""
PATIENT: Final = "patient"
"""The option of a connection whose statements take as long as they take: new tables, and giving up dead rows."""
_SETTINGS: Final = {
    "statement_timeout": "15s",
    "lock_timeout": "5s",  # as long as on SQLite: how long a writer waits for another
    "idle_in_transaction_session_timeout": "1min",  # whoever stops in the middle of writing keeps others so long only
}
_ANSWERS_WITHIN: Final = {"seconds": 20.0}
"""How long a server that is in reach may say nothing at all. It is more than `statement_timeout`, which it keeps."""
_WRITER: Final = 1_465_409_897
"""The lock that a writer holds. Any number would do; it is the same in every process, and in this database only."""


class _WithoutNul(StrDumper):
    """Text as PostgreSQL takes it: it refuses the sign of number 0, which the replacement sign stands in for."""

    def dump(self, obj: str) -> Buffer | None:
        return super().dump(obj.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def prepare(connection: psycopg.Connection[Any], _record: Any) -> None:
    """Set what holds for all that is done through a connection."""
    connection.wait = MethodType(_wait, connection)  # type: ignore[method-assign]
    connection.adapters.register_dumper(str, _WithoutNul)
    connection.autocommit = True
    for name, value in _SETTINGS.items():
        connection.execute(f"SET {name} = '{value}'")
    connection.autocommit = False


def _wait(connection: psycopg.Connection[Any], asked: PQGen[RV]) -> RV:
    """Wait for an answer, but not for ever: a server that stands still keeps to none of its own times.

    Raises OperationalError. The connection is closed then, for nobody knows what became of what was asked.
    """
    try:
        return psycopg.Connection.wait(connection, asked, timeout=_ANSWERS_WITHIN["seconds"])
    except psycopg.OperationalError:
        if connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
            connection.pgconn.finish()
        raise


def _take_time(connection: Connection) -> None:
    """Let statements of a connection take as long as they take. Nobody else gets it afterwards."""
    driver = connection.connection.driver_connection
    if driver is not None and "wait" in vars(driver):
        connection.detach()
        del driver.wait
    connection.exec_driver_sql("SET statement_timeout = 0")  # each time: a rollback takes it back


def begin(connection: Connection) -> None:
    """Take the turn to write, or a view of the store that nobody changes."""
    options = connection.get_execution_options()
    if options.get(PATIENT, False):
        _take_time(connection)
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
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT", patient=True) as connection:
            connection.exec_driver_sql(f"VACUUM (SKIP_LOCKED, TRUNCATE FALSE) {', '.join(tables)}")
    except SQLAlchemyError as error:
        log.warning("deleted rows are not given up yet (%s); retention will try again", type(error).__name__)
