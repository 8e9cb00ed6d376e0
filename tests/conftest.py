"""A real, migrated store for every test that wants one, on a clock that the test moves."""

import shutil
from functools import partial

import pytest
from argon2 import PasswordHasher
from sqlalchemy import event

from bot.accounts import passwords
from bot.accounts.accounts import Accounts
from bot.records.unit_of_work import UnitOfWork
from bot.stages.conversation import Facts
from bot.store import migrate
from bot.store.crypto import load_key
from bot.store.database import connect
from bot.store.transaction import Transaction
from tests.unit.fakes import MovingClock


@pytest.fixture(scope="session")
def migrated_store(tmp_path_factory):
    """A store file with the newest tables and nothing in it, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "what-matters.db"
    migrate.upgrade(f"sqlite:///{path}")
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return path


@pytest.fixture
def clock():
    return MovingClock()


@pytest.fixture
def store_folder(tmp_path, migrated_store):
    """The folder that holds every file of the store (and its key)."""
    folder = tmp_path / "store"
    folder.mkdir()
    shutil.copy(migrated_store, folder / "what-matters.db")
    return folder


@pytest.fixture
def key(store_folder):
    return load_key(store_folder / "key", create=True)


@pytest.fixture
def database(store_folder):
    """The store, opened as everywhere else, but for the wait for the disk (which one test looks at by itself)."""
    database = connect(f"sqlite:///{store_folder / 'what-matters.db'}")
    event.listen(database, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
    yield database
    database.dispose()


@pytest.fixture
def begin(database, clock, key):
    return partial(UnitOfWork, database, clock, key)


@pytest.fixture
def open_transaction(database, clock):
    return partial(Transaction, database, clock)


@pytest.fixture
def accounts(open_transaction, key, clock):
    return Accounts(open_transaction, key, clock)


@pytest.fixture
def quick_passwords(monkeypatch):
    """Hashes that cost nothing. How slow the real ones are is looked at by itself."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobody.cache_clear()
    yield
    passwords._nobody.cache_clear()


@pytest.fixture
def facts():
    return Facts("Example Hospice", "https://example.org", 45)


@pytest.fixture
def person(begin):
    with begin() as records:
        person = records.people.create()
        records.commit()
    return person
