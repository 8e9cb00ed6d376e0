"""The trained model: which files it is made from, whether the one there is fresh, and training a new one.

A model is named after the fingerprint of all that went into it, so a fresh one is found by its name.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.launch import logfiles
from bot.launch.clock import Clock
from bot.launch.failures import telling_lines
from bot.launch.layout import Layout
from bot.launch.processes import OwnGroup
from bot.launch.screen import Screen, Waiting
from bot.launch.services import engine_environment

KEPT = 3
"""Models kept, the fresh one among them: going back and forth between two versions trains each once."""
_PAUSE = 0.2

_FILES = ("config.yml", "domain.yml", "engine/requirements.txt", "bot/encoder.py")
_FOLDERS = (
    ("data/nlu", "*.yml"),
    ("data/responses", "*.yml"),
    ("data/rules", "*.yml"),
    ("data/talk", "*.tsv"),
    ("encoder", "*.py"),
    ("engine/what_matters_engine", "*.py"),
    ("bot/understanding", "*.py"),
    ("bot/understanding", "*.yml"),
)


class TrainingError(Exception):
    """Training failed or could not start; `lines` are the last telling ones of its log."""

    def __init__(self, message: str, lines: list[str]) -> None:
        super().__init__(message)
        self.lines = lines


class StoppedError(Exception):
    """The operator asked us to stop while we were waiting."""


def fingerprint(layout: Layout) -> str:
    """64 hexadecimal digits that change whenever a file that training reads, the engine's code or the encoder does."""
    root, sums = layout.root, layout.encoder / "SHA256SUMS"
    digest = hashlib.sha256(sums.read_bytes() if sums.is_file() else b"")
    for path in sorted(_sources(root), key=lambda path: path.relative_to(root).as_posix()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def model_for(layout: Layout) -> Path:
    """Where the fresh model is, or will be once it is trained."""
    return layout.models / f"{fingerprint(layout)}.tar.gz"


def ensure_model(layout: Layout, screen: Screen, clock: Clock, stop_asked: Callable[[], bool]) -> Path:
    """The fresh model, trained now if it is not there.

    Raises TrainingError, or StoppedError once `stop_asked` says so.
    """
    layout.models.mkdir(exist_ok=True)
    model = model_for(layout)
    if not model.exists():
        with screen.waiting("Training the language model") as waiting:
            with _alone(layout, waiting, clock, stop_asked):
                if not model.exists():  # another copy may have trained it while we waited for our turn
                    _train(layout, model, waiting, clock, stop_asked)
            seconds = waiting.seconds
        screen.say(f"Training took {seconds:.0f} seconds. The model is kept for the next time.")
    os.utime(model)
    _prune(layout.models)
    return model


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / name for name in _FILES if (root / name).is_file())
    for folder, pattern in _FOLDERS:
        found = (root / folder).rglob(pattern)
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)


@contextmanager
def _alone(layout: Layout, waiting: Waiting, clock: Clock, stop_asked: Callable[[], bool]) -> Iterator[None]:
    with (layout.models / "lock").open("w") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if stop_asked():
                    raise StoppedError from None
                waiting.tick("another copy is training")
                clock.sleep(_PAUSE)
        yield


def _train(layout: Layout, model: Path, waiting: Waiting, clock: Clock, stop_asked: Callable[[], bool]) -> None:
    if not layout.engine_python.exists():
        message = "The engine's Python environment is not there. Run: make setup"
        raise TrainingError(message, [])
    log = layout.models / "training.log"
    log.unlink(missing_ok=True)
    unfinished = "unfinished"
    train = (str(layout.engine_python), "-m", "rasa", "train", "--data", "data", "--domain", "domain.yml")
    to = ("--config", "config.yml", "--out", str(layout.models), "--fixed-model-name", unfinished)
    # Validating reads every line once more, over a minute; tests/repo checks what it would check.
    process = OwnGroup(
        (*train, *to, "--skip-validation"), engine_environment(layout, os.environ), folder=layout.root, log=log
    )
    try:
        while (code := process.exit_code()) is None:
            if stop_asked():
                raise StoppedError
            waiting.tick()
            clock.sleep(_PAUSE)
    finally:
        process.end()
    made = layout.models / f"{unfinished}.tar.gz"
    if code != 0 or not made.exists():
        message = f"Training failed (exit code {code}). The whole log: {log}"
        raise TrainingError(message, telling_lines(logfiles.last_lines(log, 500)))
    made.replace(model)


def _prune(models: Path) -> None:
    by_age = sorted(models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in by_age[KEPT:]:
        old.unlink(missing_ok=True)
