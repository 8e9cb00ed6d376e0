"""Opening the database, the same way everywhere: SQLite in WAL mode by default, PostgreSQL through its URL."""

import logging
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

log = logging.getLogger(__name__)


def connect(database_url: str) -> Engine:
    """Return an engine for the URL.

    On SQLite a transaction takes its write lock at the start (so that two writers wait for each other instead of
    failing half way) unless it was opened `reading`, deleted bytes are overwritten, and a commit is on the disk before
    it returns.
    """
    engine = create_engine(database_url, hide_parameters=True, pool_pre_ping=not database_url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=5000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def erase_traces(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, so that deleted rows are in no file. PostgreSQL does this by its own vacuum.

    A reader in another process can be in the way; then it is logged, and the next retention run empties the log.
    """
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
        if busy:
            log.warning("the write-ahead log could not be emptied yet; retention will try again within a minute")
    finally:
        raw.close()
