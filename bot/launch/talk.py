"""`what-matters talk`: finds a running copy, or starts one quietly for as long as the talk lasts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from bot.launch import logfiles
from bot.launch.clock import Clock
from bot.launch.processes import OwnGroup
from bot.launch.readiness import Asker
from bot.launch.screen import Screen
from bot.launch.supervisor import PATIENCE
from bot.settings import Settings

_PAUSE = 0.25
_SHOWN = 12
"""Lines of the launcher's own output shown when it cannot start."""


class StartError(Exception):
    """The copy started for the talk ended again; `lines` are the last that it said."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("It could not be started.")
        self.lines = lines


def is_there(url: str) -> bool:
    """Whether a copy answers at this address."""
    with Asker() as asker:
        return asker.answers(f"{url}/health/live") == HTTPStatus.OK


@contextmanager
def started(settings: Settings, screen: Screen, clock: Clock) -> Iterator[str]:
    """Starts a copy, gives its address once it can answer, and stops it at the end. Raises StartError."""
    logfiles.prepare(settings.log_dir)
    log = settings.log_dir / "launcher.log"
    log.unlink(missing_ok=True)
    command = (sys.executable, "-m", "bot", "run", "--no-input")
    with Asker() as asker, screen.waiting("Starting the assistant") as waiting:
        process = OwnGroup(command, os.environ, folder=Path.cwd(), log=log)
        try:
            while asker.answers(f"{settings.local_url}/health/ready") != HTTPStatus.OK:
                if process.exit_code() is not None:
                    raise StartError(logfiles.last_lines(log, _SHOWN))
                is_training = any("Training" in line for line in logfiles.last_lines(log, 1))
                waiting.tick("training the language model" if is_training else "")
                clock.sleep(_PAUSE)
        except BaseException:
            _stop(process, clock)
            raise
    try:
        yield settings.local_url
    finally:
        _stop(process, clock)


def _stop(process: OwnGroup, clock: Clock) -> None:
    # The launcher stops its own processes; they are in groups of their own, so it must get the time to.
    process.ask_to_stop()
    deadline = clock.now() + 2 * PATIENCE
    while process.exit_code() is None and clock.now() < deadline:
        clock.sleep(_PAUSE)
    process.end()
