"""One conversation as a file tells it: what somebody types and presses, and what must come of it.

The lines of `says` are those of `bench/transcripts/script.py`. Between them stand expectations, of what came last:
`hears` and `hears_not` (words, or the name of a response), `hears_any` (at least one of them), `offered` (a button),
`asked` and `asked_not` (the question that is open, by its name in bot.model.position), `writes` and `writes_not`
(words in a line of the draft), `holds` and `holds_not` (words anywhere in what is held unsaved), `keeps` (words in
what was kept with a yes; an empty list where nothing may be kept).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.transcripts.script import Step, read_step

FOLDER = Path(__file__).parent
EXPECTATIONS = frozenset(
    {
        "hears", "hears_not", "hears_any", "offered", "asked", "asked_not",
        "writes", "writes_not", "holds", "holds_not", "keeps",
    }
)  # fmt: skip
_FIELDS = {"who", "awkward", "known_wrong", "says"}


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be so after the step before it. `kind` is one of EXPECTATIONS."""

    kind: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """One script. `known_wrong` says why it fails today; then it has to fail."""

    kind: str
    name: str
    who: str
    awkward: bool
    known_wrong: str
    steps: tuple[Step | Expected, ...]


def conversations() -> list[Conversation]:
    """Every conversation, by kind and name."""
    return [read(path) for path in sorted(FOLDER.glob("*/*.yml"))]


def read(path: Path) -> Conversation:
    """Return the conversation of a file. Raises ValueError when something in it is not known."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if unknown := set(data) - _FIELDS:
        raise ValueError(f"{path}: {unknown}")
    return Conversation(
        kind=path.parent.name,
        name=f"{path.parent.name}/{path.stem}",
        who=data["who"],
        awkward=data.get("awkward", False),
        known_wrong=data.get("known_wrong", ""),
        steps=tuple(_read_line(line) for line in data["says"]),
    )


def _read_line(line: Any) -> Step | Expected:
    if isinstance(line, dict) and set(line) <= EXPECTATIONS:
        ((kind, value),) = line.items()
        wanted = tuple(value) if isinstance(value, list) else (value,)
        if not all(isinstance(one, str) for one in wanted):
            raise TypeError(f"{wanted} needs quotation marks, to be words and not numbers or truths")
        return Expected(kind, wanted)
    return read_step(line)
