"""From an entry to a document: each field of an entry is written, and what others put there is left alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from bot.model.directory import Entry, Hours, Phone
from bot.signposting.entries import FOR
from bot.signposting.hsds import Document, Record
from bot.signposting.vocabulary import VOCABULARIES, our_id, term, word_of

_PLAIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "name",
        "description": "description",
        "minimum_age": "minimum_age",
        "maximum_age": "maximum_age",
        "email": "email",
        "url": "url",
        "next_step": "x_next_step",
        "alert": "alert",
        "fees": "fees",
        "source": "x_source",
        "grade": "x_grade",
        "assurer_email": "assurer_email",
        "held_back": "x_held_back",
    }
)
"""Fields that are one value in the document, under this name."""


def document_of(entry: Entry, now: datetime) -> Document:
    """A new document for an entry, with ids that are the same each time."""
    organisation = {"id": our_id("organization", entry.organisation), "name": entry.organisation}
    start = {"id": entry.id, "status": "active", "last_modified": now.isoformat(), "organization": organisation}
    values = {field.name: getattr(entry, field.name) for field in fields(Entry)}
    given = {name: value for name, value in values.items() if name in EDITABLE and value not in (None, "", ())}
    document = edited(start, given)
    if entry.assured_date:
        document["assured_date"] = entry.assured_date.isoformat()
    if entry.number_wrong:
        document["x_number_wrong_since"] = now.isoformat()
    return document


def edited(document: Document, changes: Mapping[str, Any]) -> Document:
    """A copy of the document with these fields of its entry changed. Values are typed as in `Entry`."""
    changed = deepcopy(document)
    for name, value in changes.items():
        if name in _PLAIN:
            _put(changed, _PLAIN[name], value)
        else:
            _WRITERS[name](changed, value)
    if "nations" in changes or "districts" in changes:
        _write_areas(changed, changes.get("nations"), changes.get("districts"))
    return changed


def _put(document: Document, name: str, value: Any) -> None:
    document.pop(name, None)
    if value not in (None, "", ()):
        document[name] = value


def _write_who_for(document: Document, who_for: str) -> None:
    _put(document, "description", f"{FOR}{who_for}." if who_for else "")


def _write_closed(document: Document, closed: bool) -> None:
    if closed != (document["status"] != "active"):
        document["status"] = "defunct" if closed else "active"


def _write_phones(document: Document, phones: Sequence[Phone]) -> None:
    """Numbers that stay keep their row; new ones go to the first contact."""
    wanted = {(phone.number, phone.type): phone for phone in phones}
    document.pop("phones", None)
    for contact in document.get("contacts", ()):
        kept = []
        for row in contact.get("phones", ()):
            if phone := wanted.pop((row["number"], row.get("type", "voice")), None):
                _put(row, "description", phone.description)
                kept.append(row)
        _put(contact, "phones", kept)
    if wanted:
        contacts = document.setdefault("contacts", [{"id": our_id(document["id"], "contact")}])
        contacts[0].setdefault("phones", []).extend(_phone(document, phone) for phone in wanted.values())
    _put(document, "contacts", [contact for contact in document.get("contacts", ()) if contact.keys() - {"id"}])


def _phone(document: Document, phone: Phone) -> Record:
    row = {"id": our_id(document["id"], "phone", phone.number, phone.type), "number": phone.number, "type": phone.type}
    return row | ({"description": phone.description} if phone.description else {})


def _write_hours(document: Document, hours: Sequence[Hours]) -> None:
    notes = [row for row in document.get("schedules", ()) if not row.keys() - {"id", "notes"}]
    _put(document, "schedules", [*(_schedule(document, one) for one in hours), *notes])


def _schedule(document: Document, hours: Hours) -> Record:
    days = ",".join(hours.days)
    return {
        "id": our_id(document["id"], "schedule", days, hours.opens, hours.closes),
        "freq": "WEEKLY",
        "byday": days,
        "opens_at": hours.opens,
        "closes_at": hours.closes,
    }


def _write_hours_note(document: Document, note: str) -> None:
    rows = [
        {name: value for name, value in row.items() if name != "notes"}
        for row in document.get("schedules", ())
        if row.keys() - {"id", "notes"}
    ]
    said = [{"id": our_id(document["id"], "hours note"), "notes": note}] if note else []
    _put(document, "schedules", [*rows, *said])


def _write_areas(document: Document, nations: Iterable[StrEnum] | None, districts: Iterable[str] | None) -> None:
    """Districts say which nations they are in, so nations are written only where there are none."""
    before = document.get("service_areas", ())
    if districts is None:
        districts = [code for row in before if row.get("extent_type") == "postcode" for code in row["extent"].split()]
    if nations is None:
        nations = [row["extent"] for row in before if row.get("extent_type") == "nation"]
    codes = " ".join(districts)
    if codes:
        rows = [{"id": our_id(document["id"], "districts"), "extent": codes, "extent_type": "postcode"}]
    else:
        rows = [
            {"id": our_id(document["id"], nation), "name": str(nation), "extent": str(nation), "extent_type": "nation"}
            for nation in nations
        ]
    _put(document, "service_areas", rows)


def _write_languages(document: Document, languages: Sequence[str]) -> None:
    there = {row.get("name"): row for row in document.get("languages", ())}
    rows = [there.get(name) or {"id": our_id(document["id"], "language", name), "name": name} for name in languages]
    _put(document, "languages", rows)


def _write_places(document: Document, places: Sequence[str]) -> None:
    """Each address is one line: street, town, postcode."""
    rows = []
    for place in places:
        street, _, rest = place.partition(", ")
        *town, postcode = rest.split(", ")
        address = {
            "id": our_id("address", place),
            "address_1": street,
            "city": ", ".join(town),
            "postal_code": postcode,
            "country": "GB",
            "address_type": "physical",
        }
        location = {"id": our_id("location", place), "location_type": "physical", "addresses": [address]}
        rows.append({"id": our_id(document["id"], place), "location": location})
    _put(document, "service_at_locations", rows)


def _terms_writer(field: str) -> Callable[[Document, Sequence[StrEnum]], None]:
    def write(document: Document, words: Sequence[StrEnum]) -> None:
        others = [row for row in document.get("attributes", ()) if not _is_of(row, field)]
        ours = [
            {"id": our_id(document["id"], field, word), "x_position": place, "taxonomy_term": term(field, word)}
            for place, word in enumerate(words)
        ]
        _put(document, "attributes", [*ours, *others])

    return write


def _is_of(attribute: Record, field: str) -> bool:
    found = word_of(attribute.get("taxonomy_term") or {})
    return found is not None and found[0] == field


def _nothing(document: Document, value: Any) -> None:
    """Nations and districts share their rows, so both are written at the end."""


_WRITERS: Final[dict[str, Callable[[Document, Any], None]]] = {
    "who_for": _write_who_for,
    "closed": _write_closed,
    "phones": _write_phones,
    "hours": _write_hours,
    "hours_note": _write_hours_note,
    "nations": _nothing,
    "districts": _nothing,
    "languages": _write_languages,
    "places": _write_places,
    **{field: _terms_writer(field) for field in VOCABULARIES},
}
EDITABLE: Final = frozenset({*_PLAIN, *_WRITERS})
"""The fields of an entry that can be written."""
