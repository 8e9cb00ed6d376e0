"""The directory of support services in the store: looking up, checking, correcting, undoing, reporting a wrong number.

No person is in it. Every change is written down with what was before, in the same transaction.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.model.directory import Entry, Need
from bot.signposting import signposts
from bot.signposting.changes import ANYONE, Change, ChangeKind, history, note, rows_of, start_change, version
from bot.signposting.corrections import CorrectionError, FieldFault, corrected
from bot.signposting.documents import pull, push
from bot.signposting.edits import document_of
from bot.signposting.entries import entry_of
from bot.signposting.hours import UK
from bot.signposting.hsds import Document
from bot.signposting.in_memory import EntriesInMemory
from bot.signposting.signposts import Signpost
from bot.signposting.values import is_email
from bot.store.tables.directory import NumberReportRow, ServiceChangeRow
from bot.store.transaction import OpenTransaction, Transaction

__all__ = [
    "Change",
    "ChangeKind",
    "CorrectionError",
    "Directory",
    "FieldFault",
    "ReportOutcome",
    "Signpost",
    "UndoRefusedError",
    "UnknownServiceError",
]

_REPORTS_TO_HIDE = 2
_CHAT = "chat "
"""Before what stands for a chat that reported: a chat is begun anew at will, so two may be one person."""


class UnknownServiceError(Exception):
    """There is no service with this id."""


class UndoRefusedError(Exception):
    """A change cannot be undone. The message is a sentence that says why, and what to do instead."""


class ReportOutcome(StrEnum):
    """What came of "that number is wrong"."""

    NOTED = "noted"
    ALREADY = "already"
    HIDDEN = "hidden"
    NO_NUMBER = "no number"


class Directory:
    """Every support service, and its history."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction
        self._memory = EntriesInMemory(open_transaction)

    def entries(self) -> tuple[Entry, ...]:
        """Return what may be offered: neither closed nor held back. The same tuple, until something changes."""
        return self._memory.listed()

    def all_entries(self) -> tuple[Entry, ...]:
        """Return every entry, for those who keep the directory."""
        return self._memory.all()

    def entry(self, service_id: str) -> Entry | None:
        """Return any entry, also one that is held back or closed."""
        return self._memory.one(service_id)

    def version(self) -> int:
        """Return the number that grows with each change."""
        with self._open(reading=True) as transaction:
            return version(transaction.session)

    def add(self, entries: Iterable[Entry], actor: str) -> None:
        """Add entries, or replace those with the same ids."""
        with self._open() as transaction:
            start_change(transaction.session)
            if put(transaction, [document_of(entry, transaction.clock.now()) for entry in entries], actor):
                transaction.commit()

    def check(self, service_id: str, actor: str, email: str, on: date) -> None:
        """Note that somebody checked all of an entry on a day; its numbers are shown again.

        Raises UnknownServiceError and CorrectionError.
        """
        with self._open() as transaction:
            before = _start(transaction, service_id)
            if on > transaction.clock.now().astimezone(UK).date():
                raise CorrectionError((FieldFault("assured_date", "it has not come yet", "give today or earlier"),))
            if not is_email(email):
                raise CorrectionError((FieldFault("assurer_email", "it is no email address", "ask for one"),))
            after = {name: value for name, value in before.items() if name != "x_number_wrong_since"}
            after |= {"assured_date": on.isoformat(), "assurer_email": email}
            _forget_reports(transaction.session, service_id)
            _write(transaction, actor, ChangeKind.CHECKED, before, after)
            transaction.commit()

    def correct(self, service_id: str, actor: str, changes: Mapping[str, Any]) -> None:
        """Change fields of an entry (bot/signposting/values.py says which). What is not in `changes` stays.

        Numbers that were hidden stay so until the entry is checked. Raises UnknownServiceError and CorrectionError.
        """
        with self._open() as transaction:
            before = _start(transaction, service_id)
            after = corrected(before, changes)
            if entry_of(after) != entry_of(before):
                _write(transaction, actor, ChangeKind.CORRECTED, before, after)
                transaction.commit()

    def history(self, service_id: str) -> tuple[Change, ...]:
        """Return every change to an entry, newest first."""
        with self._open(reading=True) as transaction:
            return history(transaction.session, service_id)

    def undo(self, change_number: int, actor: str) -> None:
        """Put back what was before a change. That is a change too, and can be undone. Raises UndoRefusedError."""
        with self._open() as transaction:
            session = transaction.session
            start_change(session)
            change = session.get(ServiceChangeRow, change_number)
            if change is None:
                raise UndoRefusedError("There is no such change.")
            if change.kind == ChangeKind.REPORTED:
                raise UndoRefusedError("A report changed nothing yet. Check the entry instead.")
            if not change.before:
                raise UndoRefusedError("This is where the entry begins. To take it out, say that it has closed.")
            since = [row for row in rows_of(session, change.service_id) if row.number > change.number]
            if any(row.kind != ChangeKind.REPORTED for row in since):
                raise UndoRefusedError("The entry was changed again since. Undo the latest change first.")
            (before,) = pull(session, [change.service_id])
            if "x_number_wrong_since" not in change.before:
                _forget_reports(session, change.service_id)
            restored = change.before
            if restored["organization"]["id"] == before["organization"]["id"]:
                restored = restored | {"organization": before["organization"]}  # others may have changed it since
            _write(transaction, actor, ChangeKind.UNDONE, before, restored)
            transaction.commit()

    def report_number(self, service_id: str, reporter: str, *, in_chat: bool = False) -> ReportOutcome:
        """Note that somebody says a number is wrong; `reporter` stands for one browser, or one chat.

        When a second one says so, the numbers are hidden until the entry is checked. Chats alone hide none of a line
        that many depend on. Raises UnknownServiceError.
        """
        with self._open() as transaction:
            session = transaction.session
            before = _start(transaction, service_id)
            entry = entry_of(before)
            if not entry.phones:
                return ReportOutcome.NO_NUMBER
            digest = hashlib.sha256(reporter.encode()).hexdigest()
            who = f"{_CHAT}{digest}"[: len(digest)] if in_chat else digest
            reports = set(
                session.scalars(select(NumberReportRow.reporter).where(NumberReportRow.service_id == service_id))
            )
            if entry.number_wrong or who in reports:
                return ReportOutcome.ALREADY
            now = transaction.clock.now()
            session.add(NumberReportRow(service_id=service_id, reporter=who, at=now))
            session.flush()
            counted = {each for each in (*reports, who) if not (_many_depend_on(entry) and each.startswith(_CHAT))}
            hides = len(counted) >= _REPORTS_TO_HIDE
            if hides:
                after = before | {"x_number_wrong_since": now.isoformat()}
                _write(transaction, ANYONE, ChangeKind.HIDDEN, before, after)
            else:
                note(session, now, ANYONE, [(ChangeKind.REPORTED, before, before)])
            transaction.commit()
            return ReportOutcome.HIDDEN if hides else ReportOutcome.NOTED

    def reports(self) -> Mapping[str, int]:
        """Return how many say that a number is wrong, for each entry that nobody has checked since."""
        counted = select(NumberReportRow.service_id, func.count()).group_by(NumberReportRow.service_id)
        with self._open(reading=True) as transaction:
            return dict(transaction.session.execute(counted).all())

    def doubted(self) -> frozenset[str]:
        """Return the entries of which several say that the number is wrong. It may be shown all the same."""
        return frozenset(service for service, count in self.reports().items() if count >= _REPORTS_TO_HIDE)

    def sign(self, chosen: Sequence[str], needs: Sequence[Need], district: str) -> str:
        """Keep what was chosen for somebody, for 30 days; return its short code. Raises UnknownServiceError."""
        if not chosen or any(self.entry(service_id) is None for service_id in chosen):
            raise UnknownServiceError
        with self._open() as transaction:
            code = signposts.sign(transaction.session, transaction.clock.now(), chosen, needs, district)
            transaction.commit()
        return code

    def signed(self, code: str) -> Signpost | None:
        """Return what stands behind a code; None when it is unknown or too old."""
        with self._open(reading=True) as transaction:
            return signposts.signed(transaction.session, transaction.clock.now(), code)


