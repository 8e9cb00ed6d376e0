"""An operator gives the directory out: exact both ways, as one file, a folder or a zip, and never among other files."""

import csv
import io
import json
from functools import partial

import pytest

from bot.signposting.directory import Directory
from bot.signposting.interchange import ExportError, export_hsds, import_hsds
from bot.store.database import connect
from bot.store.tables import Table
from bot.store.transaction import Transaction
from tests.unit.signposting.exchange import everything
from tests.unit.signposting.invented import ALL, FOREIGN, LINE

KINDS = ("whole.json", "folder", "packed.zip")


@pytest.fixture
def empty(tmp_path, clock):
    """Another store with nothing in it."""
    engine = connect(f"sqlite:///{tmp_path / 'other.db'}")
    Table.metadata.create_all(engine)
    yield partial(Transaction, engine, clock)
    engine.dispose()


def bytes_of(path):
    return {child.name: child.read_bytes() for child in path.iterdir()} if path.is_dir() else path.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_given_out_and_taken_into_an_empty_store_is_given_out_the_same(filled, empty, tmp_path, kind):
    export_hsds(tmp_path / kind, filled)
    report = import_hsds(tmp_path / kind, empty)
    assert (report.faults, report.added, report.changed, report.same) == ((), 5, 0, 0)
    assert everything(empty) == everything(filled)
    for name in KINDS:
        export_hsds(tmp_path / "first" / name, filled)
        export_hsds(tmp_path / "second" / name, empty)
        assert bytes_of(tmp_path / "first" / name) == bytes_of(tmp_path / "second" / name)


@pytest.mark.parametrize("kind", KINDS)
def test_taking_in_what_is_there_changes_nothing(filled, tmp_path, kind):
    export_hsds(tmp_path / kind, filled)
    before = Directory(filled).version(), everything(filled)
    assert import_hsds(tmp_path / kind, filled).same == 5
    assert everything(filled) == before[1]
    assert all(len(Directory(filled).history(entry.id)) <= 3 for entry in ALL)


def test_fields_and_lists_of_others_are_given_back(filled, tmp_path):
    export_hsds(tmp_path / "out.json", filled)
    found = next(each for each in json.loads((tmp_path / "out.json").read_text()) if each["id"] == "svc-9")
    assert found | {"last_modified": None, "attributes": None} == FOREIGN | {"last_modified": None, "attributes": None}
    assert [each["id"] for each in found["attributes"]] == ["at-9", "at-8"]


def test_the_package_names_its_tables_and_puts_lists_of_others_into_files(filled, tmp_path):
    export_hsds(tmp_path / "out", filled)
    described = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    named = {each["path"]: [field["name"] for field in each["schema"]["fields"]] for each in described["resources"]}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*named, "datapackage.json"}
    assert {"cost_options.csv", "funding.csv", "organization_identifiers.csv"} < named.keys()
    for name, columns in named.items():
        assert next(csv.reader(io.StringIO((tmp_path / "out" / name).read_text()))) == columns


def test_what_is_ours_travels_under_x(filled, tmp_path):
    export_hsds(tmp_path / "out.json", filled)
    line = next(each for each in json.loads((tmp_path / "out.json").read_text()) if each["id"] == LINE.id)
    ours = {key for key in line if key.startswith("x_")}
    assert ours == {"x_source", "x_grade", "x_next_step", "x_number_wrong_since"}
    assert not {"source", "grade", "next_step", "held_back", "extra"} & line.keys()


def test_an_export_is_never_mixed_with_other_files(filled, tmp_path):
    export_hsds(tmp_path / "out", filled)
    export_hsds(tmp_path / "out", filled)
    (tmp_path / "out" / "mine.csv").write_text("")
    with pytest.raises(ExportError, match=r"mine\.csv"):
        export_hsds(tmp_path / "out", filled)
    with pytest.raises(ExportError, match="other things"):
        export_hsds(tmp_path, filled)
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        export_hsds(tmp_path / "file" / "out.json", filled)
