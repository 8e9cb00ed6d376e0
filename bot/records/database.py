"""Opening the database, the same way everywhere: SQLite in WAL mode by default, PostgreSQL through its URL."""

import sqlite3
from typing import Any

from sqlalchemy import Engine, create_engine, event


def connect(database_url: str) -> Engine:
    """Return an engine for the URL.

    On SQLite every transaction takes its write lock at the start (so that two writers wait for each other instead of
    failing half way), deleted bytes are overwritten, and a commit is on the disk before it returns.
    """
    engine = create_engine(database_url, hide_parameters=True, pool_pre_ping=not database_url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


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
    """Empty SQLite's write-ahead log, so that deleted rows are in no file. PostgreSQL does this by its own vacuum."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()