def _many_depend_on(entry: Entry) -> bool:
    """Say whether it is for a crisis, or for a whole nation."""
    return Need.CRISIS in entry.needs or not entry.districts


def put(transaction: Transaction, documents: Sequence[Document], actor: str) -> int:
    """Write documents that are new or differ, and note each change; return how many. The caller starts and commits."""
    session = transaction.session
    there = {document["id"]: document for document in pull(session, [document["id"] for document in documents])}
    push(session, documents)
    written = pull(session, [document["id"] for document in documents])
    changed = [
        (ChangeKind.CORRECTED if document["id"] in there else ChangeKind.ADDED, there.get(document["id"]), document)
        for document in written
        if there.get(document["id"]) != document
    ]
    note(session, transaction.clock.now(), actor, changed)
    return len(changed)


def _start(transaction: Transaction, service_id: str) -> Document:
    """Begin a change, and return the entry as it is. Raises UnknownServiceError."""
    start_change(transaction.session)
    found = pull(transaction.session, [service_id])
    if not found:
        raise UnknownServiceError
    return found[0]


def _write(transaction: Transaction, actor: str, kind: ChangeKind, before: Document, after: Document) -> None:
    now = transaction.clock.now()
    push(transaction.session, [after | {"last_modified": now.isoformat()}])
    (written,) = pull(transaction.session, [before["id"]])
    note(transaction.session, now, actor, [(kind, before, written)])


def _forget_reports(session: Session, service_id: str) -> None:
    session.execute(delete(NumberReportRow).where(NumberReportRow.service_id == service_id))
