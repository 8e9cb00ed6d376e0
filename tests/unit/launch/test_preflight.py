"""What is checked before a start, and that each finding says how to mend it."""

import http.server
import os
import socket
import threading

import pytest

from bot.launch import preflight
from bot.launch.layout import Layout
from bot.settings import Settings


def settings(tmp_path, **values) -> Settings:
    ports = {"web_port": 1, "rasa_port": 2, "actions_port": 3}
    return Settings(data_dir=tmp_path, **{**ports, **values})


def free_ports() -> dict[str, int]:
    with socket.socket() as one, socket.socket() as two, socket.socket() as three:
        for each in (one, two, three):
            each.bind(("127.0.0.1", 0))
        ports = [each.getsockname()[1] for each in (one, two, three)]
    return dict(zip(("web_port", "rasa_port", "actions_port"), ports, strict=True))


def test_free_ports_are_no_problem(tmp_path):
    assert preflight.check_ports(settings(tmp_path, **free_ports())) == []


@pytest.mark.parametrize("name", ["web_port", "rasa_port", "actions_port"])
def test_a_port_in_use_names_the_setting_to_change(tmp_path, name):
    listening_for_nobody = socket.socket()
    listening_for_nobody.bind(("127.0.0.1", 0))  # bound without listening: refuses at once, so the test is quick
    with listening_for_nobody:
        port = listening_for_nobody.getsockname()[1]
        [problem] = preflight.check_ports(settings(tmp_path, **{**free_ports(), name: port}))
    assert problem.what == f"Port {port} is in use by another program."
    assert problem.mend == f"Set WHATMATTERS_{name.upper()} to another number."


class Alive(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/health/live" else 404)
        self.end_headers()

    def log_message(self, *arguments):
        pass


def test_another_copy_of_us_is_recognised(tmp_path):
    with http.server.HTTPServer(("127.0.0.1", 0), Alive) as other:
        thread = threading.Thread(target=other.serve_forever)
        thread.start()
        try:
            port = other.server_address[1]
            [problem] = preflight.check_ports(settings(tmp_path, **{**free_ports(), "web_port": port}))
        finally:
            other.shutdown()
            thread.join()
    assert "another copy of What Matters" in problem.what
    assert "WHATMATTERS_WEB_PORT" in problem.mend
    assert "WHATMATTERS_DATA_DIR" in problem.mend


def test_an_address_of_another_machine_names_the_host(tmp_path):
    [problem] = preflight.check_ports(settings(tmp_path, **{**free_ports(), "host": "192.0.2.1"}))
    assert problem.what == "192.0.2.1 is not an address of this machine."
    assert "WHATMATTERS_HOST" in problem.mend


def test_a_new_data_folder_is_made_for_its_owner_only(tmp_path):
    folder = tmp_path / "a" / "b"
    assert preflight.check_data_dir(folder) == []
    assert folder.stat().st_mode & 0o777 == 0o700
    assert list(folder.iterdir()) == []


def test_a_data_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    [problem] = preflight.check_data_dir(tmp_path / "file" / "data")
    assert "cannot be written" in problem.what
    assert "WHATMATTERS_DATA_DIR" in problem.mend


@pytest.mark.parametrize(("mode", "words"), [(0o600, None), (0o400, None), (0o640, "chmod 600"), (0o604, "chmod 600")])
def test_the_key_file_is_for_its_owner_alone(tmp_path, mode, words):
    key = tmp_path / "key"
    key.touch()
    key.chmod(mode)
    problems = preflight.check_key_file(key)
    assert [words in problem.mend for problem in problems] == ([True] if words else [])


def test_no_key_file_yet_is_no_problem(tmp_path):
    assert preflight.check_key_file(tmp_path / "key") == []


def test_a_folder_is_no_key_file(tmp_path):
    [problem] = preflight.check_key_file(tmp_path)
    assert "is not a file" in problem.what


def engine_in(root):
    python = root / "engine" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    return Layout(root)


def test_a_missing_engine_environment_is_said(tmp_path):
    [problem] = preflight.check_environments(Layout(tmp_path))
    assert problem.mend == "Run: make setup"


@pytest.mark.parametrize(
    ("lock", "stamp"), [("requirements.txt", ".venv/.dev"), ("engine/requirements.txt", "engine/.venv/.stamp")]
)
def test_an_environment_older_than_its_lock_is_said(tmp_path, lock, stamp):
    layout = engine_in(tmp_path)
    assert preflight.check_environments(layout) == []
    for name, time in ((lock, 1000), (stamp, 2000)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time, time))
    assert preflight.check_environments(layout) == []
    os.utime(tmp_path / lock, (3000, 3000))
    [problem] = preflight.check_environments(layout)
    assert problem.what.startswith(f"{lock} is newer")


def test_a_misspelt_setting_is_said():
    [problem] = preflight.check_names({"WHATMATTERS_PROT": "1"})
    assert "WHATMATTERS_PROT" in problem.what
