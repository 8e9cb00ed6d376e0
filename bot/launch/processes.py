"""One process of ours: how it is started, where its output goes, and how it ends with everything it started.

Only this file knows about process groups and signals; `supervisor` decides when, and is tested without any.
"""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Service:
    """What is to be kept running.

    `name` is what the screen calls it. A GET of `ready_url` with `ready_headers` gives 200 once it can do its
    work.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(repr=False)
    folder: Path
    log: Path
    ready_url: str
    ready_headers: Mapping[str, str] = field(repr=False)


class Running(Protocol):
    """A process that was started."""

    @property
    def pid(self) -> int: ...

    def exit_code(self) -> int | None:
        """None while it runs; minus the signal's number where a signal ended it."""

    def ask_to_stop(self) -> None: ...

    def kill(self) -> None: ...


class OwnGroup:
    """A real process, leader of its own group, so that what it starts is stopped with it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], *, folder: Path, log: Path) -> None:
        # Appending keeps the file whole when `logfiles.rotate` empties it under the writer.
        with log.open("ab") as output:
            log.chmod(0o600)
            self._process = subprocess.Popen(  # noqa: S603  (commands are ours, no shell)
                command,
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=dies_with(os.getpid()),  # noqa: PLW1509  (no threads run in the launcher)
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    def exit_code(self) -> int | None:
        return self._process.poll()

    def ask_to_stop(self) -> None:
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def end(self) -> None:
        """Ends the whole group by force and collects it."""
        self.kill()
        self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        # The group outlives its leader while anything the leader started is alive.
        try:
            os.killpg(self._process.pid, number)
        except ProcessLookupError:
            return


def dies_with(parent: int, number: signal.Signals = signal.SIGKILL) -> Callable[[], None] | None:
    """What a child runs before its program, so that it gets signal `number` when process `parent` is gone.

    This holds even when the parent is killed with -9. Linux only; None elsewhere.
    """
    if _LIBC is None:
        return None
    prctl = _LIBC.prctl

    def leash() -> None:
        prctl(_PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:  # it died before the line above
            os._exit(1)

    return leash
