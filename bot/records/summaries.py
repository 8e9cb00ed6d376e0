"""Kept summaries: dated versions in the person's own words. Consent to keep is asked at every write and every read."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.draft import Draft, Line
from bot.model.ids import PersonId
from bot.model.position import Door
from bot.records.audit import Audit
from bot.records.consent import Consents, Purpose
from bot.records.people import People
from bot.records.share_ends import end_shares
from bot.records.team_marks import mark_changed
from bot.store.tables.people import SummaryRow


@dataclass(frozen=True, slots=True)
class Summary:
    """One kept version."""

    version: int
    door: Door
    lines: tuple[Line, ...]
    created_at: datetime
    supported: str = ""
    """Who helped to write it, as the person put it."""


class Summaries:
    """The kept summaries of the store."""

    def __init__(self, session: Session, clock: Clock, people: People, consents: Consents, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._consents = consents
        self._audit = audit

    def keep(self, person: PersonId, door: Door, lines: tuple[Line, ...], supported: str = "") -> int:
        """Save lines as a new version and return its number (from 1). Raises NoConsentError without a yes to keep."""
        self._consents.require(person, Purpose.KEEP)
        newest = self._newest(person)
        version = newest.version + 1 if newest else 1
        sealed = self._people.seal(
            person, json.dumps(Draft(lines, supported=supported).to_json()), f"summaries/{version}"
        )
        self._session.add(
            SummaryRow(
                id=str(uuid4()),
                person_id=person,
                version=version,
                door=door,
                sealed_lines=sealed,
                created_at=self._clock.now(),
            )
        )
        mark_changed(self._session, person, door)
        self._audit.note("person", "summary kept", person, f"version {version}")
        return version

    def latest(self, person: PersonId, door: Door | None = None) -> Summary | None:
        """Return the newest version (of one door, if given); None when there is none or consent no longer stands."""
        row = self._newest(person, door)
        if row is None or not self._consents.stands(person, Purpose.KEEP):
            return None
        return self._opened(row)

    def before(self, person: PersonId, kept: Summary) -> Summary | None:
        """Return the version of the same door before this one; None without one, or when consent no longer stands."""
        if not self._consents.stands(person, Purpose.KEEP):
            return None
        query = select(SummaryRow).where(
            SummaryRow.person_id == person, SummaryRow.door == kept.door, SummaryRow.version < kept.version
        )
        row = self._session.scalar(query.order_by(SummaryRow.version.desc()).limit(1))
        return self._opened(row) if row else None

    def versions(self, person: PersonId, door: Door, numbers: Iterable[int]) -> tuple[Summary, ...]:
        """Return these versions, oldest first, as far as they are of the door; none when consent no longer stands."""
        if not self._consents.stands(person, Purpose.KEEP):
            return ()
        query = select(SummaryRow).where(
            SummaryRow.person_id == person, SummaryRow.door == door, SummaryRow.version.in_(tuple(numbers))
        )
        return tuple(self._opened(row) for row in self._session.scalars(query.order_by(SummaryRow.version)))

    def has_any(self, person: PersonId, door: Door | None = None) -> bool:
        """Say whether a summary (of one door, if given) is kept, without opening it."""
        return self._newest(person, door) is not None and self._consents.stands(person, Purpose.KEEP)

    def drop_all(self, person: PersonId) -> None:
        """Delete every version; nothing is left to share, and what is written later was never shared."""
        end_shares(self._session, person, self._clock.now())
        self._session.execute(delete(SummaryRow).where(SummaryRow.person_id == person))

    def _opened(self, row: SummaryRow) -> Summary:
        person = PersonId(row.person_id)
        data = json.loads(self._people.unseal(person, row.sealed_lines, f"summaries/{row.version}"))
        kept = Draft.from_json(data)
        return Summary(row.version, Door(row.door), kept.lines, row.created_at, kept.supported)

    def _newest(self, person: PersonId, door: Door | None = None) -> SummaryRow | None:
        query = select(SummaryRow).where(SummaryRow.person_id == person)
        if door is not None:
            query = query.where(SummaryRow.door == door)
        return self._session.scalar(query.order_by(SummaryRow.version.desc()).limit(1))
