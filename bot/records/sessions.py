"""Sessions: which device or program speaks as which person. Tokens are random; only their hashes are stored."""

import hashlib
import secrets
from collections.abc import Callable

from sqlalchemy import func, select
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

    def any_of(self, person: PersonId, besides: str = "") -> bool:
        """Say whether any session speaks as this person, besides the one with this token."""
        others = SessionRow.token_hash != hash_of(besides)
        count = self._session.scalar(select(func.count()).where(SessionRow.person_id == person, others))
        return bool(count)

    def speak_as(self, token: str, person: PersonId) -> None:
        """Let a session speak as this person from now on. For an unknown one it does nothing."""
        row = self._session.get(SessionRow, hash_of(token))
        if row is not None:
            row.person_id = person
            self._session.flush()

    def begin_anew(self, person: PersonId, newcomer: Callable[[], PersonId]) -> None:
        """Let each session of somebody who is forgotten speak as somebody new, each as another.

        Somebody else may have read along in one of them: nobody does any more.
        """
        for row in self._session.scalars(select(SessionRow).where(SessionRow.person_id == person)).all():
            row.person_id = newcomer()
        self._session.flush()

    def close(self, token: str) -> None:
        """End a session. Ending an unknown one does nothing."""
        row = self._session.get(SessionRow, hash_of(token))
        if row is not None:
            self._session.delete(row)


def hash_of(token: str) -> str:
    """Return what is held of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def mark_of(token: str) -> str:
    """Return sixteen signs by which one session of a person is told from another."""
    return hash_of(token)[:16]
