"""What PostgreSQL does in its own way: a first start, what breaks and mends itself, and what stays in its files."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.launch.store import StoreError, is_ready, prepare_store
from bot.model.ids import SessionToken
from bot.records.unit_of_work import UnitOfWork
from bot.settings import ROOT, Settings
from bot.store import migrate, on_postgresql
from bot.store.database import connect, erase_traces
from bot.store.keys import KeyFile
from bot.store.tables.people import AuditRow
from tests.store_servers import READY
from tests.unit.records.test_forgetting import CANARY, live_a_little

pytestmark = pytest.mark.only_on("postgresql")

# --- starting ---------------------------------------------------------------------------------------------------------


def test_a_new_store_is_made_ready_and_is_never_given_a_second_key(tmp_path, empty_database_url):
    settings = Settings(data_dir=tmp_path, database_url=empty_database_url)
    assert not is_ready(settings)
    prepare_store(settings)
    assert is_ready(settings)
    key = settings.key_file.read_bytes()
    prepare_store(settings)
    assert settings.key_file.read_bytes() == key

    settings.key_file.unlink()
    with pytest.raises(StoreError) as raised:
        prepare_store(settings)
    assert not settings.key_file.exists()
    assert "WHATMATTERS_KEY_FILE" in raised.value.problem.mend


def test_a_key_of_another_store_is_refused(tmp_path, empty_database_url, clock):
    settings = Settings(data_dir=tmp_path, database_url=empty_database_url)
    prepare_store(settings)
    engine = connect(empty_database_url)
    with UnitOfWork(engine, clock, KeyFile(b"k" * 32)) as records:
        records.people.create()
        records.commit()
    engine.dispose()
    with pytest.raises(StoreError, match="belongs to another store"):
        prepare_store(settings)


def test_two_processes_may_bring_the_tables_up_to_date_at_once(empty_database_url):
    code = "import sys; from bot.store import migrate; migrate.upgrade(sys.argv[1])"
    command = [sys.executable, "-c", code, empty_database_url]
    both = [subprocess.Popen(command, cwd=ROOT, env=os.environ) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]


def test_a_database_that_cannot_hold_every_letter_is_refused(tmp_path, postgresql):
    with postgresql.new_database(how="TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'") as url:
        settings = Settings(data_dir=tmp_path, database_url=url)
        with pytest.raises(StoreError) as raised:
            prepare_store(settings)
    assert "SQL_ASCII" in raised.value.problem.what
    assert "UTF8" in raised.value.problem.mend
    assert not settings.key_file.exists()


def test_a_server_that_is_not_there_is_said_without_its_address(tmp_path):
    url = f"postgresql://secret-user:secret-password@/secret-name?host={tmp_path}"
    with pytest.raises(StoreError) as raised:
        prepare_store(Settings(data_dir=tmp_path, database_url=url))
    assert "WHATMATTERS_DATABASE_URL" in raised.value.problem.mend
    assert "secret" not in f"{raised.value} {raised.value.problem}"


# --- what breaks and mends itself -------------------------------------------------------------------------------------


def test_a_connection_that_the_server_ended_is_replaced(begin, person, postgresql):
    postgresql.order("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'matters'")
    with begin() as records:
        assert records.people.exists(person)


def test_who_waits_too_long_to_write_is_told_so_and_can_try_again(monkeypatch, begin, person, database_url, clock, key):
    monkeypatch.setitem(on_postgresql._SETTINGS, "lock_timeout", "50ms")
    hasty = connect(database_url)
    with begin() as records:
        assert records.people.exists(person)
        with UnitOfWork(hasty, clock, key) as other, pytest.raises(OperationalError, match="lock timeout"):
            other.people.exists(person)
        with UnitOfWork(hasty, clock, key, reading=True) as other:
            assert other.people.exists(person)
    with UnitOfWork(hasty, clock, key) as other:
        assert other.people.exists(person)
    hasty.dispose()


def test_who_stops_in_the_middle_of_writing_does_not_keep_others_waiting(
    monkeypatch, begin, person, database_url, clock, key
):
    monkeypatch.setitem(on_postgresql._SETTINGS, "idle_in_transaction_session_timeout", "50ms")
    stuck = connect(database_url)
    with UnitOfWork(stuck, clock, key) as half_done:
        half_done.people.create()
        with begin() as records:
            records.people.seen(person)
            records.commit()
        with pytest.raises(DBAPIError):
            half_done.commit()
    stuck.dispose()


def test_a_statement_that_takes_too_long_is_given_up(monkeypatch, database_url):
    monkeypatch.setitem(on_postgresql._SETTINGS, "statement_timeout", "50ms")
    hasty = connect(database_url)
    with hasty.connect() as connection, pytest.raises(OperationalError, match="statement timeout"):
        connection.execute(text("select pg_sleep(60)"))
    with hasty.connect() as connection:
        assert connection.scalar(text("select 1")) == 1
    hasty.dispose()


@contextmanager
def standing_still(process):
    """Within, a process of the server says nothing: its disk hangs, or its machine."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def test_a_server_that_stands_still_is_given_up(monkeypatch, database):
    monkeypatch.setitem(on_postgresql._ANSWERS_WITHIN, "seconds", 0.2)
    with database.connect() as connection:
        process = connection.scalar(text("select pg_backend_pid()"))
        with standing_still(process), pytest.raises(OperationalError) as raised:
            connection.execute(text("select 1"))
    assert raised.value.connection_invalidated
    with database.connect() as connection:
        process = connection.scalar(text("select pg_backend_pid()"))
    with standing_still(process), database.connect() as connection:
        assert connection.scalar(text("select pg_backend_pid()")) != process


