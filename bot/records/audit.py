"""The audit: an explicit call for everything done to a record. It refuses an entry without an actor."""

from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.store.tables.people import AuditRow


class NoActorError(Exception):
    """An audit entry was attempted without saying who acts."""


class Audit:
    """Adds entries. An actor is `person`, `reader:<share id>` or `job:<name>`; entries hold ids, never words."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def note(self, actor: str, action: str, person: PersonId, subject: str = "") -> None:
        """Add one entry. Raises NoActorError when `actor` is empty."""
        if not actor.strip():
            raise NoActorError(f"Nobody is named as doing '{action}'. Say who acts.")
        self._session.add(AuditRow(at=self._clock.now(), actor=actor, action=action, person_id=person, subject=subject))
        self._session.flush()
