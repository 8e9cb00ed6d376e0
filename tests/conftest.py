"""A real, migrated store for every test that wants one, on a clock that the test moves.

It is on SQLite, or with `--store postgresql` on a PostgreSQL server of its own (tests/store_servers.py).
"""

import os
import shutil
from functools import cache, partial

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from sqlalchemy import event

from bot.accounts import passwords
from bot.accounts.accounts import Accounts
from bot.information.loader import read_information
from bot.records import pins
from bot.records.unit_of_work import UnitOfWork
from bot.stages.conversation import Facts
from bot.store import migrate
from bot.store.crypto import load_key
from bot.store.database import connect
from bot.store.keys import KeyFile
from bot.store.transaction import Transaction
from tests.store_servers import PostgresqlServer, find_programs
from tests.unit.fakes import MovingClock

settings.register_profile("no-clock", deadline=None)  # how long an example takes is the machine's matter
settings.load_profile("no-clock")
information = cache(read_information)


def pytest_addoption(parser):
    parser.addoption("--store", choices=("sqlite", "postgresql"), default="sqlite", help="where the tests keep a store")


def pytest_runtest_setup(item):
    for marker in item.iter_markers("only_on"):
        if item.config.getoption("store") not in marker.args:
            pytest.skip(f"only on {marker.args[0]}")


@pytest.fixture(scope="session")
def postgresql():
    """A server for this run of tests. Where there is none to start, the test is skipped; on a build server it fails."""
    programs = find_programs()
    if programs is None:
        why = "No PostgreSQL server is installed here (on Debian: the package postgresql)."
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    server = PostgresqlServer(programs)
    yield server
    server.stop()


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
def key_folder(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


@pytest.fixture
def key(key_folder):
    return KeyFile(load_key(key_folder / "key", create=True))


@pytest.fixture
def store_folder(request, key_folder, migrated_store):
    """The folder that holds every file of the store (and its key). PostgreSQL has no such folder."""
    if request.config.getoption("store") != "sqlite":
        pytest.skip("looks into the files of SQLite")
    shutil.copy(migrated_store, key_folder / "what-matters.db")
    return key_folder


@pytest.fixture
def database_url(request):
    """Where the store of this test is."""
    if request.config.getoption("store") == "sqlite":
        yield f"sqlite:///{request.getfixturevalue('store_folder') / 'what-matters.db'}"
    else:
        with request.getfixturevalue("postgresql").emptied() as url:
            yield url


@pytest.fixture
def empty_database_url(request, tmp_path):
    """Where a store could be; there is no table yet."""
    if request.config.getoption("store") == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        with request.getfixturevalue("postgresql").new_database() as url:
            yield url


@pytest.fixture
def database(database_url):
    """The store, opened as everywhere else, but for the wait for the disk (which one test looks at by itself)."""
    database = connect(database_url)
    if database.dialect.name == "sqlite":
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
def quick_pins(monkeypatch):
    """PINs whose hashes cost nothing, for tests that open many links."""
    monkeypatch.setattr(pins, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def facts():
    return Facts("Example Hospice", "https://example.org", 45, information=information)


@pytest.fixture
def person(begin):
    with begin() as records:
        person = records.people.create()
        records.commit()
    return person
