"""The audit: an explicit call for everything done to a record. It refuses an entry without an actor."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.store.tables.people import AuditRow


class NoActorError(Exception):
    """An audit entry was attempted without saying who acts."""


class Audit:
    """Adds entries, which hold ids and never words.

    An actor is `person`, `staff:<account id>`, `reader:<share id>`, `job:<name>` or `operator`.
    """

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def note(self, actor: str, action: str, person: PersonId, subject: str = "") -> None:
        """Add one entry. Raises NoActorError when `actor` is empty."""
        self.note_each(actor, action, [(person, subject)])

    def note_each(self, actor: str, action: str, about: Iterable[tuple[PersonId, str]]) -> None:
        """Add one entry for each person and subject. Raises NoActorError when `actor` is empty."""
        if not actor.strip():
            raise NoActorError(f"Nobody is named as doing '{action}'. Say who acts.")
        at = self._clock.now()
        self._session.add_all(
            AuditRow(at=at, actor=actor, action=action, person_id=person, subject=subject) for person, subject in about
        )
        self._session.flush()
