"""Consent: explicit, one per purpose and subject, worded, versioned, logged, and as easy to take back as to give.

It is asked of the store each time something is kept or read; it is never copied to another place.
"""

from enum import StrEnum
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.records.audit import Audit
from bot.records.team_marks import end_team_shares
from bot.store.tables.people import ConsentRow


class Purpose(StrEnum):
    """What a person can say yes to. `subject` of a consent to share is the id of the share."""

    KEEP = "keep"
    SHARE = "share"
    SHARE_TEAM = "share_team"


WORDINGS = {Purpose.KEEP: "keep/2", Purpose.SHARE: "share/1", Purpose.SHARE_TEAM: "share_team/2"}
"""The version of the sentence said yes to. A test ties each to the words in data/responses.

The words of earlier versions, which people said yes to then, stay in docs/wordings.
"""


class NoConsentError(Exception):
    """The person has not said yes to this, or has taken it back."""


class Consents:
    """Gives, shows and withdraws consents of people in the store."""

    def __init__(self, session: Session, clock: Clock, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._audit = audit

    def give(self, person: PersonId, purpose: Purpose, subject: str = "") -> None:
        """Record an explicit yes. Called only where a person has just said it."""
        self._session.add(
            ConsentRow(
                id=str(uuid4()),
                person_id=person,
                purpose=purpose,
                subject=subject,
                wording=WORDINGS[purpose],
                given_at=self._clock.now(),
            )
        )
        self._audit.note("person", f"consent given: {purpose}", person, subject)

    def stands(self, person: PersonId, purpose: Purpose, subject: str = "") -> bool:
        """Say whether a yes to this stands now."""
        return bool(self._standing(person, purpose, subject))

    def require(self, person: PersonId, purpose: Purpose, subject: str = "") -> None:
        """Raise NoConsentError unless a yes to this stands now."""
        if not self.stands(person, purpose, subject):
            raise NoConsentError(f"No consent of {person} stands for: {purpose} {subject}".rstrip())

    def withdraw(self, person: PersonId, purpose: Purpose, subject: str = "") -> None:
        """Take back every standing yes to this. Taking back what was never given does nothing.

        What was shared with teams on the strength of it ends for good: a later yes to keep does not share it again.
        """
        standing = self._standing(person, purpose, subject)
        for row in standing:
            row.withdrawn_at = self._clock.now()
        if standing:
            if purpose in {Purpose.KEEP, Purpose.SHARE_TEAM}:
                end_team_shares(self._session, person, self._clock.now(), subject)
            self._audit.note("person", f"consent withdrawn: {purpose}", person, subject)

    def _standing(self, person: PersonId, purpose: Purpose, subject: str) -> list[ConsentRow]:
        query = select(ConsentRow).where(
            ConsentRow.person_id == person,
            ConsentRow.purpose == purpose,
            ConsentRow.subject == subject,
            ConsentRow.withdrawn_at.is_(None),
        )
        return list(self._session.scalars(query))
