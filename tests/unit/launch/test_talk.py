"""Finding a running copy, and starting one that cannot start."""

import pytest

from bot.launch.clock import SystemClock
from bot.launch.talk import StartError, is_there, started
from bot.settings import Settings
from tests.unit.launch.fakes import plain_screen
from tests.unit.launch.test_processes import free_ports


def test_nothing_is_there():
    [port] = free_ports(1)
    assert not is_there(f"http://127.0.0.1:{port}")


def test_a_copy_that_cannot_start_says_why(tmp_path, monkeypatch):
    web, rasa, actions = free_ports(3)
    for name, value in {"WEB_PORT": web, "RASA_PORT": rasa, "ACTIONS_PORT": actions, "DATA_DIR": tmp_path}.items():
        monkeypatch.setenv(f"WHATMATTERS_{name}", str(value))
    (tmp_path / "key").touch(mode=0o600)
    (tmp_path / "key").chmod(0o644)
    screen, written = plain_screen(SystemClock())
    with pytest.raises(StartError) as raised, started(Settings(), screen, SystemClock()):
        pass
    assert any("key file" in line for line in raised.value.lines)
    assert "Starting the assistant ..." in written.getvalue()
