"""The links of a release after a death: a trusted person says that the person died, or stops it; a reader reads.

A reader's link counts no try and opens for no PIN before the release is open: it looks like any closed link.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.position import Door
from bot.model.release import TRUSTED, Role, Say, Stage, TrustedView
from bot.records.audit import Audit
from bot.records.people import People
from bot.records.pins import MOST_WRONG_PINS, NOBODY, token_hash
from bot.records.release_state import ReleaseStates
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.store.tables.releases import ReleaseHolderRow, ReleaseRow


@dataclass(frozen=True, slots=True)
class Released:
    """What a reader may read now."""

    person: PersonId
    recipient: str
    sections: tuple[Heading, ...]
    door: Door
    expires_at: datetime | None


class ReleaseLinks:
    """Opens links by token, once the PIN was checked. As with shares, a try counts before it is checked."""

    def __init__(self, session: Session, clock: Clock, people: People, audit: Audit, states: ReleaseStates) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._audit = audit
        self._states = states

    def is_readers(self, token: str) -> bool:
        """Say whether this is the link of a reader."""
        holder = self._by_token(token)
        return holder is not None and holder.role == Role.READER

    def count_try(self, token: str, *, trusted: bool) -> str:
        """Count a try at a PIN and return the PIN's hash. For an unknown or closed link nothing is written."""
        holder = self._by_token(token)
        if holder is None or holder.wrong_pins >= MOST_WRONG_PINS or not self._answers(holder, trusted=trusted):
            return NOBODY
        holder.wrong_pins += 1
        return holder.pin_hash

    def read(self, token: str, *, matches: bool) -> Released:
        """Open it for a reader: count and audit that, then say what they may read.

        Raises ShareClosedError, or WrongPinError; then the caller still commits, for the audit.
        """
        holder, row = self._unlocked(token, trusted=False, matches=matches)
        holder.openings += 1
        holder.opened_at = self._clock.now()
        person = PersonId(row.person_id)
        self._audit.note(f"reader:{holder.id}", "released page opened", person, row.id)
        return Released(
            person=person,
            recipient=self._people.unseal(person, holder.sealed_name, f"release_holders/{holder.id}"),
            sections=self._states.sections(row),
            door=Door(row.door),
            expires_at=row.expires_at,
        )

    def say(self, token: str, what: Say, *, matches: bool) -> TrustedView:
        """Do what a trusted person says, and return how things stand then. Raises as `read` does."""
        holder, row = self._unlocked(token, trusted=True, matches=matches)
        self._states.settle(row)
        actor = f"{holder.role}:{row.id}"
        if what is Say.DIED and holder.said_at is None:
            holder.said_at = self._clock.now()
            self._audit.note(actor, "death confirmed", PersonId(row.person_id), row.id)
        elif what is Say.STOP:
            self._states.void(row, actor)
        self._session.flush()
        standing = self._states.standing(row)
        return TrustedView(
            stage=standing.stage,
            you_said=holder.role in standing.said,
            stopped=row.voided_at is not None and not standing.said,
            delay_days=row.delay_days,
            opens_at=standing.opens_at,
        )

    def _unlocked(self, token: str, *, trusted: bool, matches: bool) -> tuple[ReleaseHolderRow, ReleaseRow]:
        holder = self._by_token(token)
        if holder is None or not self._answers(holder, trusted=trusted):
            raise ShareClosedError
        row = self._row(holder)
        if not matches:
            actor = f"{holder.role}:{row.id}" if trusted else f"reader:{holder.id}"
            self._audit.note(actor, "wrong PIN", PersonId(row.person_id), row.id)
            left = MOST_WRONG_PINS - holder.wrong_pins
            if left <= 0:
                raise ShareClosedError
            raise WrongPinError(left)
        holder.wrong_pins = 0
        return holder, row

    def _answers(self, holder: ReleaseHolderRow, *, trusted: bool) -> bool:
        """Say whether this link does anything now, as the link of a trusted person or as that of a reader."""
        row = self._row(holder)
        if trusted is not (holder.role in TRUSTED) or not self._states.stands(row):
            return False
        return trusted or self._states.standing(row).stage is Stage.OPEN

    def _by_token(self, token: str) -> ReleaseHolderRow | None:
        return self._session.scalar(select(ReleaseHolderRow).where(ReleaseHolderRow.token_hash == token_hash(token)))

    def _row(self, holder: ReleaseHolderRow) -> ReleaseRow:
        return self._session.get_one(ReleaseRow, holder.release_id)
