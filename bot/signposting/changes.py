"""The history of entries: each change with all of the entry before and after, and the number that grows with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bot.model.directory import Entry
from bot.signposting.entries import entry_of
from bot.signposting.hsds import Document
from bot.store.changed import rows_changed
from bot.store.tables.directory import DirectoryVersionRow, ServiceChangeRow

SEED = "seed"
IMPORT = "import"
ANYONE = "anyone"


class ChangeKind(StrEnum):
    """What was done."""

    ADDED = "added"
    CHECKED = "checked"
    CORRECTED = "corrected"
    REPORTED = "reported"
    HIDDEN = "hidden"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `fields` are those of the entry that differ; `before` is None where it was added.

    `can_be_undone`: it is the latest that changed anything, and there was something before it.
    """

    number: int
    service_id: str
    at: datetime
    actor: str
    kind: ChangeKind
    before: Entry | None
    after: Entry
    fields: tuple[str, ...]
    can_be_undone: bool


def version(session: Session) -> int:
    """The number of the directory. It grows with each change."""
    return session.scalar(select(DirectoryVersionRow.number)) or 0


def start_change(session: Session) -> None:
    """Count one on. Done before anything is read, so that two who change at once wait for each other."""
    counted = update(DirectoryVersionRow).where(DirectoryVersionRow.id == 1)
    if not rows_changed(session, counted.values(number=DirectoryVersionRow.number + 1)):
        session.execute(insert(DirectoryVersionRow).values(id=1, number=1))


def note(
    session: Session, at: datetime, actor: str, changed: Iterable[tuple[ChangeKind, Document | None, Document]]
) -> None:
    """Write down changes: the kind, the document before (None: it is new), and after."""
    rows = [
        {
            "service_id": after["id"],
            "at": at,
            "actor": actor,
            "kind": kind,
            "before": before or {},
            "after": after,
        }
        for kind, before, after in changed
    ]
    if rows:
        session.execute(insert(ServiceChangeRow), rows)


def rows_of(session: Session, service_id: str) -> Sequence[ServiceChangeRow]:
    """Every change to one service, newest first."""
    query = select(ServiceChangeRow).where(ServiceChangeRow.service_id == service_id)
    return session.scalars(query.order_by(ServiceChangeRow.number.desc())).all()


def history(session: Session, service_id: str) -> tuple[Change, ...]:
    """Every change to one service, newest first."""
    rows = rows_of(session, service_id)
    latest = next((row for row in rows if row.kind != ChangeKind.REPORTED), None)
    return tuple(_change(row, can_be_undone=row is latest and bool(row.before)) for row in rows)


def _change(row: ServiceChangeRow, *, can_be_undone: bool) -> Change:
    before = entry_of(row.before) if row.before else None
    after = entry_of(row.after)
    differing = [
        field.name for field in fields(Entry) if before and getattr(before, field.name) != getattr(after, field.name)
    ]
    return Change(
        number=row.number,
        service_id=row.service_id,
        at=row.at,
        actor=row.actor,
        kind=ChangeKind(row.kind),
        before=before,
        after=after,
        fields=tuple(differing),
        can_be_undone=can_be_undone,
    )
