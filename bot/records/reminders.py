"""Reminders: at most one a person, only as asked for. What has been taken to be sent is never taken again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.model.own_time import zone
from bot.store.changed import rows_changed
from bot.store.tables.people import PersonRow
from bot.store.tables.reminders import ReminderRow


class PastError(Exception):
    """Nobody can be reminded in the past."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is open: neither sent nor missed. Moments are in UTC."""

    id: str
    person: PersonId
    due_at: datetime
    asked_at: datetime


_OPEN = (ReminderRow.sent_at.is_(None), ReminderRow.missed_at.is_(None))


class Reminders:
    """The reminders of the store, and the zones that people go by."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def set(self, person: PersonId, due_at: datetime) -> None:
        """Remind the person at this moment, in place of any earlier one. Raises PastError."""
        now = self._clock.now()
        if due_at <= now:
            raise PastError("A reminder needs a moment to come.")
        self._session.execute(delete(ReminderRow).where(ReminderRow.person_id == person))
        self._session.add(ReminderRow(id=str(uuid4()), person_id=person, due_at=due_at, asked_at=now))
        self._session.flush()

    def open_of(self, person: PersonId) -> Reminder | None:
        """Return the reminder that the person waits for, or None."""
        row = self._session.scalar(select(ReminderRow).where(ReminderRow.person_id == person, *_OPEN))
        return _reminder(row) if row else None

    def get(self, reminder: str) -> Reminder | None:
        """Return a reminder that is still open, or None."""
        row = self._session.scalar(select(ReminderRow).where(ReminderRow.id == reminder, *_OPEN))
        return _reminder(row) if row else None

    def cancel(self, person: PersonId, asked_until: datetime | None = None) -> bool:
        """Let the person's reminder go, unless it was asked for after `asked_until`; say whether one was open."""
        mine = delete(ReminderRow).where(ReminderRow.person_id == person, *_OPEN)
        if asked_until is not None:
            mine = mine.where(ReminderRow.asked_at <= asked_until)
        return rows_changed(self._session, mine) > 0

    def due(self, now: datetime) -> list[Reminder]:
        """Return the open reminders whose moment has come, the oldest first."""
        query = select(ReminderRow).where(ReminderRow.due_at <= now, *_OPEN)
        return [_reminder(row) for row in self._session.scalars(query.order_by(ReminderRow.due_at, ReminderRow.id))]

    def claim(self, reminder: str) -> bool:
        """Mark a reminder as sent; say whether it was open until now. Of two who claim it, one does."""
        return self._close(reminder, sent_at=self._clock.now())

    def miss(self, reminder: str) -> bool:
        """Mark a reminder as missed, for it is too late; say whether it was open until now."""
        return self._close(reminder, missed_at=self._clock.now())

    def zone(self, person: PersonId) -> ZoneInfo:
        """Return the zone that the person goes by, the UK's unless they said another."""
        return zone(self._session.scalar(select(PersonRow.time_zone).where(PersonRow.id == person)) or "")

    def go_by(self, person: PersonId, own: ZoneInfo) -> None:
        """Go by another zone for this person from now on."""
        self._session.execute(update(PersonRow).where(PersonRow.id == person).values(time_zone=own.key))

    def _close(self, reminder: str, **when: datetime) -> bool:
        closing = update(ReminderRow).where(ReminderRow.id == reminder, *_OPEN).values(**when)
        return rows_changed(self._session, closing) > 0


def _reminder(row: ReminderRow) -> Reminder:
    return Reminder(row.id, PersonId(row.person_id), row.due_at, row.asked_at)
