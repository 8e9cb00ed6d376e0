"""A PostgreSQL server for the stores of people, each in a database of its own that is dropped at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, create_engine, make_url, text

from bench.growth.store import keep_elsewhere, settings_in

_NAME: Final = "what_matters_bench_"


@contextmanager
def stores_on(server: str, folders: tuple[Path, ...]) -> Iterator[None]:
    """Have the store of each folder on `server` for the time; "" has each in its folder.

    `server` is the URL of any database there, as a user who may make databases.
    """
    url = make_url(server) if server else None
    names = tuple(f"{_NAME}{folder.name}" for folder in folders) if url else ()
    if url:
        _order(url, *(order for name in names for order in (f"DROP DATABASE IF EXISTS {name}", _made(name))))
        for folder, name in zip(folders, names, strict=True):
            keep_elsewhere(folder, url.set(database=name).render_as_string(hide_password=False))
    try:
        yield
    finally:
        if url:
            _order(url, *(f"DROP DATABASE {name} WITH (FORCE)" for name in names))


def analyse(folder: Path) -> None:
    """Let a server know what its tables hold, as it finds out by itself within minutes; nothing on SQLite."""
    url = make_url(settings_in(folder).database_url)
    if url.get_backend_name() == "postgresql":
        _order(url, "VACUUM ANALYZE")


def version(server: str) -> str:
    """Return what the server is, such as "PostgreSQL 15.5"."""
    (found,) = _order(make_url(server), "SHOW server_version")
    return f"PostgreSQL {found.split()[0]}"


def _made(name: str) -> str:
    return f"CREATE DATABASE {name}"


def _order(url: URL, *orders: str) -> list[str]:
    """Run orders one by one, outside a transaction; return the first value of each row of the last."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            for order in orders:
                found = connection.execute(text(order))
            return [str(row[0]) for row in found] if found.returns_rows else []
    finally:
        engine.dispose()
