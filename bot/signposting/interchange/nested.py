"""Documents as they were read, with the place that each record in them came from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.signposting.hsds import MANY, ONE, Document, Record
from bot.signposting.interchange.report import Fault, Place


@dataclass(slots=True)
class Gathered:
    """Services as documents, what was wrong while reading them, and what has no place here, in words."""

    documents: list[Document] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    _places: dict[int, Place] = field(default_factory=dict)

    def put_at(self, record: Record, place: Place) -> None:
        """Remember where a record came from."""
        self._places[id(record)] = place

    def place_of(self, record: Any, parent: Place, more: str) -> Place:
        """Where a record came from; what was nested is found inside its parent."""
        return self._places.get(id(record)) or parent.below(more)


def children(name: str, record: Record) -> Iterator[tuple[str, str, Any]]:
    """Everything nested in a record: the key, the table and the value, one for each item of a list."""
    for key, child in ONE.get(name, {}).items():
        if record.get(key) is not None:
            yield key, child, record[key]
    for key, child in MANY.get(name, {}).items():
        items = record.get(key)
        for item in items if isinstance(items, list) else ():
            yield key, child, item
