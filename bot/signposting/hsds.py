"""The shape of the directory in HSDS 3, UK profile: which tables there are, their fields, and how they hang together.

A record is one row as a file holds it: the standard's names, dates as text, fields of our own under `x_`, and whatever
else somebody put there. A document is a service as a record, with all that belongs to it nested inside.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

Record = dict[str, Any]
Document = dict[str, Any]

_FILE = Path(__file__).with_name("hsds.yml")


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    ID = "id"
    EMAIL = "email"
    URL = "url"
    PHONE = "phone"
    POSTCODE = "postcode"
    DATE = "date"
    MOMENT = "moment"
    TIME = "time"
    AGE = "age"
    WHOLE = "whole"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in files, what it holds, the column it is kept in, and the words it is limited to."""

    name: str
    kind: Kind
    column: str
    required: bool
    longest: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One table. `file` is its name in a CSV package, without the ending; `links` are columns that point elsewhere."""

    name: str
    file: str
    fields: tuple[Field, ...]
    links: tuple[str, ...]


def _field(name: str, said: Mapping[str, Any]) -> Field:
    return Field(
        name=name,
        kind=Kind(said.get("kind", "text")),
        column=said.get("column", name),
        required=said.get("required", False),
        longest=said.get("longest", 4000),
        words=tuple(said.get("words", ())),
    )


def _shapes() -> dict[str, Shape]:
    tables = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        name: Shape(
            name, said["file"], tuple(_field(*field) for field in said["fields"].items()), tuple(said.get("links", ()))
        )
        for name, said in tables.items()
    }


SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(_shapes())
"""Every table by its name, those that others point to first."""

MANY: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "service": {
            "contacts": "contact",
            "schedules": "schedule",
            "service_areas": "service_area",
            "service_at_locations": "service_at_location",
            "languages": "language",
            "attributes": "attribute",
        },
        "contact": {"phones": "phone"},
        "location": {"addresses": "address"},
    }
)
"""What is nested in a record as a list, and the table of it."""

ONE: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "service": {"organization": "organization"},
        "service_at_location": {"location": "location"},
        "attribute": {"taxonomy_term": "taxonomy_term"},
        "taxonomy_term": {"taxonomy_detail": "taxonomy"},
    }
)
"""What is nested in a record by itself; several records may hold the same one."""

SHARED: Final = frozenset(child for nested in ONE.values() for child in nested.values())
"""Tables of which one row may belong to several services."""


def links_below(parent: str, parent_id: str, child: str) -> dict[str, str]:
    """The columns that tie a nested row to the one it is nested in."""
    if child == "attribute":
        return {"link_id": parent_id, "link_entity": parent}
    return {f"{parent}_id": parent_id}
