"""Consent: explicit, one per purpose and subject, worded, versioned, logged, and as easy to take back as to give.

It is a ledger: each yes is a row, and taking it back is another. It is asked of the store each time something is kept
or read; it is never copied to another place.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from bot.model.clock import Clock
from bot.model.consent import Decision, HowSaid, Terms
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.own_copy import Agreed
from bot.model.position import Door
from bot.records.audit import Audit
from bot.records.share_ends import end_shares, end_team_shares
from bot.store.tables.people import ConsentRow


class Purpose(StrEnum):
    """What a person can say yes to. `subject` of a consent to share, also after a death, is the id of the share."""

    KEEP = "keep"
    SHARE = "share"
    SHARE_TEAM = "share_team"
    AFTER_DEATH = "after_death"
    IMPROVE = "improve"
    """To be counted with others, without a name or a word; see `bot.records.themes`."""
    CONTACT = "contact"
    """To be asked what they think of this. Nothing here asks yet: it is noted where somebody offers it."""


WORDINGS = {
    Purpose.KEEP: "keep/2",
    Purpose.SHARE: "share/1",
    Purpose.SHARE_TEAM: "share_team/2",
    Purpose.AFTER_DEATH: "after_death/1",
    Purpose.IMPROVE: "improve/1",
    Purpose.CONTACT: "contact/1",
}
"""The version of the sentence said yes to. A test ties each to the words in data/responses.

The words of earlier versions, which people said yes to then, stay in docs/wordings.
"""
NO_TERMS = Terms()


class NoConsentError(Exception):
    """The person has not said yes to this, or has taken it back."""


def yes_now(now: datetime) -> Select[int]:
    """Select every yes that stands at this moment: not expired, and not taken back by a later row."""
    later = aliased(ConsentRow)
    taken_back = select(later.number).where(
        later.person_id == ConsentRow.person_id,
        later.purpose == ConsentRow.purpose,
        later.subject == ConsentRow.subject,
        later.number > ConsentRow.number,
        later.decision == Decision.WITHDRAWN,
    )
    return select(ConsentRow.number).where(
        ConsentRow.decision == Decision.GIVEN,
        or_(ConsentRow.expires_at.is_(None), ConsentRow.expires_at > now),
        ~taken_back.correlate(ConsentRow).exists(),
    )


class Consents:
    """Gives, shows and withdraws consents of people in the store.

    `said` is how the message came in that is dealt with now; whoever deals with one sets it.
    """

    def __init__(self, session: Session, clock: Clock, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._audit = audit
        self.said = HowSaid()

    def give(
        self,
        person: PersonId,
        purpose: Purpose,
        subject: str = "",
        *,
        door: Door | None = None,
        terms: Terms = NO_TERMS,
    ) -> None:
        """Record an explicit yes. Called only where a person has just said it.

        `door` says by whom: `writing` is somebody who typed it for the person, the others speak for themselves.
        """
        self._decide(
            ConsentRow(
                person_id=person,
                decision=Decision.GIVEN,
                purpose=purpose,
                subject=subject,
                wording=WORDINGS[purpose],
                door=door or "",
                recipient=terms.recipient,
                sections=[section.value for section in terms.sections],
                expires_at=terms.until,
            )
        )

    def stands(self, person: PersonId, purpose: Purpose, subject: str = "") -> bool:
        """Say whether a yes to this stands now."""
        query = yes_now(self._clock.now()).where(
            ConsentRow.person_id == person, ConsentRow.purpose == purpose, ConsentRow.subject == subject
        )
        return self._session.scalar(query.limit(1)) is not None

    def agreed(self, person: PersonId, purpose: Purpose, subject: str = "") -> Agreed | None:
        """Return the newest yes to this that stands now, or None."""
        newest = self._newest(person, purpose, subject) if self.stands(person, purpose, subject) else None
        return Agreed(newest.wording, newest.decided_at) if newest else None

    def sections(self, person: PersonId, purpose: Purpose, subject: str) -> tuple[Heading, ...]:
        """Return the parts that the newest yes to this names, as the ledger has them; none without a yes.

        Whether it stands is asked with `stands`: what was shared is told to the person also once it has ended.
        """
        given = select(ConsentRow.sections).where(
            ConsentRow.person_id == person,
            ConsentRow.purpose == purpose,
            ConsentRow.subject == subject,
            ConsentRow.decision == Decision.GIVEN,
        )
        newest = self._session.scalar(given.order_by(ConsentRow.number.desc()).limit(1))
        return tuple(Heading(section) for section in newest or ())

    def require(self, person: PersonId, purpose: Purpose, subject: str = "") -> None:
        """Raise NoConsentError unless a yes to this stands now."""
        if not self.stands(person, purpose, subject):
            raise NoConsentError(f"No consent of {person} stands for: {purpose} {subject}".rstrip())

    def withdraw(self, person: PersonId, purpose: Purpose, subject: str = "") -> None:
        """Take back every yes to this, expired or not. Taking back what was never given does nothing.

        What was shared on the strength of it ends for good: a later yes to keep does not share it again.
        """
        newest = self._newest(person, purpose, subject)
        if newest is None or newest.decision == Decision.WITHDRAWN:
            return
        if purpose is Purpose.KEEP:
            end_shares(self._session, person, self._clock.now())
        elif purpose is Purpose.SHARE_TEAM:
            end_team_shares(self._session, person, self._clock.now(), subject)
        self._decide(
            ConsentRow(
                person_id=person,
                decision=Decision.WITHDRAWN,
                purpose=purpose,
                subject=subject,
                wording=newest.wording,
                door=newest.door,
                recipient="",
                sections=[],
                expires_at=None,
            )
        )

    def withdraw_all(self, person: PersonId) -> None:
        """Take back every yes of a person."""
        decided = select(ConsentRow.purpose, ConsentRow.subject).where(ConsentRow.person_id == person).distinct()
        for purpose, subject in self._session.execute(decided.order_by(ConsentRow.purpose, ConsentRow.subject)).all():
            self.withdraw(person, Purpose(purpose), subject)

    def _decide(self, row: ConsentRow) -> None:
        row.channel, row.manner, row.decided_at = self.said.channel, self.said.manner, self._clock.now()
        self._audit.note_decision("person", row)

    def _newest(self, person: PersonId, purpose: Purpose, subject: str) -> ConsentRow | None:
        query = select(ConsentRow).where(
            ConsentRow.person_id == person, ConsentRow.purpose == purpose, ConsentRow.subject == subject
        )
        return self._session.scalar(query.order_by(ConsentRow.number.desc()).limit(1))
