"""Sessions: which device or program speaks as which person. Tokens are random; only their hashes are stored."""

import hashlib
import secrets

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId, SessionToken
from bot.store.tables.people import SessionRow


class Sessions:
    """The sessions of the store."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def open(self, person: PersonId, channel: str) -> SessionToken:
        """Start a session and return its token, which is shown only now."""
        token = SessionToken(secrets.token_urlsafe(32))
        self._session.add(
            SessionRow(token_hash=_hash(token), person_id=person, channel=channel, created_at=self._clock.now())
        )
        return token

    def person(self, token: str) -> PersonId | None:
        """Return who speaks with this token, or None."""
        row = self._session.get(SessionRow, _hash(token))
        return PersonId(row.person_id) if row else None

    def hand_over(self, old: PersonId, new: PersonId) -> None:
        """Let every session of `old` speak as `new` (a person who was forgotten and starts afresh)."""
        self._session.execute(update(SessionRow).where(SessionRow.person_id == old).values(person_id=new))

    def close(self, token: str) -> None:
        """End a session. Ending an unknown one does nothing."""
        row = self._session.get(SessionRow, _hash(token))
        if row is not None:
            self._session.delete(row)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
