"""Making the record store ready before anything serves it: its key, its tables, the directory of services.

Done once, by the launcher: the processes that serve never make a key, so none of them can start a second one.
"""

from functools import partial
from pathlib import Path

from sqlalchemy import inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.launch.preflight import Problem
from bot.model.clock import SystemClock
from bot.records.unit_of_work import UnitOfWork
from bot.settings import PREFIX, Settings
from bot.signposting.seed import SeedError, load_seed
from bot.store import migrate
from bot.store.crypto import KeyFileError, load_key
from bot.store.database import EncodingError, check_encoding, connect
from bot.store.transaction import Transaction


class StoreError(Exception):
    """The record store cannot be made ready; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def prepare_store(settings: Settings) -> None:
    """Makes the key of a new store, and brings its tables and the directory of services up to date.

    A store that exists is never given a new key: every word in it would be lost. Raises StoreError.
    """
    try:
        is_new = _is_new(settings.database_url)
        load_key(settings.key_file, create=is_new)
        migrate.upgrade(settings.database_url)
        _check_key(settings)
        _fill_directory(settings)
    except SeedError as error:
        raise StoreError(Problem("The services that come with it cannot be used.", str(error))) from error
    except KeyFileError as error:
        mend = f"Put the key that belongs to this store at {settings.key_file}, or set {PREFIX}KEY_FILE to it."
        raise StoreError(Problem(str(error), mend)) from error
    except EncodingError as error:
        what, _, mend = str(error).partition(". ")
        raise StoreError(Problem(f"{what}.", mend)) from error
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        what = f"The record store cannot be opened ({type(error).__name__})."
        raise StoreError(Problem(what, f"Look at {PREFIX}DATABASE_URL, and whether the database runs.")) from error


def is_ready(settings: Settings) -> bool:
    """Whether the store's tables are the newest. Makes no file that is not there. Raises SQLAlchemyError."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return False
    return migrate.is_current(settings.database_url)


def _check_key(settings: Settings) -> None:
    engine = connect(settings.database_url)
    try:
        with UnitOfWork(engine, SystemClock(), load_key(settings.key_file, create=False)) as records:
            records.people.check_key()
    finally:
        engine.dispose()


def _fill_directory(settings: Settings) -> None:
    engine = connect(settings.database_url)
    try:
        load_seed(partial(Transaction, engine, SystemClock()))
    finally:
        engine.dispose()


def _is_new(database_url: str) -> bool:
    engine = connect(database_url)
    try:
        check_encoding(engine)
        return not inspect(engine).get_table_names()
    finally:
        engine.dispose()