def test_who_changes_tables_or_gives_up_dead_rows_may_take_long(
    monkeypatch, begin, person, database, empty_database_url
):
    monkeypatch.setitem(on_postgresql._ANSWERS_WITHIN, "seconds", 0.05)
    with database.connect().execution_options(patient=True) as connection:
        connection.rollback()
        assert connection.scalar(text("select pg_sleep(0.3)")) == ""
        assert connection.scalar(text("show statement_timeout")) == "0"
    monkeypatch.undo()
    with database.connect() as connection:
        assert connection.scalar(text("show statement_timeout")) == "15s"

    limits, real = [], on_postgresql._take_time

    def take_time(connection):
        real(connection)
        limits.append(connection.exec_driver_sql("show statement_timeout").scalar())

    monkeypatch.setattr(on_postgresql, "_take_time", take_time)
    erase_traces(database)
    migrate.upgrade(empty_database_url)
    assert set(limits) == {"0"}
    assert len(limits) >= 2


def test_a_server_that_goes_out_of_reach_is_noticed(database):
    """What the driver is asked for, where the URL does not say otherwise."""
    with database.connect() as connection:
        asked = connection.connection.dbapi_connection.info.get_parameters()
    assert (asked["connect_timeout"], asked["tcp_user_timeout"]) == ("5", "15000")
    url = database.url.update_query_dict({"tcp_user_timeout": "7000"})
    other = connect(url.render_as_string(hide_password=False))
    with other.connect() as connection:
        assert connection.connection.dbapi_connection.info.get_parameters()["tcp_user_timeout"] == "7000"
    other.dispose()


def test_a_unit_that_only_reads_writes_nothing(begin, person):
    with begin(reading=True) as records, pytest.raises(DBAPIError, match="read-only transaction"):
        records.people.create()


@pytest.mark.parametrize("odd", ["\0", "a\0b", "\0" * 20])
def test_a_sign_that_postgresql_refuses_opens_and_breaks_nothing(begin, person, odd):
    with begin() as records:
        assert records.sessions.person(SessionToken(odd)) is None
        assert records.choices.payload(person, odd) is None
        assert records.turns.find(person, odd) is None
        records.audit.note("person", f"said {odd}", person)
        records.commit()
    with begin() as records:
        assert "\0" not in records._session.query(AuditRow).one().action


# --- what stays in the files ------------------------------------------------------------------------------------------


def test_no_file_of_the_server_holds_a_readable_word_or_a_token(begin, person, clock, postgresql):
    live_a_little(begin, person, clock)
    with begin() as records:
        token = records.sessions.open(person, "api")
        records.commit()
    postgresql.order("CHECKPOINT")
    secret = (*(CANARY.encode(code, "backslashreplace") for code in ("utf-8", "ascii", "utf-16-le")), token.encode())
    held = [path.read_bytes() for path in postgresql.folder.rglob("*") if path.is_file()]

    assert any(person.encode() in content for content in held)
    assert not any(value in content for value in secret for content in held)


def dead_rows(server):
    """How many rows the tables of people still hold although they are deleted, found page by page."""
    tables = ("people", "drafts", "summaries", "shares", "turns", "choices")
    count = " + ".join(f"(SELECT dead_tuple_count FROM pgstattuple('{table}'))" for table in tables)
    ((dead,),) = server.order("CREATE EXTENSION IF NOT EXISTS pgstattuple", f"SELECT {count}", database=READY)
    return dead


def test_dead_rows_are_given_up_as_soon_as_somebody_is_forgotten(begin, person, clock, postgresql):
    live_a_little(begin, person, clock)
    with begin() as records:
        records.people.forget(person, "person")
        records.commit()
    assert dead_rows(postgresql) > 5
    with begin() as records:
        records.erase()
        records.commit()
    assert dead_rows(postgresql) == 0


def test_a_reader_in_the_way_keeps_nobody_from_being_forgotten(begin, person, clock, database, postgresql, caplog):
    """The dead rows stay until the reader is done, and the next retention run gives them up."""
    live_a_little(begin, person, clock)
    with begin(reading=True) as reading:
        assert reading.people.exists(person)
        with begin() as records:
            records.people.forget(person, "person")
            records.erase()
            records.commit()
        reading._session.expire_all()
        assert reading.people.exists(person)
        assert dead_rows(postgresql) > 5
    erase_traces(database)
    assert dead_rows(postgresql) == 0
    assert caplog.messages == []


def test_many_who_are_forgotten_at_once_are(begin, clock):
    people = []
    for _ in range(4):
        with begin() as records:
            people.append(records.people.create())
            records.commit()
        live_a_little(begin, people[-1], clock)

    def forget(person):
        with begin() as records:
            records.people.forget(person, "person")
            records.erase()
            records.commit()

    threads = [threading.Thread(target=partial(forget, person)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with begin() as records:
        assert not any(records.people.exists(person) for person in people)
        assert records.people.quiet_since(clock.now() + timedelta(days=1)) == []
