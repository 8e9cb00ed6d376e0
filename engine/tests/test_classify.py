"""The classifier on standard input and output, as `what-matters classify` runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_it_answers_line_by_line_and_says_nothing_else(
    model: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "what_matters_engine.classify", str(model)],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )

    def ask(line: str) -> str:
        process.stdin.write(line + "\n")
        process.stdin.flush()
        return process.stdout.readline()

    first = json.loads(ask('{"text": "hello", "state": "open", "id": 7}'))
    assert (first.pop("intent"), first.pop("confidence") > 0.3) == ("greet", True)
    assert first == {"text": "hello", "state": "open", "id": 7}
    answering = json.loads(ask('{"text": "hello – zanzibar", "state": "answering"}'))
    assert answering == {
        "text": "hello – zanzibar",
        "state": "answering",
        "intent": "inform",
        "confidence": 1.0,
    }
    assert json.loads(ask('{"text": "/restart"}'))["intent"] in {"greet", "ask_privacy", "inform", "affirm"}
    rest, errors = process.communicate('{"text": zanzibar\n', timeout=60)
    assert (rest, process.returncode) == ("", 2)
    assert "zanzibar" not in errors
    assert list(tmp_path.iterdir()) == []


def test_it_wants_one_model(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "what_matters_engine.classify"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage" in done.stderr
