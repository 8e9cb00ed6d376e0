"""`what-matters run`, as `make run` calls it: starts everything, restarts what dies, and stops on Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.system.stack import START_SECONDS, free_port


class Launched:
    """A running launcher, its output so far and the processes that belong to its data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.output = folder / "screen.txt"
        ports = {"WEB_PORT": self.port, "RASA_PORT": free_port(), "ACTIONS_PORT": free_port()}
        environment = os.environ | {f"WHATMATTERS_{name}": str(port) for name, port in ports.items()}
        environment["WHATMATTERS_DATA_DIR"] = str(folder / "data")
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [str(Path(sys.executable).parent / "what-matters"), "run", "--no-input"],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def shows(self, words: str, times: int = 1) -> None:
        end = time.monotonic() + START_SECONDS
        while self.output.read_text().count(words) < times:
            assert self.process.poll() is None, f"the launcher ended: {self.output.read_text()}"
            assert time.monotonic() < end, f"{words!r} was not shown: {self.output.read_text()}"
            time.sleep(0.1)

    def children(self, part_of_command: str = "") -> list[int]:
        mine = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdecimal() or int(entry.name) == self.process.pid:
                continue
            try:
                environment, command = (entry / "environ").read_bytes(), (entry / "cmdline").read_bytes().decode()
            except OSError:
                continue
            if str(self.folder).encode() in environment and part_of_command in command.replace("\0", " "):
                mine.append(int(entry.name))
        return mine


@pytest.fixture
def launched(tmp_path: Path) -> Iterator[Launched]:
    launched = Launched(tmp_path)
    yield launched
    if launched.process.poll() is None:
        os.killpg(launched.process.pid, signal.SIGKILL)
        launched.process.wait()


def test_it_starts_answers_restarts_what_died_and_stops_cleanly(launched: Launched) -> None:
    launched.shows("What Matters is running")
    address = f"http://127.0.0.1:{launched.port}"
    assert address in launched.output.read_text()
    with httpx.Client(base_url=address, trust_env=False, timeout=30) as client:
        assert client.get("/").status_code == 200
        assert client.get("/health/ready").json()["ready"] is True
        session = client.post("/api/chat/sessions").json()["session"]
        headers = {"Authorization": f"Bearer {session}"}
        answer = client.post("/api/chat/messages", json={"text": "hello"}, headers=headers)
        assert "piece of software" in answer.text

        for pid in launched.children("bot.launch.serve web"):
            os.kill(pid, signal.SIGKILL)
        launched.shows("web", times=2)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                answer = client.post("/api/chat/messages", json={"text": "are you there"}, headers=headers)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        assert "Who is this for?" in answer.text

    key = launched.folder / "data" / "key"
    assert key.stat().st_mode & 0o777 == 0o600
    launched.process.send_signal(signal.SIGINT)
    assert launched.process.wait(timeout=60) == 0
    assert launched.children() == []
    assert "Traceback" not in launched.output.read_text()
