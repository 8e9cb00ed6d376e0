"""The built-in list of support services: reads it, refuses a faulty row, and picks the best few for a need.

It stands apart from the record store because it is public, read once, and the same for everyone.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final

import yaml
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

_BUILT_IN = Path(__file__).with_name("services.yml")

_Text = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")]


class DirectoryError(Exception):
    """The list cannot be used. The message names each row and field at fault, and how to mend it."""


class Need(StrEnum):
    """What a service can help with."""

    AFTER_DEATH = "after_death"
    ANTICIPATORY_GRIEF = "anticipatory_grief"
    BABY_LOSS = "baby_loss"
    BEREAVED_CHILD = "bereaved_child"
    BEREAVED_PARENT = "bereaved_parent"
    BEREAVED_PARTNER = "bereaved_partner"
    BEREAVED_SUDDEN = "bereaved_sudden"
    BEREAVED_SUICIDE = "bereaved_suicide"
    BEREAVEMENT = "bereavement"
    CARERS = "carers"
    CRISIS = "crisis"
    END_OF_LIFE = "end_of_life"
    FAITH = "faith"
    LGBT = "lgbt"
    LOCAL_SUPPORT = "local_support"
    MILITARY = "military"
    MONEY = "money"
    OLDER_PEOPLE = "older_people"
    PLANNING = "planning"
    VOLUNTEERING = "volunteering"


class Area(StrEnum):
    """Where a service helps, or where a person is."""

    UK = "uk"
    ENGLAND = "england"
    DORSET = "dorset"


class Grade(StrEnum):
    """How good the source of an entry is: A, checked or official in 2026; B, older or second-hand."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Service:
    """One place to turn to.

    `who_for` reads on after "for"; `hours` are whole sentences, empty if not known. `assured_date` is the
    day a person last checked the entry, None if nobody has. There is always one of phone, text_or_email, url.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: _Text
    who_for: _Text
    needs: Annotated[tuple[Need, ...], Field(min_length=1)]
    area: Area
    grade: Grade
    phone: Annotated[str, Field(pattern=r"^[0-9]+( [0-9]+)*$")] | None = None
    text_or_email: _Text | None = None
    url: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None
    hours: str = ""
    assured_date: date | None = None

    def __post_init__(self) -> None:
        """Refuse an entry that nobody could reach."""
        if not self.contact:
            raise ValueError("there is no way to reach it")

    @property
    def contact(self) -> str:
        """Every way to reach it by phone, text or email, in one line; the web address where there is no other."""
        return ", ".join(way for way in (self.phone, self.text_or_email) if way) or self.url or ""


NEED_OF_INTENT: Final[Mapping[str, Need | None]] = MappingProxyType(
    {
        "find_support": Need.LOCAL_SUPPORT,
        "volunteer_help": Need.VOLUNTEERING,
        "bereavement_support": Need.BEREAVEMENT,
        "bereaved_child": Need.BEREAVED_CHILD,
        "bereaved_suicide": Need.BEREAVED_SUICIDE,
        "bereaved_sudden": Need.BEREAVED_SUDDEN,
        "baby_loss": Need.BABY_LOSS,
        "anticipatory_grief": Need.ANTICIPATORY_GRIEF,
        "report_directory_error": None,
        "grieving": Need.BEREAVEMENT,
        "helping": Need.VOLUNTEERING,
    }
)
"""What to look up for a signposting intent, and for the doors grieving and helping. None: nothing to do."""

_REACHING: Final[Mapping[Area, frozenset[Area]]] = MappingProxyType(
    {
        Area.UK: frozenset({Area.UK}),
        Area.ENGLAND: frozenset({Area.UK, Area.ENGLAND}),
        Area.DORSET: frozenset(Area),
    }
)

_MENDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "id": "small letters and digits joined by -, such as age-uk",
        "needs": "a list, best fitting first, of: " + ", ".join(Need),
        "area": "one of: " + ", ".join(Area),
        "grade": "A or B; leave out what has no good source",
        "phone": 'digits and spaces in quotes, such as "116 123", or null',
        "hours": 'whole sentences, such as "Day and night.", or "" if not known',
        "url": "a whole address that starts with https://, or null",
        "assured_date": "the day a person checked the entry, such as 2026-11-21, or null",
        "contact": "give at least one of phone, text_or_email and url",
    }
)

_LIKE_OTHERS = "write it as in the rows around it"


def load(path: Path) -> tuple[Service, ...]:
    """Read a list of services in the order of the file. Raises DirectoryError with every fault in it."""
    rows = _rows(path)
    adapter = TypeAdapter(Service)
    services: dict[str, Service] = {}
    faults: list[str] = []
    for number, row in enumerate(rows, start=1):
        try:
            service = adapter.validate_python(row)
        except ValidationError as error:
            faults += _explain(path, number, row, error)
            continue
        if service.id in services:
            faults.append(f"{path.name}, row {number} ({service.id}), id: used before. Mend: give it its own.")
        services[service.id] = service
    if faults:
        raise DirectoryError("\n".join(faults))
    return tuple(services.values())


@cache
def services() -> tuple[Service, ...]:
    """The built-in list, read on the first call."""
    return load(_BUILT_IN)


def find(need: str, limit: int = 3, area: Area = Area.ENGLAND) -> tuple[Service, ...]:
    """Return at most `limit` services for a need, best first, that reach a person in this area.

    Local ones come first where the area is local, then those that put this need highest, then the better
    source. A need that nobody serves, or that is unknown, gives none.
    """
    fitting = [service for service in services() if need in service.needs and service.area in _REACHING[area]]
    fitting.sort(key=lambda s: (s.area is not Area.DORSET, s.needs.index(Need(need)), s.grade))
    return tuple(fitting[:limit])


def _rows(path: Path) -> list[Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise DirectoryError(f"{path.name} is not YAML: {error}") from error
    rows = content.get("services") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise DirectoryError(f"{path.name}: Mend: put the rows in a list under `services:`.")
    return rows


def _explain(path: Path, number: int, row: object, error: ValidationError) -> list[str]:
    name = row.get("id", "no id") if isinstance(row, dict) else "not a row of fields"
    said: dict[str, str] = {}
    for fault in error.errors():
        said.setdefault(str(fault["loc"][0]) if fault["loc"] else "contact", fault["msg"])
    return [
        f"{path.name}, row {number} ({name}), {field}: {message}. Mend: {_MENDS.get(field, _LIKE_OTHERS)}."
        for field, message in said.items()
    ]
