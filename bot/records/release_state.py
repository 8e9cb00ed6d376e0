"""How far a release after a death has come, found at each look: no job opens one, and no job has to close one.

What a trusted person said counts only if the person has not been here since. So any message of theirs takes it back,
in any channel, whether or not anything else works at that moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.release import TRUSTED, Stage
from bot.records.access import release_stands
from bot.records.audit import Audit
from bot.records.consent import Consents, Purpose
from bot.store.tables.people import PersonRow, TurnRow
from bot.store.tables.releases import ReleaseHolderRow, ReleaseRow


@dataclass(frozen=True, slots=True)
class Standing:
    """How far it has come. `said`: when each of the two who have said so did; `opens_at`: once both have."""

    stage: Stage
    said: dict[str, datetime]
    opens_at: datetime | None = None


class ReleaseStates:
    """Looks at releases of the store, and takes back what was said of them."""

    def __init__(self, session: Session, clock: Clock, consents: Consents, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._consents = consents
        self._audit = audit

    def stands(self, row: ReleaseRow) -> bool:
        """Say whether it is neither stopped nor over, and every yes that it needs stands."""
        here = select(ReleaseRow.id).where(ReleaseRow.id == row.id, release_stands(self._clock.now()))
        return self._session.scalar(here) is not None

    def sections(self, row: ReleaseRow) -> tuple[Heading, ...]:
        """Return the parts that it opens, as the ledger has them."""
        return self._consents.sections(PersonId(row.person_id), Purpose.AFTER_DEATH, row.id)

    def standing(self, row: ReleaseRow) -> Standing:
        """Return how far it has come at this moment."""
        alive_at = self._last_here(row.person_id)
        said = {
            holder.role: holder.said_at
            for holder in self.holders(row)
            if holder.role in TRUSTED and holder.said_at is not None and holder.said_at > alive_at
        }
        if len(said) < len(TRUSTED):
            return Standing(Stage.ONE if said else Stage.SET, said)
        opens_at = max(said.values()) + timedelta(days=row.delay_days)
        return Standing(Stage.OPEN if opens_at <= self._clock.now() else Stage.WAITING, said, opens_at)

    def holders(self, row: ReleaseRow) -> Sequence[ReleaseHolderRow]:
        """Return who has a link, the two trusted people first."""
        query = select(ReleaseHolderRow).where(ReleaseHolderRow.release_id == row.id)
        return self._session.scalars(query.order_by(ReleaseHolderRow.place)).all()

    def void(self, row: ReleaseRow, actor: str) -> None:
        """Take back whatever was said. Both have to say it anew, and the person is told at their next message."""
        said = [holder for holder in self.holders(row) if holder.said_at is not None]
        for holder in said:
            holder.voided_said_at, holder.said_at = holder.said_at, None
        if said:
            row.voided_at = self._clock.now()
            self._audit.note(actor, "release after death vetoed", PersonId(row.person_id), row.id)

    def settle(self, row: ReleaseRow) -> None:
        """Write down that the person has been here since, where something was said of them before."""
        alive_at = self._last_here(row.person_id)
        if any(holder.said_at is not None and holder.said_at <= alive_at for holder in self.holders(row)):
            self.void(row, "person")

    def _last_here(self, person: str) -> datetime:
        """Return when the person was last here; a message that still waits for its answer counts too."""
        seen = self._session.scalars(select(PersonRow.last_seen_at).where(PersonRow.id == person)).one()
        wrote = self._session.scalar(select(func.max(TurnRow.created_at)).where(TurnRow.person_id == person))
        return max(seen, wrote) if wrote else seen
