"""The models of a run: both pipelines on the same sample, and ours on everything it has."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from bench import parts
from bench.parts import Cost, Kind
from bench.understanding.lines import Examples, write_for_rasa
from bot.launch.clock import Clock
from bot.launch.layout import Layout
from bot.launch.screen import Screen

_MOST_SECONDS = 6 * 3600.0
"""DIET takes about an hour for three thousand lines of seventy intents on one quiet core."""
_CONTEXT = "what_matters_engine.context.ContextClassifier"


@dataclass(frozen=True)
class Model:
    """A trained one, what training it cost, and the environment to load it in."""

    path: Path
    cost: Cost
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Trainer:
    """Trains in throw-away folders inside `folder`, from nothing each time."""

    layout: Layout
    folder: Path
    screen: Screen
    clock: Clock

    def whole(self) -> Model:
        """Ours as `what-matters train` makes it, from every line of data/nlu and the rules."""
        return self._train(replace(parts.ours(self.layout, self._inside("whole")), name="ours on all its lines"))

    def ours(self, known: Examples, config: Path) -> Model:
        """Our pipeline, on these lines alone."""
        folder = self._inside("ours")
        kind = replace(parts.ours(self.layout, folder), name="ours on the sample")
        return self._train(self._on(kind, known, _without_importers(config, folder / "sample_config.yml"), folder))

    def stock(self, known: Examples) -> Model:
        """The pipeline that `rasa init` lays out, on these lines alone. Raises BenchError."""
        folder = self._inside("stock")
        kind = replace(parts.stock(self.layout, folder), name="stock on the sample")
        return self._train(self._on(kind, known, kind.folder / "config.yml", folder))

    def _on(self, kind: Kind, known: Examples, config: Path, folder: Path) -> Kind:
        lines = folder / "sample.yml"
        write_for_rasa(known, lines)
        rasa = (str(self.layout.engine_python), "-m", "rasa", "train", "nlu")
        files = ("--nlu", str(lines), "--config", str(config))
        return replace(kind, train=(*rasa, *files, "--out", str(folder), "--fixed-model-name", kind.model.stem[:-4]))

    def _train(self, kind: Kind) -> Model:
        cost = parts.train(kind, self.screen, self.clock, _MOST_SECONDS)
        self.screen.say(f"Training {kind.name} took {cost.wall:.0f} seconds.")
        return Model(kind.model, cost, kind.environment)

    def _inside(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir()
        return folder


def without_context(config: Path, to: Path) -> Path:
    """Our configuration without the step that knows this project's own intents, written to `to`."""
    ours = yaml.safe_load(config.read_text(encoding="utf-8"))
    return _written({**ours, "pipeline": [step for step in ours["pipeline"] if step["name"] != _CONTEXT]}, to)


def _without_importers(config: Path, to: Path) -> Path:
    """Ours reads data/talk besides what it is given; a sample is to be the only thing that either side learns from."""
    ours = yaml.safe_load(config.read_text(encoding="utf-8"))
    return _written({name: value for name, value in ours.items() if name != "importers"}, to)


def _written(config: dict[str, Any], to: Path) -> Path:
    to.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return to
