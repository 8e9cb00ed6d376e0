"""`what-matters classify`: what the assistant would act on for each line of text, without a server.

The safety door runs here, as in the gateway; the engine's own command reads the rest in its own Python.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.encoder import Encoder
from bot.launch.failures import telling_lines
from bot.launch.layout import Layout
from bot.launch.processes import dies_with
from bot.launch.services import engine_environment
from bot.model.position import Expecting
from bot.model.safety import SafetyIntent
from bot.safety.judge import Judge, Where, judge_with


class LineError(Exception):
    """A line of input is not a JSON object with a text and, at most, a state we know."""


class EngineStoppedError(Exception):
    """The engine's classifier ended before it answered every line; `lines` are the last that it said."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("The engine's classifier stopped before it answered every line.")
        self.lines = lines


def classify(lines: Iterable[str], model: Path, layout: Layout) -> Iterator[str]:
    """One JSON line for each line that is not blank, answered before the next one is read.

    Raises LineError, which names the line's number and never quotes it, EngineStoppedError or EncoderError.
    """
    judge = judge_with(Encoder(layout.encoder))
    with _Engine(model, layout) as engine:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield json.dumps(_classify_one(_read(line, number), judge, engine), ensure_ascii=False)


def _classify_one(row: dict[str, Any], judge: Judge, engine: "_Engine") -> dict[str, Any]:
    state = row.get("state", Expecting.OPEN)
    verdict = judge(row["text"], Where(expecting=Expecting(state)))
    if verdict is not None and verdict.intent is not None:
        return {**row, "intent": verdict.intent.value, "confidence": 1.0, "safety": verdict.intent.value}
    found = engine.ask({"text": row["text"], "state": state})
    noticed = found["intent"] if found["intent"] in set(SafetyIntent) else None
    return {**row, "intent": found["intent"], "confidence": found["confidence"], "safety": noticed}


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        message = f'Line {number} is not a JSON object of the form {{"text": "...", "state": "open"}}.'
        raise LineError(message)
    if row.get("state", Expecting.OPEN) not in set(Expecting):
        message = f"The state in line {number} is none of: {', '.join(Expecting)}."
        raise LineError(message)
    return row


class _Engine:
    """The engine's own classifier, in its own Python, asked one line at a time."""

    def __init__(self, model: Path, layout: Layout) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed in __exit__)
        self._process = subprocess.Popen(  # noqa: S603  (our own program, no shell)
            (str(layout.engine_python), "-m", "what_matters_engine.classify", str(model)),
            cwd=layout.root,
            env=engine_environment(layout, os.environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
            preexec_fn=dies_with(os.getpid()),  # noqa: PLW1509  (no threads run here)
        )

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """What the classifier answers. Raises EngineStoppedError."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            self._said.seek(0)
            said = self._said.read().decode("utf-8", errors="replace").splitlines()
            raise EngineStoppedError(telling_lines(said))
        return dict(json.loads(answer))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        with suppress(BrokenPipeError):  # a line it never read
            self._process.__exit__(None, None, None)
        self._said.close()
