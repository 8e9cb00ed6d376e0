"""Opening the database, the same way everywhere: SQLite by default, PostgreSQL through its URL.

On both, one unit of work writes at a time, from its first statement to its commit, and one that only reads sees the
store as it was at its first statement. So nothing that was read can change before what follows from it is written.
"""

from sqlalchemy import Engine, LargeBinary, create_engine, event, make_url, text

from bot.store import on_sqlite
from bot.store.tables import Table

_SEALED = tuple(
    table.name for table in Table.metadata.sorted_tables if any(isinstance(c.type, LargeBinary) for c in table.columns)
)


class EncodingError(Exception):
    """The database would not keep every letter. The message is two sentences: what is wrong, and how to mend it."""


def connect(database_url: str) -> Engine:
    """Return an engine for the URL.

    A transaction takes its turn to write at the start (so that two writers wait for each other instead of failing half
    way), unless it was opened `reading`.
    """
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, hide_parameters=True)
        event.listen(engine, "connect", on_sqlite.prepare)
        event.listen(engine, "begin", on_sqlite.begin)
        return engine
    from bot.store import on_postgresql  # noqa: PLC0415  (its driver is not loaded where it is not used)

    url = url.set(query={**on_postgresql.IN_URL, **url.query})
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    event.listen(engine, "connect", on_postgresql.prepare)
    event.listen(engine, "begin", on_postgresql.begin)
    return engine


def check_encoding(engine: Engine) -> None:
    """Raise EncodingError when the database cannot hold every letter that people type. SQLite always can."""
    if engine.dialect.name == "sqlite":
        return
    with engine.connect() as connection:
        encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        what = f"The database keeps letters as {encoding}, so it cannot hold all that people type."
        raise EncodingError(f"{what} Make an empty one with ENCODING 'UTF8', and set its address.")


def erase_traces(engine: Engine) -> None:
    """Take what was just deleted out of the database's files, as far as it can (docs/operating.md says how far).

    A reader in another process can be in the way; the next retention run does it again.
    """
    if engine.dialect.name == "sqlite":
        on_sqlite.empty_log(engine)
        return
    from bot.store import on_postgresql  # noqa: PLC0415  (as above)

    on_postgresql.give_up_dead_rows(engine, _SEALED)
