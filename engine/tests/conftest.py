"""A toy assistant, trained once, and the real engine running it with our own endpoints and credentials."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Before anything imports numpy or Rasa.
os.environ.update(
    {
        "RASA_TELEMETRY_ENABLED": "false",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
)

import pytest
import requests
from rasa.model_training import train

from toy_actions import ToyActions

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent.parent
SECRET = "made-up-for-tests"
TURN_SECONDS = 2.0


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the toy project, so that training leaves nothing in the repository."""
    return Path(shutil.copytree(TESTS / "fixtures" / "project", tmp_path_factory.mktemp("toy") / "project"))


@pytest.fixture(scope="session")
def model(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy project's model, trained as `rasa train` does."""
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.chdir(project)
        return Path(
            train("domain.yml", "config.yml", "data", "models", fixed_model_name="toy").model
        ).absolute()


@pytest.fixture(scope="session")
def environment(project: Path) -> dict[str, str]:
    """The variables that the engine's processes run with, without addresses."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("WHATMATTERS_")},
        "PYTHONPATH": os.pathsep.join((str(project), str(REPOSITORY / "engine"), str(REPOSITORY))),
        "PYTHONUNBUFFERED": "1",
        "WHATMATTERS_ENGINE_SECRET": SECRET,
        "WHATMATTERS_TURN_SECONDS": str(TURN_SECONDS),
    }


@pytest.fixture(scope="session")
def actions() -> Iterator[ToyActions]:
    """The toy action server."""
    with ToyActions(SECRET) as running:
        yield running


@dataclass
class Engine:
    """A running engine: its address, its log (all it prints), its home folder and its dialogue database."""

    address: str
    database: Path
    folder: Path
    log: list[str] = field(default_factory=list)
    files_at_start: frozenset[Path] = frozenset()

    def files(self) -> frozenset[Path]:
        """All files in its home now, temporary ones too."""
        return frozenset(file for file in self.folder.rglob("*") if file.is_file())

    def request(self, method: str, path: str, body: Any = None, secret: str = SECRET) -> requests.Response:
        headers = {"Authorization": f"Bearer {secret}"}
        return requests.request(method, f"{self.address}/{path}", json=body, headers=headers, timeout=30)

    def turn(self, conversation: str, text: str | None = None, **more: Any) -> dict[str, Any]:
        words = {} if text is None else {"text": text}
        body = {"conversation": conversation, "turn": "t1", "state": "open", **words, **more}
        answer = self.request("POST", "turns", body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def row(self, conversation: str) -> tuple[Any, ...] | None:
        """What is kept of a conversation: (id, slots, latest action, paused)."""
        rows = self.sql("select * from dialogue where conversation = ?", conversation)
        return rows[0] if rows else None

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run a statement on the dialogue database behind the engine's back."""
        connection = sqlite3.connect(self.database)
        try:
            with connection:
                return connection.execute(statement, values).fetchall()
        finally:
            connection.close()


def free_port() -> int:
    """A port of loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_command(model: Path, port: int, endpoints: Path = REPOSITORY / "endpoints.yml") -> list[str]:
    """The command that starts the engine, as in engine/README.md."""
    rasa = [sys.executable, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port)]
    files = ["--endpoints", str(endpoints), "--credentials", str(REPOSITORY / "credentials.yml")]
    return [*rasa, "--model", str(model), *files]


@pytest.fixture(scope="session")
def mistyped_start(
    model: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[subprocess.Popen[str]]:
    """An engine on its way up with a tracker store that does not exist; `stdout` is a file to rewind."""
    folder = tmp_path_factory.mktemp("mistyped")
    mistyped = folder / "endpoints.yml"
    mistyped.write_text((REPOSITORY / "endpoints.yml").read_text().replace("WordFree", "WordFul"))
    addresses = {
        "WHATMATTERS_ACTIONS_URL": "http://127.0.0.1:9/webhook",
        "WHATMATTERS_DIALOGUE_URL": f"sqlite:///{folder}/dialogue.sqlite",
    }
    with (folder / "engine.log").open("w+") as log:
        process = subprocess.Popen(
            run_command(model, free_port(), mistyped),
            cwd=folder,
            env={**environment, **addresses},
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
        process.stdout = log
        yield process
        process.kill()
        process.wait(30)


@pytest.fixture(scope="session")
def engine(
    model: Path,
    actions: ToyActions,
    environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
    mistyped_start: object,
) -> Iterator[Engine]:
    """The real engine on loopback, ready. It starts beside the mistyped one, which saves ten seconds."""
    folder = tmp_path_factory.mktemp("engine")
    port = free_port()
    running = Engine(f"http://127.0.0.1:{port}/webhooks/what_matters", folder / "dialogue.sqlite", folder)
    temporary = folder / "tmp"
    temporary.mkdir()
    addresses = {
        "WHATMATTERS_ACTIONS_URL": actions.url,
        "WHATMATTERS_DIALOGUE_URL": f"sqlite:///{running.database}",
        "HOME": str(folder),
        "TMPDIR": str(temporary),
    }
    process = subprocess.Popen(
        run_command(model, port),
        cwd=folder,
        env={**environment, **addresses},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    ready = threading.Event()

    def read_log() -> None:
        for line in process.stdout:
            running.log.append(line)
            if "the engine is ready" in line:
                ready.set()
        ready.set()

    reader = threading.Thread(target=read_log, daemon=True)
    reader.start()
    try:
        assert ready.wait(120), "".join(running.log)
        assert process.poll() is None, "".join(running.log)
        running.files_at_start = running.files()
        yield running
    finally:
        process.terminate()
        process.wait(30)
        reader.join(30)
        process.stdout.close()
