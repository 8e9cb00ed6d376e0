"""Taking a file into the directory: all of it, or, when anything is wrong with it, none of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.signposting.changes import IMPORT, ChangeKind, note, start_change
from bot.signposting.directory import put
from bot.signposting.documents import owners, pull
from bot.signposting.hours import UK
from bot.signposting.hsds import SHARED, Document
from bot.signposting.interchange.checking import check
from bot.signposting.interchange.files import read_package
from bot.signposting.interchange.nested import Gathered, children
from bot.signposting.interchange.reading_csv import read_csv
from bot.signposting.interchange.reading_json import read_json
from bot.signposting.interchange.report import Fault, Place, Report, UnreadableError
from bot.store.tables.directory import ServiceRow
from bot.store.transaction import OpenTransaction, Transaction


def import_hsds(path: Path, open_transaction: OpenTransaction) -> Report:
    """Import a JSON file, a folder or a zip. Each service in it replaces the one with its id, or is new."""
    try:
        gathered = _read(path)
    except UnreadableError as error:
        return Report(faults=(error.fault,))
    with open_transaction() as transaction:
        documents = check(gathered, transaction.clock.now().astimezone(UK).date())
        if gathered.faults:
            return Report(faults=tuple(gathered.faults))
        start_change(transaction.session)
        there = {each["id"]: each for each in pull(transaction.session, [each["id"] for each in documents])}
        places = {each["id"]: gathered.place_of(each, Place(path.name), "") for each in gathered.documents}
        faults = [*_closed(documents, there, places), *_of_others(transaction.session, documents, places)]
        if faults:
            return Report(faults=tuple(faults))
        now = transaction.clock.now().isoformat()
        report = _write(transaction, [_merged(each, there.get(each["id"]), now) for each in documents], there)
        transaction.commit()
    return replace(report, left_out=tuple(gathered.left_out))


def _read(path: Path) -> Gathered:
    package = read_package(path)
    if path.is_file() and path.name in package.files:
        return read_json(path.name, package.files[path.name])
    return read_csv(path.name, package)


def _merged(document: Document, before: Document | None, now: str) -> Document:
    """The document as it is to be kept. What people reported stays reported until somebody has checked it."""
    before = before or {}
    merged = {"last_modified": before.get("last_modified", now)} | document
    if "x_number_wrong_since" in before:
        merged["x_number_wrong_since"] = before["x_number_wrong_since"]
    return merged


def _write(transaction: Transaction, documents: Sequence[Document], there: dict[str, Document]) -> Report:
    """Write the documents; services that are not among them may change too, through what they share."""
    session = transaction.session
    others = _sharing(session, documents)
    before = {each["id"]: each for each in pull(session, others)}
    changed = put(transaction, documents, IMPORT)
    after = (each for each in pull(session, others) if each != before[each["id"]])
    note(session, transaction.clock.now(), IMPORT, ((ChangeKind.CORRECTED, before[each["id"]], each) for each in after))
    added = sum(1 for each in documents if each["id"] not in there)
    return Report(added=added, changed=changed - added, same=len(documents) - changed)


def _sharing(session: Session, documents: Iterable[Document]) -> list[str]:
    """Services that are not in the import, of organisations that are."""
    mine = {document["id"] for document in documents}
    organizations = {document["organization"]["id"] for document in documents}
    rows = session.execute(select(ServiceRow.id, ServiceRow.organization_id))
    return [service for service, organization in rows if organization in organizations and service not in mine]


def _closed(documents: Iterable[Document], there: dict[str, Document], places: dict[str, Place]) -> Iterator[Fault]:
    """A service that has closed is not opened again by a file."""
    for document in documents:
        before = there.get(document["id"])
        if before and before["status"] == "defunct" and document["status"] != "defunct":
            mend = "leave it out, or open it again on its own page first"
            yield Fault(places[document["id"]], "status", "this service is known here to have closed", mend)


def _of_others(session: Session, documents: Sequence[Document], places: dict[str, Place]) -> Iterator[Fault]:
    """Rows whose ids belong to services that are not in the import."""
    mine = {document["id"] for document in documents}
    below: dict[str, dict[str, Place]] = {}
    for document in documents:
        places_in = document.get("service_at_locations", ())
        mine |= {each["location"]["id"] for each in places_in if isinstance(each.get("location"), dict)}
        for name, row_id in _ids_below("service", document):
            below.setdefault(name, {})[row_id] = places[document["id"]]
    for name, rows in below.items():
        for row_id, owner in owners(session, name, list(rows)):
            if owner not in mine:
                wrong = f"“{row_id}” in {name} belongs to another service here"
                yield Fault(rows[row_id], "id", wrong, "give the row an id of its own")


def _ids_below(name: str, record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for _, child, nested in children(name, record):
        if isinstance(nested, dict) and nested.get("id"):
            if child not in SHARED:
                yield child, nested["id"]
            yield from _ids_below(child, nested)
