"""Reads the lines that the encoder learns from: `data/nlu` and `data/talk`. Imported by the engine too.

A situation is never split: all its lines are learnt from, or all are held back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NLU, TALK = ROOT / "data" / "nlu", ROOT / "data" / "talk"
HOLD_BACK_EVERY = 10
"""One situation in ten of `data/talk` is never learnt from: temperatures and thresholds are chosen on those."""


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody said, the intent it was labelled with, and the situation it was said in: `file#number`."""

    text: str
    intent: str
    situation: str
    held_back: bool


def read(nlu: Path = NLU, talk: Path = TALK) -> list[Line]:
    """Every line once, in the order of the files. Raises ValueError at a line that is not `intent<TAB>text`."""
    return [*_from_nlu(nlu), *from_talk(talk)]


def _from_nlu(folder: Path) -> Iterator[Line]:
    import yaml  # noqa: PLC0415  (the engine reads these files itself)

    for path in sorted(folder.rglob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for example in entry.get("examples", "").splitlines() if "intent" in entry else ():
                if example.strip():
                    yield Line(example.strip().removeprefix("- "), entry["intent"], path.stem, held_back=False)


def from_talk(folder: Path = TALK) -> Iterator[Line]:
    """The lines of `data/talk` alone. Raises ValueError as `read` does."""
    for path in sorted(folder.glob("*.tsv")):
        situation = 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("# "):
                situation += 1
            elif line.strip():
                intent, tab, text = line.partition("\t")
                if not tab or not text.strip() or "\t" in text:
                    message = f"{path.name}, line {number}: not `intent<TAB>text`"
                    raise ValueError(message)
                held_back = situation % HOLD_BACK_EVERY == HOLD_BACK_EVERY - 1
                yield Line(text.strip(), intent, f"{path.stem}#{situation}", held_back)
