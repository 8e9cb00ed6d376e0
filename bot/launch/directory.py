"""Taking services into the directory of this copy, and giving them out, from the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.launch.preflight import Problem
from bot.launch.store import StoreError, is_ready
from bot.model.clock import SystemClock
from bot.settings import PREFIX, Settings
from bot.signposting.interchange import ExportError, Report, export_hsds, import_hsds
from bot.store.database import connect
from bot.store.transaction import OpenTransaction, Transaction


def take_in(settings: Settings, path: Path) -> Report:
    """Import a file, a folder or a zip. Raises StoreError."""
    with _open(settings) as open_transaction:
        return import_hsds(path, open_transaction)


def give_out(settings: Settings, path: Path) -> int:
    """Export every service; return how many. Raises StoreError."""
    with _open(settings) as open_transaction:
        try:
            return export_hsds(path, open_transaction)
        except ExportError as error:
            what, _, mend = str(error).partition(". ")
            raise StoreError(Problem(f"{what}.", mend)) from error


@contextmanager
def _open(settings: Settings) -> Iterator[OpenTransaction]:
    try:
        if not is_ready(settings):
            what = "There is no record store yet, or it is not up to date."
            raise StoreError(Problem(what, "Run: what-matters migrate"))
        engine = connect(settings.database_url)
        try:
            yield partial(Transaction, engine, SystemClock())
        finally:
            engine.dispose()
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        what = f"The record store cannot be used ({type(error).__name__})."
        mend = f"Look at {PREFIX}DATABASE_URL, and whether the database runs. Nothing was changed."
        raise StoreError(Problem(what, mend)) from error
