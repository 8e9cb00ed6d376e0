"""Somebody in need, as a volunteer types it with them waiting: what both stores are asked, the same each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from bot.model.directory import Entry

_FILE: Final = Path(__file__).with_name("situations.yml")
_SLIP: Final = 3
"""The letter that is left out of a name typed in a hurry."""


@checked(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class _Row:
    said: str
    district: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is typed: words, the first part of a postcode, a UK local time; all but the words may be empty."""

    said: str
    district: str
    when: str


def situations(entries: Sequence[Entry]) -> tuple[Situation, ...]:
    """Return all of them. Those that ask for a service by its name name one of `entries`, each a different one."""
    rows = TypeAdapter(tuple[_Row, ...]).validate_python(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
    offered = [entry for entry in entries if entry.phones and not entry.closed and not entry.held_back]
    found = []
    for number, row in enumerate(rows):
        entry = offered[number % len(offered)]
        slip = entry.name[:_SLIP] + entry.name[_SLIP + 1 :]
        said = row.said.format(name=entry.name, slip=slip.lower(), number=entry.phones[0].number)
        found.append(Situation(said, row.district, row.when))
    return tuple(found)
