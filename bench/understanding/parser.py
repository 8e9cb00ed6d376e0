"""One model, loaded by Rasa in a process of its own, and asked message by message."""

import json
import os
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bench.errors import BenchError
from bench.machine import usage
from bot.launch.layout import Layout
from bot.launch.logfiles import last_lines
from bot.launch.processes import dies_with


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one message was taken for, and the milliseconds that took. `top` is as before any fallback."""

    intent: str
    confidence: float
    top: str
    ms: float


class Parser:
    """Waits until the model is loaded. `load_s` is that alone, `start_s` with starting Python and importing Rasa."""

    def __init__(self, model: Path, environment: Mapping[str, str], layout: Layout, log: Path) -> None:
        self._log = log
        began = time.perf_counter()
        with log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603  (our own program, no shell)
                (str(layout.engine_python), "-m", "bench.understanding.parse_in_engine", str(model)),
                cwd=layout.root,
                env=dict(environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                text=True,
                encoding="utf-8",
                start_new_session=True,
                preexec_fn=dies_with(os.getpid()),  # noqa: PLW1509  (no threads run here)
            )
        try:
            self.load_s = float(self._read()["load_s"])
        except BaseException:
            self._end()
            raise
        self.start_s = time.perf_counter() - began

    def parse(self, text: str, state: str = "open") -> Parsed:
        """Raises BenchError when the process has ended."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # the missing answer says so
            self._process.stdin.write(json.dumps({"text": text, "state": state}) + "\n")
            self._process.stdin.flush()
        return Parsed(**self._read())

    @property
    def resident_mib(self) -> float:
        """0 where the system does not tell."""
        used = usage([self._process.pid])
        return used[self._process.pid].resident_mib if used else 0.0

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer = self._process.stdout.readline()
        if not answer:
            raise BenchError("\n".join(["A model could not be asked:", *last_lines(self._log, 10)]))
        return dict(json.loads(answer))

    def _end(self) -> None:
        self._process.kill()
        with suppress(BrokenPipeError):  # a line it never read
            self._process.__exit__(None, None, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
