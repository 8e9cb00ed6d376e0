"""The command line: quick to ask for help, and plain about settings that cannot be used."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from bot.cli import app

SLOW = ("spacy", "sqlalchemy", "fastapi", "starlette", "httpx", "alembic", "rasa_sdk", "cryptography")


@pytest.fixture
def environment(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WHATMATTERS_")}
    return kept | {"WHATMATTERS_DATA_DIR": str(tmp_path / "data")}


def test_help_names_every_command_and_loads_nothing_slow():
    program = f"import bot.cli, sys; print([name for name in {SLOW!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    assert all(name in shown.stdout for name in ("run", "talk", "classify", "train", "doctor", "migrate", "demo"))


def test_a_setting_that_cannot_be_used_is_named_without_its_value(environment):
    bad = environment | {"WHATMATTERS_WEB_PORT": "hidden", "WHATMATTERS_ENGINE_SECRET": "hidden"}
    found = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"], capture_output=True, text=True, env=bad, check=False
    )
    assert found.returncode == 2
    assert "WHATMATTERS_WEB_PORT: " in found.stderr
    assert "hidden" not in found.stdout + found.stderr


def test_doctor_names_a_misspelt_setting_and_an_open_key(environment, tmp_path):
    key = tmp_path / "data" / "key"
    key.parent.mkdir()
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)
    found = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        capture_output=True,
        text=True,
        env=environment | {"WHATMATTERS_WEB_PROT": "1"},
        check=False,
    )
    assert found.returncode == 1
    assert "WHATMATTERS_WEB_PROT is not a setting of ours" in found.stdout
    assert f"chmod 600 {key}" in found.stdout
    assert "MEND  Key file" in found.stdout


def test_migrate_makes_the_store_twice_over(environment, tmp_path):
    for _ in range(2):
        found = subprocess.run(
            [sys.executable, "-m", "bot", "migrate"], capture_output=True, text=True, env=environment, check=False
        )
        assert (found.returncode, found.stdout) == (0, "The record store is up to date.\n")
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "data").iterdir()} == {0o600}


def test_run_refuses_a_port_in_use_before_anything_starts(environment, tmp_path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        found = subprocess.run(
            [sys.executable, "-m", "bot", "run", "--no-input"],
            capture_output=True,
            text=True,
            env=environment | {"WHATMATTERS_WEB_PORT": str(port)},
            check=False,
        )
    assert found.returncode == 1
    assert f"Cannot start: Port {port} is in use by another program." in found.stdout
    assert "WHATMATTERS_WEB_PORT" in found.stdout
    assert not (tmp_path / "data" / "logs").exists()


def test_run_refuses_a_data_folder_that_is_served_already(environment, tmp_path):
    from bot.launch.data_lock import DataLock

    (tmp_path / "data").mkdir()
    with DataLock(tmp_path / "data"):
        found = subprocess.run(
            [sys.executable, "-m", "bot", "run", "--no-input"],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
    assert found.returncode == 1
    assert f"(process {os.getpid()})" in found.stdout
    assert "WHATMATTERS_DATA_DIR" in found.stdout


@pytest.mark.parametrize(("arguments", "new"), [([], False), (["--new"], True)])
def test_talk_keeps_its_session_in_the_data_folder(monkeypatch, tmp_path, arguments, new):
    from bot.channels import terminal
    from bot.launch import talk

    talks = []
    monkeypatch.setenv("WHATMATTERS_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(talk, "is_there", lambda _address: True)
    monkeypatch.setattr(terminal, "talk", lambda address, **how: talks.append((address, how)))
    assert CliRunner().invoke(app, ["talk", "--url", "http://x/", *arguments]).exit_code == 0
    [(address, how)] = talks
    assert (address, how["new"]) == ("http://x", new)
    assert how["kept"].write("s1")
    assert "s1" in (tmp_path / "terminal-session").read_text()
