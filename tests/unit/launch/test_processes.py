"""The launcher with real processes: three small web servers, killed and stopped in the ways operators do."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.launch.processes import OwnGroup

LONG = 60.0
"""Seconds after which a test gives up; nothing waits this long unless it is broken."""


def until(condition, *, what: str):
    """What `condition` gives once it is neither None nor False."""
    deadline = time.monotonic() + LONG
    while time.monotonic() < deadline:
        found = condition()
        if found is not None and found is not False:
            return found
        time.sleep(0.05)
    pytest.fail(f"never happened: {what}")


def free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def pid_at(port: int) -> int | None:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return int(answer.read())
    except OSError:
        return None


def is_alive(pid: int) -> bool:
    """Whether the process can still do anything; one that nobody has collected yet cannot."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return not Path("/proc/self").exists()


class Keeper:
    """A real launcher in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.ports = free_ports(3)
        self.output = folder / "screen.txt"
        command = [sys.executable, str(Path(__file__).with_name("keeper.py")), str(folder)]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [*command, *map(str, self.ports)],
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={name: value for name, value in os.environ.items() if not name.startswith("WHATMATTERS_")},
            )

    def said(self) -> str:
        return self.output.read_text()

    def pids(self) -> list[int]:
        until(lambda: "What Matters is running" in self.said(), what="all three are ready")
        return [until(lambda port=port: pid_at(port), what=f"an answer at {port}") for port in self.ports]


@pytest.fixture
def keeper(tmp_path):
    keeper = Keeper(tmp_path)
    yield keeper
    if keeper.process.poll() is None:
        keeper.process.terminate()
        keeper.process.wait(LONG)


def test_one_killed_with_9_is_started_again(keeper):
    pids = keeper.pids()
    os.kill(pids[1], signal.SIGKILL)
    again = until(lambda: (pid := pid_at(keeper.ports[1])) != pids[1] and pid, what="a new engine answers")
    assert is_alive(again)
    assert [pid_at(keeper.ports[0]), pid_at(keeper.ports[2])] == [pids[0], pids[2]]
    until(lambda: "The engine is answering again." in keeper.said(), what="it is said")
    assert "The engine stopped (ended by SIGKILL). Starting it again in 1 second." in keeper.said()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_it_ends_well_and_leaves_nothing_running(keeper, number):
    pids = keeper.pids()
    keeper.process.send_signal(number)
    assert keeper.process.wait(LONG) == 0
    assert not any(is_alive(pid) for pid in pids)
    assert keeper.said().rstrip().endswith("start again with the same command.")


@pytest.mark.skipif(sys.platform != "linux", reason="the leash is Linux's own")
def test_nothing_is_left_when_the_launcher_itself_is_killed_with_9(keeper):
    pids = keeper.pids()
    keeper.process.kill()
    keeper.process.wait(LONG)
    until(lambda: not any(is_alive(pid) for pid in pids), what="all three are gone")


def test_logs_are_closed_to_other_users(keeper, tmp_path):
    keeper.pids()
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
    assert {log.stat().st_mode & 0o777 for log in (tmp_path / "logs").iterdir()} == {0o600}


def test_kill_reaches_what_the_process_started(tmp_path):
    log = tmp_path / "out.log"
    parent = "import subprocess, sys; c = subprocess.Popen(['sleep', '600']); print(c.pid, flush=True); c.wait()"
    process = OwnGroup((sys.executable, "-c", parent), os.environ, folder=tmp_path, log=log)
    child = int(until(lambda: log.read_text().strip() or None, what="the child's id"))
    process.kill()
    until(lambda: process.exit_code() == -signal.SIGKILL, what="the parent is gone")
    until(lambda: not is_alive(child), what="its child is gone")
    process.kill()  # nothing left: no error
