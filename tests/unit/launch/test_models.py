"""Which files a model is made from, and that it is trained only when one of them changed."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.launch import models
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.models import StoppedError, TrainingError, ensure_model, fingerprint, model_for
from tests.unit.launch.fakes import FakeClock, plain_screen

SOURCES = (
    "config.yml",
    "domain.yml",
    "data/nlu/plan.yml",
    "data/rules/plan.yml",
    "data/responses/plan.yml",
    "engine/requirements.txt",
    "engine/what_matters_engine/channel.py",
    "bot/understanding/context.py",
)

ENGINE = """#!{python}
import pathlib, sys
arguments = dict(zip(sys.argv[4::2], sys.argv[5::2]))
with open("trained.txt", "a") as log:
    log.write("trained\\n")
{behaviour}
"""
MAKES_A_MODEL = 'pathlib.Path(arguments["--out"], arguments["--fixed-model-name"] + ".tar.gz").touch()'


@pytest.fixture
def layout(tmp_path):
    for name in SOURCES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"# {name}")
    engine(tmp_path, MAKES_A_MODEL)
    return Layout(tmp_path)


def engine(root: Path, behaviour: str) -> None:
    """Puts a program where the engine's Python is, which does `behaviour` when told to train."""
    python = root / "engine" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text(ENGINE.format(python=sys.executable, behaviour=behaviour))
    python.chmod(0o755)


def ensure(layout, stop_asked=lambda: False):
    screen, written = plain_screen(SystemClock())
    return ensure_model(layout, screen, SystemClock(), stop_asked), written.getvalue()


def trainings(layout) -> int:
    log = layout.root / "trained.txt"
    return len(log.read_text().splitlines()) if log.exists() else 0


@pytest.mark.parametrize("name", SOURCES)
def test_each_source_counts(layout, name):
    before = fingerprint(layout)
    (layout.root / name).write_text("changed")
    assert fingerprint(layout) != before


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "bot/understanding/__pycache__/context.pyc",
        "bot/stages/plan.py",
        "data/information/planning/cpr.yml",
    ],
)
def test_other_files_do_not(layout, name):
    before = fingerprint(layout)
    (layout.root / name).parent.mkdir(parents=True, exist_ok=True)
    (layout.root / name).write_text("new")
    assert fingerprint(layout) == before


def test_a_new_name_and_a_missing_file_count(layout):
    before = fingerprint(layout)
    (layout.root / "data/nlu/plan.yml").rename(layout.root / "data/nlu/focus.yml")
    renamed = fingerprint(layout)
    (layout.root / "data/nlu/focus.yml").unlink()
    assert len({before, renamed, fingerprint(layout)}) == 3


def test_trains_once_for_the_same_files(layout):
    model, said = ensure(layout)
    assert model == model_for(layout)
    assert model.exists()
    assert "Training the language model ..." in said
    assert ensure(layout) == (model, "")
    assert trainings(layout) == 1


def test_going_back_to_files_it_knows_does_not_train_again(layout):
    domain = layout.root / "domain.yml"
    first, _ = ensure(layout)
    before = domain.read_text()
    domain.write_text("changed")
    second, _ = ensure(layout)
    domain.write_text(before)
    assert ensure(layout)[0] == first != second
    assert trainings(layout) == 2


def test_only_the_latest_are_kept(layout):
    layout.models.mkdir()
    for number in range(5):
        old = layout.models / f"{number}.tar.gz"
        old.touch()
        os.utime(old, (number, number))
    model, _ = ensure(layout)
    kept = {path.name for path in layout.models.glob("*.tar.gz")}
    assert kept == {model.name, "4.tar.gz", "3.tar.gz"}


def test_a_failure_shows_the_last_telling_lines_and_leaves_no_model(layout):
    engine(
        layout.root,
        "print('Epochs: 100%|####| 3/3')\nprint('data/rules/plan.yml: rule \"x\" contradicts rule \"y\"')\nsys.exit(1)",
    )
    with pytest.raises(TrainingError) as raised:
        ensure(layout)
    assert raised.value.lines == ['data/rules/plan.yml: rule "x" contradicts rule "y"']
    assert "exit code 1" in str(raised.value)
    assert list(layout.models.glob("*.tar.gz")) == []


def test_a_success_without_a_model_is_a_failure(layout):
    engine(layout.root, "")
    with pytest.raises(TrainingError):
        ensure(layout)


def test_a_missing_engine_says_what_to_run(layout):
    layout.engine_python.unlink()
    with pytest.raises(TrainingError, match="make setup"):
        ensure(layout)


def test_asked_to_stop_it_stops_training(layout):
    engine(layout.root, "import time; time.sleep(600)")
    with pytest.raises(StoppedError):
        ensure(layout, stop_asked=lambda: trainings(layout) == 1)


def test_waits_while_another_copy_trains_and_then_uses_its_model(layout, monkeypatch):
    layout.models.mkdir()
    clock = FakeClock()
    screen, written = plain_screen(clock)
    with (layout.models / "lock").open("w") as other:
        models.fcntl.flock(other, models.fcntl.LOCK_EX)

        def other_is_done_after_15_seconds():
            if clock.time >= 1015:
                model_for(layout).touch()
                other.close()

        clock.on_sleep.append(other_is_done_after_15_seconds)
        model = ensure_model(layout, screen, clock, lambda: False)
    assert model.exists()
    assert trainings(layout) == 0
    assert "Training the language model (another copy is training): 10 seconds so far" in written.getvalue()


def test_another_encoder_needs_another_model(layout, tmp_path):
    before = fingerprint(layout)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "SHA256SUMS").write_text("0" * 64 + "  encoder.onnx\n")
    assert fingerprint(replace(layout, encoder=tmp_path / "other")) != before
