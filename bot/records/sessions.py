"""Sessions: which device or program speaks as which person. Tokens are random; only their hashes are stored."""

import hashlib
import secrets

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId, SessionToken
from bot.store.tables.people import SessionRow


class Sessions:
    """The sessions of the store."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def open(self, person: PersonId, channel: str, token: SessionToken | None = None) -> SessionToken:
        """Start a session and return its token, shown only now. A channel may bring one that nobody can guess."""
        token = token or SessionToken(secrets.token_urlsafe(32))
        self._session.add(
            SessionRow(token_hash=hash_of(token), person_id=person, channel=channel, created_at=self._clock.now())
        )
        return token

    def person(self, token: str) -> PersonId | None:
        """Return who speaks with this token, or None."""
        row = self._session.get(SessionRow, hash_of(token))
        return PersonId(row.person_id) if row else None

    def channel(self, token: str) -> str:
        """Return where a session was opened, "" for an unknown one."""
        row = self._session.get(SessionRow, hash_of(token))
        return row.channel if row else ""

    def any_of(self, person: PersonId) -> bool:
        """Say whether any session speaks as this person."""
        count = self._session.scalar(select(func.count()).where(SessionRow.person_id == person))
        return bool(count)

    def speak_as(self, token: str, person: PersonId) -> None:
        """Let a session speak as this person from now on. For an unknown one it does nothing."""
        row = self._session.get(SessionRow, hash_of(token))
        if row is not None:
            row.person_id = person
            self._session.flush()

    def hand_over(self, old: PersonId, new: PersonId) -> None:
        """Let every session of `old` speak as `new` (a person who was forgotten and starts afresh)."""
        self._session.execute(update(SessionRow).where(SessionRow.person_id == old).values(person_id=new))

    def close(self, token: str) -> None:
        """End a session. Ending an unknown one does nothing."""
        row = self._session.get(SessionRow, hash_of(token))
        if row is not None:
            self._session.delete(row)


def hash_of(token: str) -> str:
    """Return what is held of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
