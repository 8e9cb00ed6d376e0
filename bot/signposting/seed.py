"""The services a new store begins with: reads the files in seed/, and brings the store up to date with them.

What a person or an import has changed is left alone. What is no longer in the files stays, and the log names it.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.directory import Entry
from bot.signposting.changes import ANYONE, SEED, start_change
from bot.signposting.corrections import FieldFault, read_fields, whole_faults
from bot.signposting.directory import put
from bot.signposting.documents import pull, push_terms
from bot.signposting.edits import document_of
from bot.signposting.entries import entry_of
from bot.signposting.vocabulary import every_term, our_id
from bot.store.tables.directory import ServiceChangeRow
from bot.store.transaction import OpenTransaction

log = logging.getLogger(__name__)

FOLDER: Final = Path(__file__).parent / "seed"
_NOT_SEEDED: Final = {"id", "assured_date", "assurer_email", "number_wrong", "description"}
_NEEDED: Final = ("name", "who_for", "needs", "source", "grade")
_FIELDS: Final = {field.name for field in fields(Entry)} - _NOT_SEEDED


class SeedError(Exception):
    """The files cannot be used. The message names each file, row and field at fault, and how to mend it."""


def seed_id(slug: str) -> str:
    """The id of a service of the files."""
    return our_id("service", slug)


def read_seed(folder: Path = FOLDER) -> tuple[Entry, ...]:
    """Read every file of a folder. Raises SeedError with every fault in them."""
    found: dict[str, Entry] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        for number, row in enumerate(_rows(path), start=1):
            slug = row.get("slug", "no slug") if isinstance(row, dict) else "not a row of fields"
            where = f"{path.name}, row {number} ({slug})"
            entry, wrong = _entry(row)
            faults += [f"{where}, {fault}" for fault in wrong]
            if entry and entry.id in found:
                faults.append(f"{where}, slug: used before. Mend: give it its own.")
            elif entry:
                found[entry.id] = entry
    if faults:
        raise SeedError("\n".join(faults))
    return tuple(found.values())


def load_seed(open_transaction: OpenTransaction, entries: Sequence[Entry] | None = None) -> int:
    """Bring the store up to date with the files; return how many entries were written. Twice changes nothing."""
    entries = read_seed() if entries is None else entries
    with open_transaction() as transaction:
        session = transaction.session
        wanted = {entry.id: document_of(entry, transaction.clock.now()) for entry in entries}
        there = {document["id"]: document for document in pull(session, list(wanted))}
        touched = _touched_by_people(session)
        differing = [
            document
            for service_id, document in wanted.items()
            if service_id not in there
            or (service_id not in touched and _seeded(entry_of(there[service_id])) != _seeded(entry_of(document)))
        ]
        _tell_of_left_over(session, set(wanted))
        if not differing:
            return 0
        start_change(session)
        push_terms(session, every_term())
        put(transaction, [_with_what_is_known(document, there.get(document["id"])) for document in differing], SEED)
        transaction.commit()
    log.info("the directory is up to date: %d entries were added or changed", len(differing))
    return len(differing)


def _entry(row: Any) -> tuple[Entry | None, list[FieldFault]]:
    if not isinstance(row, dict) or not isinstance(row.get("slug"), str):
        return None, [FieldFault("slug", "there is none", "write it as in the rows around it")]
    given = {name: value for name, value in row.items() if name not in {"slug", "organisation"}}
    faults = [
        FieldFault(name, "it is no field of an entry", "see README.md beside the file")
        for name in given.keys() - _FIELDS
    ]
    faults += [FieldFault(name, "it is not there", "add it") for name in _NEEDED if name not in given]
    values, wrong = read_fields({name: value for name, value in given.items() if name in _FIELDS})
    faults += wrong
    if faults:
        return None, faults
    organisation = row.get("organisation", values["name"])
    entry = Entry(id=seed_id(row["slug"]), organisation=organisation, **values)
    return entry, [*whole_faults(entry, {}), *_held_back_faults(entry)]


def _held_back_faults(entry: Entry) -> Iterator[FieldFault]:
    if entry.grade not in {"A", "B", "C", "X"}:
        yield FieldFault("grade", "it is none of A, B, C and X", "see README.md beside the file")
    if entry.grade in {"C", "X"} and not entry.held_back:
        yield FieldFault("held_back", "an entry without a good source may not be shown", 'begin it with "to check:"')
    if entry.held_back and not entry.held_back.startswith("to check:"):
        yield FieldFault("held_back", "it does not say what is to be checked", 'begin it with "to check:"')


def _seeded(entry: Entry) -> Entry:
    """An entry without what the files say nothing about."""
    return replace(entry, assured_date=None, assurer_email="", number_wrong=False)


def _with_what_is_known(document: dict[str, Any], before: dict[str, Any] | None) -> dict[str, Any]:
    """A number that people reported stays hidden, whatever the files say, until somebody has checked it."""
    wrong_since = (before or {}).get("x_number_wrong_since")
    return document | ({"x_number_wrong_since": wrong_since} if wrong_since else {})


def _touched_by_people(session: Session) -> set[str]:
    by_people = select(ServiceChangeRow.service_id).where(ServiceChangeRow.actor.not_in((SEED, ANYONE)))
    return set(session.scalars(by_people.distinct()))


def _tell_of_left_over(session: Session, wanted: set[str]) -> None:
    by_seed = select(ServiceChangeRow.service_id).where(ServiceChangeRow.actor == SEED).distinct()
    left = sorted(set(session.scalars(by_seed)) - wanted)
    if left:
        log.warning("in the directory, and no longer in the files it began with: %s", ", ".join(left))


def _rows(path: Path) -> list[Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise SeedError(f"{path.name} is not YAML: {error}") from error
    rows = content.get("services") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise SeedError(f"{path.name}. Mend: put the rows in a list under `services:`.")
    return rows
