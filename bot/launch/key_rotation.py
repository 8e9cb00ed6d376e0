"""Changing the key file: a new key wraps, one after the other, all that the old one wrapped.

It can be killed at any moment. The new key lies beside the old one until nothing is left of the old, and until then no
process starts; the next run goes on where this one was.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.accounts.phones import secret_of
from bot.records import named_keys, people, telegram_rows
from bot.store.crypto import SealError, make_key, next_key, read_key
from bot.store.database import erase_traces
from bot.store.keys import KeyFile
from bot.store.tables.accounts import AccountRow
from bot.store.tables.people import NamedKeyRow, PersonRow
from bot.store.tables.telegram import ChatRow

AT_ONCE = 200
"""Rows of one transaction."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A column that the key file wraps: the name of its rows, and what the value of a row is bound to."""

    name: InstrumentedAttribute[str]
    value: InstrumentedAttribute[bytes] | InstrumentedAttribute[bytes | None]
    belongs_to: Callable[[str], str]


EVERY = (
    Wrapped(PersonRow.id, PersonRow.wrapped_key, people.key_of),
    Wrapped(ChatRow.id, ChatRow.wrapped_key, telegram_rows.key_of),
    Wrapped(AccountRow.id, AccountRow.sealed_totp, secret_of),
    Wrapped(NamedKeyRow.name, NamedKeyRow.wrapped_key, named_keys.belongs_to),
)


@dataclass(frozen=True, slots=True)
class Rotated:
    """What came of it: rows wrapped by the new key now, rows that neither key opens, and where the old key lies."""

    rows: int
    damaged: int
    old_key: Path


def rotate(engine: Engine, key_file: Path, today: date, tell: Callable[[int, int], None]) -> Rotated:
    """Change the key file; `tell` is given how many rows are done, and of how many, after each few.

    Nothing else may use the store meanwhile. Raises KeyFileError.
    """
    old, beside = KeyFile(read_key(key_file)), next_key(key_file)
    if not beside.exists():
        make_key(beside)
    new = KeyFile(read_key(beside))
    _keep_named(engine, old, new)
    total, done, damaged = _count(engine), 0, 0
    for wrapped in EVERY:
        for rows, unopened in _wrap_anew(engine, wrapped, old, new):
            done, damaged = done + rows, damaged + unopened
            tell(done, total)
    kept = _put_in_place(key_file, beside, today)
    erase_traces(engine)
    return Rotated(done - damaged, damaged, kept)


def _keep_named(engine: Engine, old: KeyFile, new: KeyFile) -> None:
    """Keep what was only derived from the old key, which would be another after the change."""
    with Session(engine) as session:
        there = set(session.scalars(select(NamedKeyRow.name)))
        session.add_all(
            NamedKeyRow(name=name, wrapped_key=new.wrap(old.derive(name), named_keys.belongs_to(name)))
            for name in named_keys.EVERY
            if name not in there
        )
        session.commit()


def _count(engine: Engine) -> int:
    with Session(engine.execution_options(reading=True)) as session:
        return sum(session.scalar(select(func.count(each.value))) or 0 for each in EVERY)


def _wrap_anew(engine: Engine, wrapped: Wrapped, old: KeyFile, new: KeyFile) -> Iterator[tuple[int, int]]:
    """Wrap a column anew, a few rows at a time; yield how many they were, and how many no key opens."""
    last = ""
    while True:
        with Session(engine) as session:
            query = select(wrapped.name.class_).where(wrapped.name > last, wrapped.value.is_not(None))
            rows = list(session.scalars(query.order_by(wrapped.name).limit(AT_ONCE)))
            if not rows:
                return
            damaged = 0
            for row in rows:
                last = getattr(row, wrapped.name.key)
                value, belongs_to = getattr(row, wrapped.value.key), wrapped.belongs_to(last)
                if _opens(new, value, belongs_to):
                    continue
                if _opens(old, value, belongs_to):
                    setattr(row, wrapped.value.key, new.wrap(old.unwrap(value, belongs_to), belongs_to))
                else:
                    damaged += 1
            session.commit()
        yield len(rows), damaged


def _opens(keys: KeyFile, value: bytes, belongs_to: str) -> bool:
    try:
        keys.unwrap(value, belongs_to)
    except SealError:
        return False
    return True


def _put_in_place(key_file: Path, beside: Path, today: date) -> Path:
    """Give the new key its name, after the old one was put aside: backups made before open with that alone."""
    kept, number = key_file.with_name(f"{key_file.name}.until-{today}"), 1
    while kept.exists() and kept.read_bytes() != key_file.read_bytes():
        number += 1
        kept = key_file.with_name(f"{key_file.name}.until-{today}-{number}")
    if not kept.exists():
        shutil.copy2(key_file, kept)
        with kept.open("rb") as file:
            os.fsync(file.fileno())
    beside.replace(key_file)
    folder = os.open(key_file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return kept
