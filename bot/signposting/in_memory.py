"""The directory held in memory: read once, and again only as far as it changed since."""

from collections.abc import Iterable
from threading import Lock

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.model.directory import Entry
from bot.signposting.changes import version
from bot.signposting.documents import pull
from bot.signposting.entries import entry_of
from bot.store.tables.directory import ServiceChangeRow
from bot.store.transaction import OpenTransaction

_MOST_ONE_BY_ONE = 500
"""Services read again by themselves; when more changed, all are."""


class EntriesInMemory:
    """Every entry of the store, as new as the last look at its version. Safe to use from several threads."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction
        self._lock = Lock()
        self._version = -1
        self._last_change = 0
        self._by_id: dict[str, Entry] = {}
        self._all: tuple[Entry, ...] = ()
        self._listed: tuple[Entry, ...] = ()

    def all(self) -> tuple[Entry, ...]:
        """Every entry, by name."""
        with self._lock:
            self._refresh()
            return self._all

    def listed(self) -> tuple[Entry, ...]:
        """The entries that may be offered, by name. A tuple stays the same one while nothing changes."""
        with self._lock:
            self._refresh()
            return self._listed

    def one(self, service_id: str) -> Entry | None:
        with self._lock:
            self._refresh()
            return self._by_id.get(service_id)

    def _refresh(self) -> None:
        with self._open(reading=True) as transaction:
            session = transaction.session
            now = version(session)
            if now == self._version:
                return
            since = select(ServiceChangeRow.service_id).where(ServiceChangeRow.number > self._last_change).distinct()
            last_change = session.scalar(select(func.max(ServiceChangeRow.number))) or 0
            changed = list(session.scalars(since)) if self._by_id else []
            if 0 < len(changed) <= _MOST_ONE_BY_ONE:
                self._by_id |= _read(session, changed)
            else:
                self._by_id = _read(session, None)
        self._version, self._last_change = now, last_change
        self._all = _by_name(self._by_id.values())
        self._listed = tuple(entry for entry in self._all if not entry.closed and not entry.held_back)


def _read(session: Session, services: list[str] | None) -> dict[str, Entry]:
    return {document["id"]: entry_of(document) for document in pull(session, services)}


def _by_name(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.name.casefold(), entry.id)))
