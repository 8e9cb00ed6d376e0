"""One copy of the assistant with a bot, whose processes can be killed and started again, and whose store can fail."""

import resource
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import httpx
from pydantic import SecretStr

from bench import parts
from bench.errors import BenchError
from bench.machine import usage
from bot.bootstrap import build
from bot.launch.clock import Clock
from bot.launch.failures import telling_lines
from bot.launch.layout import Layout
from bot.launch.logfiles import last_lines
from bot.launch.models import ensure_model
from bot.launch.processes import OwnGroup
from bot.launch.screen import Screen
from tests.telegram_server import TelegramServer

START_SECONDS = 300.0


class Copy:
    """Web, engine and actions on a new store in `folder`, with the model of this checkout (trained if need be)."""

    def __init__(self, folder: Path, server: TelegramServer, screen: Screen, clock: Clock, turn_seconds: float) -> None:
        bot = {"telegram_token": SecretStr(server.token), "telegram_api_url": server.root}
        self.settings = parts.our_settings(folder, turn_seconds=turn_seconds, **bot)
        layout = Layout()
        model = ensure_model(layout, screen, clock, lambda: False)
        self._services = {each.name: each for each in parts.our_services(self.settings, layout, model)}
        self._running: dict[str, OwnGroup] = {}
        self.parts = build(self.settings)

    def __enter__(self) -> Self:
        for name in self._services:
            self.start(name)
        try:
            self.wait_until_ready()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for process in self._running.values():
            process.end()
        self._running.clear()
        self.parts.database.dispose()

    def start(self, name: str) -> None:
        one = self._services[name]
        self._running[name] = OwnGroup(one.command, one.environment, folder=one.folder, log=one.log)

    def kill(self, name: str) -> None:
        """As `kill -9` does."""
        self._running.pop(name).end()

    def is_running(self, name: str) -> bool:
        return name in self._running

    def revive(self) -> list[str]:
        """Start again what ended by itself, as the launcher does; return the names."""
        ended = [name for name, process in self._running.items() if process.exit_code() is not None]
        for name in ended:
            self.kill(name)
            self.start(name)
        return ended

    def cpu_seconds(self) -> float:
        """Processor time that all processes have used since they were started; 0 where the system does not tell."""
        return sum(used.cpu_seconds for used in usage([each.pid for each in self._running.values()]).values())

    def check(self) -> None:
        """Raises BenchError, with the telling lines of its log, when a process has ended by itself."""
        for name, process in self._running.items():
            if process.exit_code() is not None:
                why = telling_lines(last_lines(self._services[name].log, 500))
                raise BenchError("\n".join([f"The {name} process ended:", *why]))

    def wait_until_ready(self) -> None:
        """Return once a message would be answered. Raises BenchError."""
        end = time.monotonic() + START_SECONDS
        while not self._is_ready():
            self.check()
            if time.monotonic() > end:
                raise BenchError(f"Not ready after {START_SECONDS:.0f} seconds.")
            time.sleep(0.2)

    def _is_ready(self) -> bool:
        try:
            return httpx.get(f"{self.settings.local_url}/health/ready", trust_env=False, timeout=5).is_success
        except httpx.HTTPError:
            return False

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Within, somebody else holds the turn to write and does not give it back."""
        connection = sqlite3.connect(self.settings.data_dir / "what-matters.db", isolation_level=None, timeout=10)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            connection.close()

    @contextmanager
    def full(self) -> Iterator[None]:
        """Within, web and actions can write to no file, as on a disk that is full. Linux only."""
        held = [self._running[name].pid for name in ("web", "actions") if name in self._running]
        before = {pid: _limit_files(pid, 1) for pid in held}
        try:
            yield
        finally:
            for pid, soft in before.items():
                _limit_files(pid, soft)


def _limit_files(pid: int, most: int) -> int:
    """Let no process of this number write a file beyond so many bytes; return what it was."""
    try:
        soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, hard))
    except ProcessLookupError:
        return resource.RLIM_INFINITY  # it was killed meanwhile
    return soft
