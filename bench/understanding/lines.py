"""The lines of a run: those it is measured on, and the sample of training lines that both sides learn from."""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.errors import BenchError

SEED = 7

Examples = Mapping[str, Sequence[str]]
"""Texts by their intent."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something said while `state` held, the intent that people gave it, and the version of the set that it is from."""

    text: str
    state: str
    intent: str
    version: int = 1


def open_set(folder: Path) -> list[Line]:
    """Every line of the JSON-lines files in `folder`, `…_v2` being version 2. Raises BenchError when there is none."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        version = int(path.stem.partition("_v")[2] or 1)
        for row in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(row)
            found.append(Line(entry["text"], entry["state"], entry["intent"], version))
    if not found:
        message = f"There are no test lines in {folder}."
        raise BenchError(message)
    return found


def examples(folder: Path) -> Examples:
    """What Rasa trains on, from the files of `data/nlu`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            rows = entry.get("examples", "").splitlines()
            found[entry["intent"]] += [row.removeprefix("- ") for row in rows if row.startswith("- ")]
    return found


def sample(known: Examples, of_each: int, intents: int | None = None) -> Examples:
    """At most `of_each` lines of every intent (or of the first `intents`), the same ones on every run."""
    names = sorted(known)[:intents]
    return {
        name: random.Random(f"{SEED}{name}").sample(known[name], min(of_each, len(known[name])))  # noqa: S311  (no secret)
        for name in names
    }


def shuffled(lines: Iterable[Line]) -> list[Line]:
    """In an order that mixes the intents, the same one on every run."""
    mixed = list(lines)
    random.Random(SEED).shuffle(mixed)  # noqa: S311  (no secret)
    return mixed


def write_for_rasa(known: Examples, path: Path) -> None:
    """A training file in Rasa's own format."""
    blocks = [
        {"intent": name, "examples": "".join(f"- {text}\n" for text in texts)} for name, texts in known.items() if texts
    ]
    whole = {"version": "3.1", "nlu": blocks}
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=100_000), encoding="utf-8")
