"""Making the record store ready before anything serves it: its key, its tables, the directory of services.

Done once, by the launcher: the processes that serve never make a key, so none of them can start a second one.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.launch.data_lock import DataFolderInUseError, DataLock
from bot.launch.preflight import Problem
from bot.model.clock import SystemClock
from bot.records.unit_of_work import UnitOfWork
from bot.settings import PREFIX, Settings
from bot.signposting.seed import SeedError, load_seed
from bot.store import migrate
from bot.store.crypto import KeyChangeError, KeyFileError, load_key
from bot.store.database import EncodingError, check_encoding, connect
from bot.store.keys import open_key_file
from bot.store.transaction import Transaction

log = logging.getLogger(__name__)


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
        _check_key_and_begin_chain(settings)
        _fill_directory(settings)
    except SeedError as error:
        raise StoreError(Problem("The services that come with it cannot be used.", str(error))) from error
    except KeyFileError as error:
        raise StoreError(_key_problem(settings, error)) from error
    except EncodingError as error:
        what, _, mend = str(error).partition(". ")
        raise StoreError(Problem(f"{what}.", mend)) from error
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        what = f"The record store cannot be opened ({type(error).__name__})."
        raise StoreError(Problem(what, f"Look at {PREFIX}DATABASE_URL, and whether the database runs.")) from error


@contextmanager
def closed_store(settings: Settings) -> Iterator[Engine]:
    """Give the store while no copy serves it from this data folder, and none can start. Raises StoreError."""
    os.umask(0o077)
    try:
        if not is_ready(settings):
            what = "There is no record store yet, or it is not up to date."
            raise StoreError(Problem(what, "Run: what-matters migrate"))
        with DataLock(settings.data_dir):
            engine = connect(settings.database_url)
            try:
                yield engine
            finally:
                engine.dispose()
    except DataFolderInUseError as error:
        who = "a copy" if error.holder is None else f"a copy (process {error.holder})"
        what = f"The data folder {settings.data_dir} is served by {who}."
        raise StoreError(Problem(what, "Stop it first, and run this again.")) from error
    except KeyFileError as error:
        raise StoreError(_key_problem(settings, error)) from error
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        what = f"The record store cannot be used ({type(error).__name__})."
        mend = f"Look at {PREFIX}DATABASE_URL, and whether the database runs. Then run this again."
        raise StoreError(Problem(what, mend)) from error


def _key_problem(settings: Settings, error: KeyFileError) -> Problem:
    if isinstance(error, KeyChangeError):
        what, _, mend = str(error).partition(". ")
        return Problem(f"{what}.", mend)
    return Problem(
        str(error), f"Put the key that belongs to this store at {settings.key_file}, or set {PREFIX}KEY_FILE to it."
    )


def is_ready(settings: Settings) -> bool:
    """Whether the store's tables are the newest. Makes no file that is not there. Raises SQLAlchemyError."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        return False
    return migrate.is_current(settings.database_url)


def _check_key_and_begin_chain(settings: Settings) -> None:
    engine = connect(settings.database_url)
    try:
        with UnitOfWork(engine, SystemClock(), open_key_file(settings.key_file)) as records:
            records.people.check_key()
            if earlier := records.audit_proof.seal_earlier():
                log.warning("the chain of the audit begins; %d entries were there before it", earlier)
            records.commit()
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
