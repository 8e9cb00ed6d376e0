"""How both sides are set up: throw-away folders, one environment of threads, and nothing of a real store."""

import pytest

from bench import parts
from bench.errors import BenchError
from bot.launch.layout import Layout
from tests.unit.launch.fakes import FakeClock, plain_screen


@pytest.fixture
def real_settings(monkeypatch):
    """The environment of somebody who runs the assistant for real on this machine."""
    monkeypatch.setenv("WHATMATTERS_DATABASE_URL", "postgresql://real")
    monkeypatch.setenv("WHATMATTERS_KEY_FILE", "/real/key")
    monkeypatch.setenv("WHATMATTERS_TELEGRAM_TOKEN", "real-token")
    monkeypatch.setenv("WHATMATTERS_PUBLIC_URL", "https://real.example.org")


def test_our_copy_touches_nothing_real(tmp_path, real_settings):
    kind = parts.ours(Layout(), tmp_path)
    services = kind.services(tmp_path / "copy")
    assert [service.name for service in services] == ["actions", "engine", "web"]
    for service in services:
        values = [value for name, value in service.environment.items() if name.startswith("WHATMATTERS_")]
        assert not [value for value in values if "real" in value]
        assert service.log.is_relative_to(tmp_path)
    assert services[-1].environment["WHATMATTERS_DATA_DIR"] == str(tmp_path / "copy")
    assert kind.url(services) == services[-1].environment["WHATMATTERS_PUBLIC_URL"]
    assert "--force" in kind.train
    assert kind.environment["RASA_CACHE_DIRECTORY"].startswith(str(tmp_path))


def test_both_sides_get_the_same_threads_and_send_nothing_home(tmp_path, monkeypatch, real_settings):
    monkeypatch.setattr(parts, "OwnGroup", lambda *_args, **_more: DoneProcess(0))
    for side in ("ours", "stock"):
        (tmp_path / side).mkdir()
    ours, stock = parts.ours(Layout(), tmp_path / "ours"), parts.stock(Layout(), tmp_path / "stock")
    started = [*ours.services(tmp_path / "a"), *stock.services(tmp_path / "b")]
    for environment in (ours.environment, stock.environment, *(service.environment for service in started)):
        assert parts.ONE_THREAD.items() <= environment.items()
    for environment in (ours.environment, stock.environment):
        assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert "PYTHONPATH" not in stock.environment
    assert not [name for name in stock.environment if name.startswith("WHATMATTERS_")]
    assert "--force" in stock.train


class DoneProcess:
    """A process that has ended already."""

    def __init__(self, code):
        self._code = code

    def exit_code(self):
        return self._code

    def end(self):
        return


def test_a_training_that_fails_says_so(tmp_path, monkeypatch):
    kind = parts.ours(Layout(), tmp_path)
    kind.log.write_text("reading\nValueError: the data are wrong\n")
    monkeypatch.setattr(parts, "OwnGroup", lambda *_args, **_more: DoneProcess(1))
    screen, _ = plain_screen(FakeClock())
    with pytest.raises(BenchError, match="the data are wrong"):
        parts.train(kind, screen, FakeClock())


def test_free_ports_are_all_different():
    assert len(set(parts._free_ports(20))) == 20
