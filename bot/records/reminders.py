"""Reminders: at most one a person, only as asked for.

What has been taken to be sent is taken again only where a channel gives it back unsent. Until it is on the line, the
person can stop it, and a death ends it; a night that has fallen meanwhile puts it off to the morning.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import and_, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import ChatId, PersonId
from bot.model.own_time import after_quiet, is_quiet, zone
from bot.model.position import Position
from bot.model.safety import Told
from bot.records.people import People
from bot.records.telegram_messages import ON_ITS_WAY
from bot.store.changed import rows_changed
from bot.store.tables.people import PersonRow, SessionRow
from bot.store.tables.reminders import ReminderRow
from bot.store.tables.telegram import OutgoingRow

TOO_LATE = timedelta(hours=24)
"""A reminder that is late comes at the next hour of the day; by then it may be so late, and no later."""
ON_TIME = timedelta(minutes=15)
"""A reminder so late is still at its hour, which may be an hour in the night that the person named."""


class Then(Enum):
    """What is to be done about a reminder whose moment has come."""

    SEND = "send"
    WAIT = "wait"
    MISS = "miss"
    CANCEL = "cancel"


class PastError(Exception):
    """Nobody can be reminded in the past."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is open: neither sent nor missed. Moments are in UTC.

    `asks_to_keep`: nobody asked for it; it asks whether what is kept is to stay.
    """

    id: str
    person: PersonId
    due_at: datetime
    asked_at: datetime
    asks_to_keep: bool = False


_OPEN = (ReminderRow.sent_at.is_(None), ReminderRow.missed_at.is_(None))
_ON_ITS_WAY = exists().where(OutgoingRow.reminder_id == ReminderRow.id, OutgoingRow.state.in_(ON_ITS_WAY))


class Reminders:
    """The reminders of the store, and the zones that people go by."""

    def __init__(self, session: Session, clock: Clock, people: People) -> None:
        self._session = session
        self._clock = clock
        self._people = people

    def set(self, person: PersonId, due_at: datetime) -> None:
        """Remind the person at this moment, in place of any earlier one. Raises PastError."""
        now = self._clock.now()
        if due_at <= now:
            raise PastError("A reminder needs a moment to come.")
        chat = self.chat_of(person)
        self._session.execute(delete(ReminderRow).where(ReminderRow.person_id == person))
        self._session.add(ReminderRow(id=str(uuid4()), person_id=person, due_at=due_at, asked_at=now, chat_id=chat))
        self._session.flush()

    def ask_to_keep(self, person: PersonId) -> None:
        """Ask whether what is kept is to stay, at the next hour that is not quiet. It takes the place of a sent one."""
        now = self._clock.now()
        due_at = after_quiet(now, self.zone(person))
        self._session.execute(delete(ReminderRow).where(ReminderRow.person_id == person))
        asking = ReminderRow(id=str(uuid4()), person_id=person, due_at=due_at, asked_at=now, asks_to_keep=True)
        self._session.add(asking)
        self._session.flush()

    def was_asked_to_keep(self, person: PersonId) -> bool:
        """Say whether the question whether what is kept is to stay went out to this person."""
        row = self._session.scalar(select(ReminderRow).where(ReminderRow.person_id == person))
        return row is not None and row.asks_to_keep and row.sent_at is not None

    def open_of(self, person: PersonId) -> Reminder | None:
        """Return the reminder that the person asked for and waits for, or None."""
        mine = select(ReminderRow).where(ReminderRow.person_id == person, ~ReminderRow.asks_to_keep, *_OPEN)
        row = self._session.scalar(mine)
        return _reminder(row) if row else None

    def get(self, reminder: str) -> Reminder | None:
        """Return a reminder that is still open, or None."""
        row = self._session.scalar(select(ReminderRow).where(ReminderRow.id == reminder, *_OPEN))
        return _reminder(row) if row else None

    def cancel(self, person: PersonId, asked_until: datetime | None = None) -> bool:
        """Let the person's reminder go, unless it was asked for after `asked_until`; say whether there was one to come.

        One that was handed to a channel, and is not sent yet, is let go too.
        """
        mine = delete(ReminderRow).where(ReminderRow.person_id == person, or_(and_(*_OPEN), _ON_ITS_WAY))
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

    def then(self, reminder: Reminder) -> Then:
        """Say what is to be done about a reminder. While danger was spoken of last, it waits; after a death, it goes.

        What is late is moved to the morning rather than let go, for the person asked for it, and it says nothing that
        a few hours change. A day late it would be a message out of nowhere.
        """
        now = self._clock.now()
        late = now - reminder.due_at
        if late > TOO_LATE:
            return Then.MISS
        here = self._people.position(reminder.person)
        if here.told is Told.DEATH_JUST_HAPPENED or self._is_pointless(reminder, here):
            return Then.CANCEL
        at_night = is_quiet(now, self.zone(reminder.person))
        if late < timedelta(0) or here.told or here.asked or (at_night and late > ON_TIME):
            return Then.WAIT
        return Then.SEND

    def _is_pointless(self, reminder: Reminder, here: Position) -> bool:
        """Say whether it asks somebody what they need not be asked: they are back, or told of a death."""
        back = self._people.last_seen(reminder.person) > reminder.asked_at
        return reminder.asks_to_keep and (back or here.about_a_death)

    def still_goes(self, reminder: str, person: PersonId | None) -> bool:
        """Say whether a reminder that was taken may be sent to this person now.

        Where not, that is noted: it is missed, or let go, or open again and taken once its time has come.
        """
        row = self._session.get(ReminderRow, reminder)
        if row is None or row.sent_at is None:
            return False
        then = self.then(_reminder(row)) if row.person_id == person else Then.WAIT
        if then is Then.CANCEL:
            self._session.delete(row)
        elif then is not Then.SEND:
            row.sent_at = None
            row.missed_at = self._clock.now() if then is Then.MISS else None
        self._session.flush()
        return then is Then.SEND

    def chat_of(self, person: PersonId) -> ChatId | None:
        """Return the chat on Telegram in which the person's reminder was asked for, or None."""
        chat = self._session.scalar(select(ReminderRow.chat_id).where(ReminderRow.person_id == person))
        return ChatId(chat) if chat else None

    def asked_in(self, chat: ChatId, since: datetime) -> None:
        """Note that a reminder of whoever speaks in this chat was asked for here, if it was asked for since then."""
        speaks = select(SessionRow.person_id).where(SessionRow.token_hash == chat).scalar_subquery()
        theirs = update(ReminderRow).where(ReminderRow.person_id == speaks, ReminderRow.asked_at >= since, *_OPEN)
        self._session.execute(theirs.values(chat_id=chat))

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
    return Reminder(row.id, PersonId(row.person_id), row.due_at, row.asked_at, row.asks_to_keep)
