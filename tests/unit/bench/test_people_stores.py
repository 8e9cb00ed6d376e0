"""What the stores of people hold, that every door into them opens, and what a change of their key comes to."""

import shutil
import sys
from collections import Counter

import pytest
from sqlalchemy import func, select

from bench.errors import BenchError
from bench.growth.store import settings_in
from bench.people import keys, store
from bench.people.kept import ENTRIES, PIN, VERSIONS, is_slow, token, was_looked_at
from bench.people.questions import Door
from bench.people.site import Site, asked_about
from bot.bootstrap import build
from bot.model.ids import PersonId
from bot.model.position import Door as Speaker
from bot.records.sharing import WrongPinError
from bot.stages.share_pages import SharedPages
from bot.store.tables.people import AuditRow, PersonRow, SummaryRow

SIZE = 20


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """The same store thrice: one to look into, one to ask, and one whose key is changed."""
    folder = tmp_path_factory.mktemp("people") / "kept"
    folder.mkdir()
    store.fill(folder, SIZE, lambda _said: None)
    return [folder, *(shutil.copytree(folder, folder.with_name(name)) for name in ("asked", "changed"))]


@pytest.fixture(scope="module")
def parts(folders):
    parts = build(settings_in(folders[0]))
    yield parts
    parts.database.dispose()


@pytest.fixture(scope="module")
def people(parts):
    with parts.open_transaction(reading=True) as transaction:
        rows = transaction.session.scalars(select(PersonRow.id).order_by(PersonRow.created_at))
        return [PersonId(row) for row in rows]


# --- what is there ----------------------------------------------------------------------------------------------------


def test_the_audit_is_whole_from_its_first_entry_on(parts):
    with parts.begin(reading=True) as records:
        whole = records.audit_proof.verify()
    assert (whole.rows, whole.decisions, whole.begun) == (2 * ENTRIES + 18 * 17, SIZE * 3, None)


def test_its_entries_follow_the_clock(parts):
    with parts.open_transaction(reading=True) as transaction:
        moments = list(transaction.session.scalars(select(AuditRow.at).order_by(AuditRow.number)))
    assert moments == sorted(moments)


def test_everybody_keeps_five_versions_that_differ(parts, people):
    with parts.begin(reading=True) as records:
        for person in people:
            kept = records.summaries.versions(person, Speaker.ME, range(1, VERSIONS + 2))
            assert len(kept) == VERSIONS
            assert len({each.lines for each in kept}) > 1


def test_one_in_ten_was_looked_at_so_often_that_fifty_entries_are_about_them(parts, people):
    with parts.open_transaction(reading=True) as transaction:
        query = select(AuditRow.person_id, func.count()).group_by(AuditRow.person_id)
        counts = Counter(dict(transaction.session.execute(query).all()))
    assert [counts[person] == ENTRIES for person in people] == [was_looked_at(number) for number in range(SIZE)]


def test_what_was_looked_at_is_told_as_it_would_be(parts, people):
    with parts.begin(reading=True) as records:
        often, seldom = (records.shares.of(person)[0] for person in people[:2])
        assert (len(often.openings), len(seldom.openings)) == (20, 2)
        assert [len(records.teamwork.looked(person)) for person in people[:2]] == [20, 5]


def test_a_link_opens_with_the_pin_alone_whatever_its_hash_costs(folders, parts):
    pages = SharedPages(parts.begin)
    for number in (1, 2):
        assert pages.open(token(number), PIN).sections
        with pytest.raises(WrongPinError):
            pages.open(token(number), "000000")
    assert [is_slow(1), is_slow(2)] == [True, False]


def test_each_version_has_a_row_and_no_word_of_it_is_in_any_file(folders, parts):
    with parts.open_transaction(reading=True) as transaction:
        assert transaction.session.scalar(select(func.count()).select_from(SummaryRow)) == SIZE * VERSIONS
    held = b"".join(file.read_bytes() for file in folders[0].iterdir())
    assert b"Biscuit" not in held
    assert b"allotment" not in held


# --- the doors --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(folders):
    site = Site(folders[1], few=10)
    yield site
    site.close()


@pytest.mark.parametrize("door", Door)
def test_every_door_is_timed(site, door):
    assert site.ask(door) > 0


def test_a_door_that_says_something_else_ends_the_run(site):
    with pytest.raises(BenchError, match="not there"):
        site._found(lambda: False)


@pytest.mark.parametrize("size", [20, 200, 2000])
def test_those_asked_about_are_alike_and_lie_far_apart(size):
    numbers = asked_about(20, size)
    assert len(set(numbers)) == 20
    assert [was_looked_at(number) for number in numbers] == [was_looked_at(number) for number in range(20)]
    assert [is_slow(number) for number in numbers] == [is_slow(number) for number in range(20)]
    assert max(numbers) >= size * 0.9


# --- the key and the audit --------------------------------------------------------------------------------------------


def test_a_key_is_changed_killed_half_way_and_changed_to_the_end(folders):
    found = keys.rotate(folders[2])
    assert found.keys >= SIZE
    assert found.shown > 0
    assert found.killed_at * 2 >= found.keys
    assert found.opened == SIZE
    assert len(list(folders[2].glob("key.until-*"))) >= 2
    assert keys.verify(folders[2]).rows == 2 * ENTRIES + 18 * 17


def test_an_audit_that_is_not_whole_ends_the_run(folders, tmp_path):
    folder = shutil.copytree(folders[0], tmp_path / "changed")
    (folder / "key").write_bytes(b"x" * 32)
    with pytest.raises(BenchError, match="ended with"):
        keys.verify(folder)


@pytest.fixture
def program(monkeypatch):
    """Lets a few lines of Python stand in for what-matters."""
    return lambda lines: monkeypatch.setattr(keys, "_PROGRAM", (sys.executable, "-c", lines))


def test_what_is_shown_in_a_terminal_is_heard(program, tmp_path):
    program("import sys; print('(200 of 1,004)', end='\\r'); print('(1,004 of 1,004)', sys.stdout.isatty())")
    heard = []
    said, took = keys._run(tmp_path, (), heard.append)
    assert heard == [(200, 1004), (1004, 1004)]
    assert "True" in said
    assert min(took) > 0


def test_one_that_is_killed_says_nothing_more(program, tmp_path):
    program("import time; print('(1 of 2)', flush=True); time.sleep(600); print('later')")
    said, _ = keys._run(tmp_path, (), lambda shown: shown == (1, 2))
    assert "later" not in said


def test_only_the_folder_is_set_whatever_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "postgresql://real")
    ours = {name: value for name, value in keys._environment(tmp_path).items() if name.startswith("WHATMATTERS_")}
    assert ours == {"WHATMATTERS_DATA_DIR": str(tmp_path)}
