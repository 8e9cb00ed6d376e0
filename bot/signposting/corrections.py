"""Corrections to an entry: each field read, the whole looked at, and all that is wrong said at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.model.directory import Entry
from bot.signposting.edits import edited
from bot.signposting.entries import entry_of
from bot.signposting.hsds import Document
from bot.signposting.values import FIELDS, ValueFaultError, read


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field, and how to mend it. Both are the end of a sentence, without a full stop."""

    field: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        return f"{self.field}: {self.wrong}. Mend: {self.mend}."


class CorrectionError(Exception):
    """A correction cannot be made; `faults` holds every field at fault."""

    def __init__(self, faults: tuple[FieldFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def corrected(document: Document, changes: Mapping[str, Any]) -> Document:
    """The document with these fields of its entry changed. Raises CorrectionError with every fault."""
    values, faults = read_fields(changes)
    if not faults:
        document = edited(document, values)
        faults = list(whole_faults(entry_of(document), values))
    if faults:
        raise CorrectionError(tuple(faults))
    return document


def read_fields(changes: Mapping[str, Any]) -> tuple[dict[str, Any], list[FieldFault]]:
    """Read each field; return those that can be used, and a fault for each of the others."""
    values: dict[str, Any] = {}
    faults: list[FieldFault] = []
    for field, value in changes.items():
        if field not in FIELDS:
            faults.append(FieldFault(field, "it is no field that can be corrected", "leave it out"))
            continue
        try:
            values[field] = read(field, value)
        except ValueFaultError as error:
            faults.append(FieldFault(field, error.wrong, error.mend))
    return values, faults


def whole_faults(entry: Entry, given: Mapping[str, Any]) -> Iterator[FieldFault]:
    """What is wrong with an entry as a whole. `given` are the fields just written."""
    shown = not entry.closed and not entry.held_back
    if shown and not (entry.phones or entry.email or entry.url or entry.places):
        yield FieldFault("phones", "there is no way left to reach it", "give a number, an email or a web address")
    if entry.minimum_age is not None and entry.maximum_age is not None and entry.minimum_age > entry.maximum_age:
        yield FieldFault("maximum_age", "it is below the youngest age", "swap the two ages, or leave one empty")
    wanted = set(given.get("nations", ()))
    if wanted and entry.districts and wanted != set(entry.nations):
        where = ", ".join(entry.nations)
        yield FieldFault("nations", f"its districts are in {where}", "choose that, or take out the districts")
