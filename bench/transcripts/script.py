"""What a person says in one conversation, as its file in `scripts/` tells it.

Each line of `says` is words that are typed, or one of: `press` (the start of a button's title), `after` (time that
goes by, such as "4 days"), and `opened_by` (somebody opens the last link with its PIN).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "scripts"
_UNITS = ("minutes", "hours", "days", "weeks")


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that are typed."""

    words: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, by the start of its title."""

    title: str


@dataclass(frozen=True, slots=True)
class TimeGoesBy:
    """A pause, and how it is told."""

    long: timedelta
    told: str


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody opens what was shared with them last."""

    by: str


Step = Typed | Pressed | TimeGoesBy | Opened


@dataclass(frozen=True, slots=True)
class Script:
    """One conversation. `name` is that of its file, without the ending."""

    name: str
    title: str
    about: str
    begins: datetime
    """By the clock of the United Kingdom in winter, which is UTC."""
    steps: tuple[Step, ...]

    @property
    def spoken(self) -> tuple[str, ...]:
        """What the person types and presses, in order."""
        return tuple(
            step.words if isinstance(step, Typed) else step.title
            for step in self.steps
            if isinstance(step, Typed | Pressed)
        )


def scripts() -> list[Script]:
    """Every script, in the order of their names."""
    return [_read(path) for path in sorted(FOLDER.glob("*.yml"))]


def _read(path: Path) -> Script:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = tuple(read_step(one) for one in data["says"])
    return Script(path.stem, data["title"], " ".join(data["about"].split()), data["begins"], steps)


def read_step(one: Any) -> Step:
    """Return what one line of `says` means. Raises TypeError or ValueError when it is none of them."""
    if isinstance(one, str):
        return Typed(one.rstrip("\n"))
    if not isinstance(one, dict):
        raise TypeError(f"{one!r} needs quotation marks, to be words and not a number or a truth")
    ((kind, value),) = one.items()
    if kind == "press":
        return Pressed(value)
    if kind == "opened_by":
        return Opened(value)
    if kind == "after":
        number, unit = value.split()
        unit += "" if unit.endswith("s") else "s"
        if unit in _UNITS:
            return TimeGoesBy(timedelta(**{unit: int(number)}), value)
    raise ValueError(f"a script cannot say {one!r}")
