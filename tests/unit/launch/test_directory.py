"""The directory from the command line: filled at the first start, taken in, given out, and plain about faults."""

import json

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.launch.directory import give_out, take_in
from bot.launch.store import StoreError, prepare_store
from bot.settings import Settings
from bot.signposting import seed
from bot.signposting.seed import read_seed


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy with a store of its own, and the commands pointed at it."""
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    settings = Settings()
    prepare_store(settings)
    return settings


def run(*words):
    return CliRunner().invoke(app, ["directory", *map(str, words)])


def test_a_new_store_has_the_services_of_the_files(copy, tmp_path):
    assert give_out(copy, tmp_path / "out.json") == len(read_seed())
    prepare_store(copy)
    assert give_out(copy, tmp_path / "out.json") == len(read_seed())


def test_files_of_services_that_cannot_be_used_stop_the_start_and_say_why(copy, tmp_path, monkeypatch):
    (tmp_path / "list.yml").write_text("services: {a: b}\n")
    monkeypatch.setattr(seed.read_seed, "__defaults__", (tmp_path,))
    with pytest.raises(StoreError) as caught:
        prepare_store(copy)
    assert "list.yml" in caught.value.problem.mend


def test_what_is_given_out_can_be_taken_in(copy, tmp_path):
    found = run("export", tmp_path / "out.zip")
    assert (found.exit_code, found.stdout) == (0, f"Services written: {len(read_seed())}\n")
    found = run("import", tmp_path / "out.zip")
    same = f"Services: 0 added, 0 changed, {len(read_seed())} as they were.\n"
    assert (found.exit_code, found.stdout) == (0, same)


def test_a_file_with_faults_is_told_line_by_line_and_the_program_ends_with_2(copy, tmp_path):
    (tmp_path / "in.json").write_text(json.dumps([{"id": "s-1", "name": "[bold]A", "status": "open"}]))
    found = run("import", tmp_path / "in.json")
    first, second, last = found.stdout.splitlines()
    assert found.exit_code == 2
    assert first.startswith("in.json, service 1 (s-1), status: “open” is not one of the words. Mend: ")
    assert second.startswith("in.json, service 1, organization: ")
    assert last == "Nothing was taken in. Mend these, and try again."


def test_a_place_that_cannot_be_written_to_is_said(copy, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    found = run("export", tmp_path)
    assert found.exit_code == 1
    assert found.stdout.splitlines()[0] == "The folder holds other things."


def test_without_a_store_nothing_is_made_and_the_way_to_one_is_told(tmp_path):
    settings = Settings(data_dir=tmp_path / "data")
    for act in (take_in, give_out):
        with pytest.raises(StoreError) as caught:
            act(settings, tmp_path / "x.json")
        assert "what-matters migrate" in caught.value.problem.mend
    assert list(tmp_path.iterdir()) == []
