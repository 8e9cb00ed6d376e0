"""`what-matters classify`: what the assistant would act on for each line of text, without a server.

The safety door runs here, as in the gateway; the engine's own command reads the rest in its own Python.
"""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from bot.launch.layout import Layout
from bot.launch.processes import dies_with
from bot.launch.services import engine_environment
from bot.safety.screen import screen

_STATES = ("open", "answering", "choosing")


class LineError(Exception):
    """A line of input is not a JSON object with a text and, at most, a state we know."""


class EngineStoppedError(Exception):
    """The engine's classifier ended before it answered every line; its own words went to standard error."""


def classify(lines: Iterable[str], model: Path, layout: Layout) -> Iterator[str]:
    """One JSON line for each line that is not blank, answered before the next one is read.

    Raises LineError, which names the line's number and never quotes it, or EngineStoppedError.
    """
    with _engine(model, layout) as (questions, answers):
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield json.dumps(_classify_one(_read(line, number), questions, answers), ensure_ascii=False)


def _classify_one(row: dict[str, Any], questions: IO[str], answers: IO[str]) -> dict[str, Any]:
    verdict = screen(row["text"])
    if verdict is not None and verdict.intent is not None:
        return {**row, "intent": verdict.intent.value, "confidence": 1.0, "safety": verdict.intent.value}
    question = {"text": row["text"], "state": row.get("state", "open")}
    try:
        questions.write(json.dumps(question) + "\n")
        questions.flush()
        answer = answers.readline()
    except BrokenPipeError:
        answer = ""
    if not answer:
        message = "The engine's classifier stopped. What it said is above."
        raise EngineStoppedError(message)
    found = json.loads(answer)
    return {**row, "intent": found["intent"], "confidence": found["confidence"], "safety": None}


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        message = f'Line {number} is not a JSON object of the form {{"text": "...", "state": "open"}}.'
        raise LineError(message)
    if row.get("state", "open") not in _STATES:
        message = f"The state in line {number} is none of: {', '.join(_STATES)}."
        raise LineError(message)
    return row


@contextmanager
def _engine(model: Path, layout: Layout) -> Iterator[tuple[IO[str], IO[str]]]:
    with subprocess.Popen(  # noqa: S603  (our own program, no shell)
        (str(layout.engine_python), "-m", "what_matters_engine.classify", str(model)),
        cwd=layout.root,
        env=engine_environment(layout, os.environ) | {"PYTHONWARNINGS": "ignore"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=dies_with(os.getpid()),  # noqa: PLW1509  (no threads run here)
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdin, process.stdout
        finally:
            process.kill()
