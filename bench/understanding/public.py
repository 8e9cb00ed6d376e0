"""A public set that nobody here wrote: train.csv and test.csv, each with the columns text and label."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.errors import BenchError
from bench.report import number, padded
from bench.understanding.lines import Examples, sample
from bench.understanding.parser import Parsed, Parser
from bench.understanding.scores import by_intent, macro_f1
from bench.understanding.shares import share
from bench.understanding.tables import in_percent
from bench.understanding.training import Model, Trainer, without_context
from bot.launch.layout import Layout
from bot.launch.screen import Screen
from bot.understanding.kinds import FALLBACK
from bot.understanding.likely import LEAST_OPEN

_MARKUP = str.maketrans("[]{}", "()()")
"""Rasa would read entities into these."""


def measure(folder: Path, of_each: int, layout: Layout, trainer: Trainer, screen: Screen) -> list[str]:
    """Our encoder and head beside stock, both on `of_each` lines a label; a table. Raises BenchError."""
    known = sample(_read(folder / "train.csv"), of_each)
    asked = [(text, label) for label, texts in _read(folder / "test.csv").items() for text in texts]
    config = without_context(layout.root / "config.yml", trainer.folder / "config.yml")
    models = trainer.ours(known, config), trainer.stock(known)
    ours, stock = (_ask(model, asked, layout, screen) for model in models)
    labels = [label for _, label in asked]
    tops = [list(zip(labels, (each.top for each in side), strict=True)) for side in (ours, stock)]
    f1 = [macro_f1(by_intent(pairs)) for pairs in tops]
    kept = (
        [each.intent == label and each.confidence >= LEAST_OPEN for each, label in zip(ours, labels, strict=True)],
        [each.intent == label != FALLBACK for each, label in zip(stock, labels, strict=True)],
    )
    return padded(
        [
            (f"{folder.name}, {of_each} lines a label, {len(known)} labels", "ours", "stock"),
            ("accuracy, likeliest label", *(in_percent(share(is_ == took for is_, took in pairs)) for pairs in tops)),
            ("the same, after each side's own fallback", *(in_percent(share(side)) for side in kept)),
            ("macro-F1, likeliest label", *map(number, f1)),
            ("training, by the clock", *(f"{model.cost.wall:.0f} s" for model in models)),
        ]
    )


def _ask(model: Model, asked: Sequence[tuple[str, str]], layout: Layout, screen: Screen) -> list[Parsed]:
    found: list[Parsed] = []
    log = model.path.with_name("parser.log")
    with screen.waiting("Asking") as waiting, Parser(model.path, model.environment, layout, log) as parser:
        for text, _ in asked:
            found.append(parser.parse(text))
            waiting.tick(f"{len(found):,} of {len(asked):,} lines")
    return found


def _read(path: Path) -> Examples:
    """Labels are made fit for Rasa, for which a slash means something."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found[row["label"].strip().replace("/", "_")].append(" ".join(row["text"].translate(_MARKUP).split()))
    except (OSError, KeyError) as error:
        message = f"{path} is not a table with the columns text and label."
        raise BenchError(message) from error
    return found
