"""The invented people of people.yml, read and checked."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.teamwork import Progress

_FILE = Path(__file__).with_name("people.yml")
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_STRICT)
class Line:
    """One thing that matters, and why it does if that is said."""

    heading: Heading
    words: str
    why: str = ""


def _line(row: Any) -> Any:
    return dict(zip(("heading", "words", "why"), row, strict=False)) if isinstance(row, list) else row


Lines = tuple[Annotated[Line, BeforeValidator(_line)], ...]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Promise:
    """What the team says it will do about a line, counted from 1; `due_in` days from today, also past."""

    line: Annotated[int, Field(ge=1)]
    state: Progress
    words: str
    due_in: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Asked:
    """A question of the team, and the answer if there is one."""

    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Learnt:
    """A reflection against a success statement; `people` were there if it was made together."""

    statement: Annotated[int, Field(ge=1, le=7)]
    words: str
    together: bool = False
    people: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Invented:
    """One person: what they wrote, shared `days_ago`, and what the team did. `later` are lines of a second version."""

    called: str
    team: str
    days_ago: Annotated[int, Field(ge=1)]
    opened: bool
    lines: Lines
    door: Door = Door.ME
    later: Lines = ()
    promises: tuple[Promise, ...] = ()
    questions: tuple[Asked, ...] = ()
    reflections: tuple[Learnt, ...] = ()


@cache
def invented() -> tuple[Invented, ...]:
    """Return everybody in the file."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(tuple[Invented, ...]).validate_python(rows)
