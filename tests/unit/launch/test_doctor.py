"""The doctor finds what is wrong, and changes nothing that is there."""

from bot.launch.data_lock import DataLock
from bot.launch.doctor import examine
from bot.launch.layout import Layout
from bot.launch.store import prepare_store
from bot.settings import Settings
from tests.unit.launch.test_processes import free_ports


def findings(tmp_path, environment=None):
    web, rasa, actions = free_ports(3)
    settings = Settings(data_dir=tmp_path / "data", web_port=web, rasa_port=rasa, actions_port=actions)
    return {each.subject: each for each in examine(settings, Layout(tmp_path), environment or {})}


def test_before_the_first_start_only_the_environments_are_missing(tmp_path):
    found = findings(tmp_path)
    assert [subject for subject, each in found.items() if each.problems] == ["Python environments"]
    assert "the first start makes it" in found["Key file"].note
    assert "the next start trains one" in found["Model"].note
    assert "the next start sees to it" in found["Record store"].note


def test_a_store_that_is_up_to_date(tmp_path):
    (tmp_path / "data").mkdir()
    prepare_store(Settings(data_dir=tmp_path / "data"))
    found = findings(tmp_path)
    assert found["Record store"].note == "up to date"
    assert found["Key file"].note == ""


def test_while_it_runs_its_own_ports_are_no_problem(tmp_path):
    (tmp_path / "data").mkdir()
    with DataLock(tmp_path / "data"):
        found = findings(tmp_path)
    assert "in use by this copy" in found["Ports"].note


def test_a_misspelt_setting(tmp_path):
    found = findings(tmp_path, {"WHATMATTERS_PROT": "1"})
    assert found["Names of settings"].problems
