"""Stand-ins for time, processes and the operator's screen, shared by the tests of the launcher."""

import io
from dataclasses import dataclass, field

from rich.console import Console

from bot.launch.processes import Service
from bot.launch.screen import Screen


@dataclass
class FakeClock:
    """Time that passes only when someone sleeps."""

    time: float = 1000.0
    on_sleep: list = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds
        for listener in self.on_sleep:
            listener()


@dataclass
class FakeProcess:
    """A process that ends when told to, or never when `stubborn`."""

    pid: int
    stubborn: bool = False
    code: int | None = None
    asked: bool = False
    killed: bool = False

    def exit_code(self) -> int | None:
        return self.code

    def ask_to_stop(self) -> None:
        self.asked = True
        if not self.stubborn and self.code is None:
            self.code = 0

    def kill(self) -> None:
        self.killed = True
        if self.code is None:
            self.code = -9


def service(name: str, tmp_path=None, **changes) -> Service:
    values = {
        "name": name,
        "command": ("true",),
        "environment": {},
        "folder": tmp_path,
        "log": f"{name}.log",
        "ready_url": "",
        "ready_headers": {},
    }
    return Service(**{**values, **changes})


def plain_screen(clock) -> tuple[Screen, io.StringIO]:
    """A screen that is no terminal, and what is written to it."""
    written = io.StringIO()
    return Screen(Console(file=written, width=200), clock), written
