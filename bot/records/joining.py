"""Join codes: whoever has one can go on with a person's conversation elsewhere, once, within a quarter of an hour."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.store.changed import rows_changed
from bot.store.tables.joining import JoinCodeRow

GOOD_FOR = timedelta(minutes=15)
_BYTES = 16
"""As many signs as fit behind "join-" in a link to Telegram, which takes 64, with room to spare."""


class JoinChannel(StrEnum):
    """Where a code works. The names are those of the channels of sessions."""

    TELEGRAM = "telegram"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class JoinCode:
    """What is held of a code. `id` gives no way back to the code itself."""

    id: str
    person: PersonId
    channel: str
    good: bool


class JoinCodes:
    """The codes of the store. A person has one for each channel at the most: a new one ends the one before."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def make(self, person: PersonId, channel: JoinChannel) -> str:
        """Return a new code (22 signs of A-Z, a-z, 0-9, _ and -), which is shown only now."""
        self._session.execute(
            delete(JoinCodeRow).where(JoinCodeRow.person_id == person, JoinCodeRow.channel == channel)
        )
        code = secrets.token_urlsafe(_BYTES)
        self._session.add(
            JoinCodeRow(code_hash=_hash(code), person_id=person, channel=channel, made_at=self._clock.now())
        )
        self._session.flush()
        return code

    def take(self, code: str, channel: str) -> PersonId | None:
        """Use a code up and return whose it is; None for one that is unknown, used, too old, or for elsewhere."""
        found = self.find(code, channel)
        return found.person if found is not None and self.use(found) else None

    def find(self, code: str, channel: str) -> JoinCode | None:
        """Return what is held of a code for this channel, also of one that was used, without using it up."""
        return self.held(_hash(code), channel)

    def held(self, code_id: str, channel: str) -> JoinCode | None:
        """Return the same by the id of a code."""
        row = self._session.get(JoinCodeRow, code_id)
        if row is None or row.channel != channel:
            return None
        good = row.used_at is None and row.made_at > self._too_old()
        return JoinCode(row.code_hash, PersonId(row.person_id), row.channel, good)

    def use(self, code: JoinCode) -> bool:
        """Use a code up. Of several who try at once, one gets True."""
        statement = (
            update(JoinCodeRow)
            .where(
                JoinCodeRow.code_hash == code.id,
                JoinCodeRow.used_at.is_(None),
                JoinCodeRow.made_at > self._too_old(),
            )
            .values(used_at=self._clock.now())
        )
        return rows_changed(self._session, statement) == 1

    def was_used(self, person: PersonId, channel: str) -> bool:
        """Say whether a code of this person was used in a channel lately."""
        used = select(JoinCodeRow.used_at).where(JoinCodeRow.person_id == person, JoinCodeRow.channel == channel)
        return self._session.scalar(used.where(JoinCodeRow.used_at > self._too_old())) is not None

    def drop_old(self) -> int:
        """Delete codes that are too old, used or not; return how many."""
        return rows_changed(self._session, delete(JoinCodeRow).where(JoinCodeRow.made_at <= self._too_old()))

    def _too_old(self) -> datetime:
        return self._clock.now() - GOOD_FOR


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
