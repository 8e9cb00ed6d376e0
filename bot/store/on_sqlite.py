"""How a store on SQLite is opened, and how deleted bytes leave its files."""

import logging
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine

log = logging.getLogger(__name__)


def prepare(connection: sqlite3.Connection, _record: Any) -> None:
    """Writers wait 5 seconds for each other, deleted bytes are overwritten, and a commit is on the disk at its end."""
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=5000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """Take the turn to write, or a view of the store that nobody changes."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def empty_log(engine: Engine) -> None:
    """Empty the write-ahead log, so that deleted rows are in no file. If it cannot be done yet, the log says so."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
        if busy:
            log.warning("the write-ahead log could not be emptied yet; retention will try again within a minute")
    finally:
        raw.close()
