"""Changing the key file: everything opens with the new key, nothing with the old; cut off anywhere, it goes on."""

from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary
from typer.testing import CliRunner

from bot.accounts.accounts import Accounts
from bot.cli import app
from bot.launch import key_rotation
from bot.launch.data_lock import DataLock
from bot.launch.key_rotation import EVERY, rotate
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.records.unit_of_work import UnitOfWork
from bot.store.crypto import KeyFileError, SealError, load_key, next_key
from bot.store.database import connect
from bot.store.keys import KeyFile, open_key_file
from bot.store.tables import Table
from bot.store.tables.people import PersonRow
from tests.unit.colleagues import PASSWORD, join

TODAY = date(2026, 11, 23)
WORDS = "the bird table outside my window"


@pytest.fixture
def key_file(key_folder, key):
    assert key
    return key_folder / "key"


@pytest.fixture
def people(begin):
    with begin() as records:
        made = [records.people.create() for _ in range(5)]
        for person in made:
            records.drafts.put(person, Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, WORDS))
        records.commit()
    return made


def _rotate(database, key_file, tell=lambda done, total: None):
    return rotate(database, key_file, TODAY, tell)


def _is_cut_off(*_args):
    raise KeyboardInterrupt


def _words_of(database, clock, key_file, people):
    with UnitOfWork(database, clock, open_key_file(key_file)) as records:
        return [records.drafts.get(person).lines[0].words for person in people]


def test_all_words_open_with_the_new_key_and_none_with_the_old(database, clock, key, key_file, people):
    before = key_file.read_bytes()
    done = _rotate(database, key_file)
    assert key_file.read_bytes() != before == done.old_key.read_bytes()
    assert key_file.stat().st_mode & 0o777 == done.old_key.stat().st_mode & 0o777 == 0o600
    assert _words_of(database, clock, key_file, people) == [WORDS] * 5
    with UnitOfWork(database, clock, key) as records:
        for person in people:
            with pytest.raises(SealError):
                records.people.key(person)


def test_a_chat_and_a_link_to_a_copy_outlive_it(database, clock, key, key_file, people):
    with UnitOfWork(database, clock, key) as records:
        chat, link = records.telegram.id_of(4711), records.copies.link(people[0])
        records.telegram.updates.take_in(1, 4711, {})
        records.commit()
    _rotate(database, key_file)
    with UnitOfWork(database, clock, open_key_file(key_file)) as records:
        assert records.telegram.id_of(4711) == chat
        assert records.telegram.get(chat).number == 4711
        assert records.copies.person(link) == people[0]


def test_the_phone_of_an_account_outlives_it(database, clock, accounts, open_transaction, key_file, quick_passwords):
    ada = join(accounts, clock)
    _rotate(database, key_file)
    anew = Accounts(open_transaction, open_key_file(key_file), clock)
    assert anew.sign_in.with_code(anew.sign_in.with_password(ada.email, PASSWORD), ada.code())


@pytest.mark.parametrize("cut_after", range(6))
def test_cut_off_after_any_row_it_goes_on_and_nothing_starts_meanwhile(
    monkeypatch, database, clock, key_file, people, cut_after
):
    monkeypatch.setattr(key_rotation, "AT_ONCE", 1)
    calls = count()

    def cut(_done, _total):
        if next(calls) == cut_after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _rotate(database, key_file, cut)
    with pytest.raises(KeyFileError, match="what-matters key rotate"):
        open_key_file(key_file)
    done = _rotate(database, key_file)
    assert (done.rows, done.damaged) == (5 + len(key_rotation.named_keys.EVERY), 0)
    assert _words_of(database, clock, key_file, people) == [WORDS] * 5
    assert not next_key(key_file).exists()


def test_cut_off_before_the_last_step_it_keeps_the_old_key_once(monkeypatch, database, clock, key_file, people):
    before = key_file.read_bytes()
    with monkeypatch.context() as cut:
        cut.setattr(Path, "replace", _is_cut_off)
        with pytest.raises(KeyboardInterrupt):
            _rotate(database, key_file)
    done = _rotate(database, key_file)
    assert done.old_key.read_bytes() == before
    assert len(list(key_file.parent.glob("key.until-*"))) == 1
    assert _words_of(database, clock, key_file, people) == [WORDS] * 5


def test_twice_on_a_day_keeps_both_old_keys(database, clock, key_file, people):
    first = _rotate(database, key_file).old_key.read_bytes()
    second = _rotate(database, key_file).old_key
    assert second.name == "key.until-2026-11-23-2"
    assert (key_file.parent / "key.until-2026-11-23").read_bytes() == first != second.read_bytes()
    assert _words_of(database, clock, key_file, people) == [WORDS] * 5


def test_a_damaged_row_holds_nothing_up_and_is_counted(database, clock, key_file, people):
    with database.begin() as connection:
        changed = PersonRow.__table__.update().where(PersonRow.id == people[0]).values(wrapped_key=b"x" * 60)
        connection.execute(changed)
    done = _rotate(database, key_file)
    assert done.damaged == 1
    assert _words_of(database, clock, key_file, people[1:]) == [WORDS] * 4


def test_every_column_that_the_key_file_wraps_is_changed():
    wrapped = {
        (table.name, column.name)
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and (column.name.startswith("wrapped_") or table.name == "accounts")
    }
    assert wrapped == {(each.value.class_.__tablename__, each.value.key) for each in EVERY}


def test_the_command_says_what_to_do_with_the_old_key(data_dir, clock):
    database = connect(f"sqlite:///{data_dir / 'what-matters.db'}")
    with UnitOfWork(database, clock, KeyFile(load_key(data_dir / "key", create=False))) as records:
        person = records.people.create()
        records.commit()
    said = CliRunner().invoke(app, ["key", "rotate"])
    assert said.exit_code == 0, said.output
    assert "4 keys and secrets" in said.output
    assert "Back up the new key today" in said.output
    with UnitOfWork(database, clock, open_key_file(data_dir / "key")) as records:
        assert records.people.key(person)
    database.dispose()


def test_while_a_copy_runs_the_key_stays(data_dir):
    before = (data_dir / "key").read_bytes()
    with DataLock(data_dir):
        said = CliRunner().invoke(app, ["key", "rotate"])
    assert said.exit_code == 1
    assert "Stop it first" in said.output
    assert (data_dir / "key").read_bytes() == before


def test_without_the_key_it_is_refused(data_dir):
    (data_dir / "key").unlink()
    said = CliRunner().invoke(app, ["key", "rotate"])
    assert said.exit_code == 1
    assert "Restore it from your backup of keys" in said.output
    assert not next_key(data_dir / "key").exists()
