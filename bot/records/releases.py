"""After my death: chosen sections for named readers, once two trusted people have said so and a delay has passed.

This is the person's own side: setting it up, seeing it, stopping it, hearing what was said of them.
"""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.consent import Terms
from bot.model.ids import PersonId, ReleaseId
from bot.model.position import Door
from bot.model.release import Holder, HolderLink, Plan, Release, Role, Said
from bot.records.audit import Audit
from bot.records.consent import Consents, Purpose
from bot.records.people import People
from bot.records.pins import MOST_WRONG_PINS, new_pin, new_token, pin_hash, token_hash
from bot.records.release_state import ReleaseStates
from bot.store.tables.releases import ReleaseHolderRow, ReleaseRow


class Releases:
    """The releases after death of the store."""

    def __init__(
        self, session: Session, clock: Clock, *, people: People, consents: Consents, audit: Audit, states: ReleaseStates
    ) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._consents = consents
        self._audit = audit
        self._states = states

    def set_up(self, person: PersonId, plan: Plan) -> tuple[HolderLink, ...]:
        """Store what was just agreed to, with the consent that carries it; return the links, trusted people first."""
        release = ReleaseId(str(uuid4()))
        row = ReleaseRow(
            id=release,
            person_id=person,
            door=plan.door,
            delay_days=plan.delay_days,
            created_at=self._clock.now(),
            expires_at=plan.expires_at,
        )
        self._session.add(row)
        self._session.flush()
        one, two = plan.trusted
        named = [(Role.TRUSTED_ONE, one), (Role.TRUSTED_TWO, two), *((Role.READER, name) for name in plan.readers)]
        links = tuple(HolderLink(role, name, new_token(), new_pin()) for role, name in named)
        for place, link in enumerate(links):
            self._session.add(self._holder_row(person, release, place, link))
        terms = Terms(sections=plan.sections, until=plan.expires_at)
        self._consents.give(person, Purpose.AFTER_DEATH, release, door=plan.door, terms=terms)
        self._audit.note("person", "release after death set up", person, release)
        return links

    def of(self, person: PersonId) -> tuple[Release, ...]:
        """Return every one that the person set up, newest first."""
        query = select(ReleaseRow).where(ReleaseRow.person_id == person).order_by(ReleaseRow.created_at.desc())
        return tuple(self._release(row) for row in self._session.scalars(query))

    def standing(self, person: PersonId) -> tuple[Release, ...]:
        """Return those that are neither stopped nor over."""
        return tuple(release for release in self.of(person) if release.stands)

    def stop(self, release: ReleaseId) -> None:
        """Stop one for good and withdraw its consent. Stopping twice is harmless."""
        row = self._session.get(ReleaseRow, release)
        if row is None:
            return
        person = PersonId(row.person_id)
        self._consents.withdraw(person, Purpose.AFTER_DEATH, release)
        if row.stopped_at is None:
            row.stopped_at = self._clock.now()
            self._audit.note("person", "release after death stopped", person, release)

    def here(self, person: PersonId) -> tuple[Said, ...]:
        """Take back what was said before this moment, for the person is here; return what they were not told yet."""
        query = select(ReleaseRow).where(ReleaseRow.person_id == person).order_by(ReleaseRow.created_at)
        untold: list[Said] = []
        for row in self._session.scalars(query):
            self._states.void(row, "person")
            untold += self._untold(row)
        return tuple(untold)

    def told(self, person: PersonId, release: ReleaseId) -> None:
        """Note that the person has been told what was said of one. Telling twice is harmless."""
        query = select(ReleaseHolderRow).where(
            ReleaseHolderRow.person_id == person,
            ReleaseHolderRow.release_id == release,
            ReleaseHolderRow.voided_said_at.is_not(None),
        )
        for holder in self._session.scalars(query):
            holder.voided_said_at = None

    def _untold(self, row: ReleaseRow) -> list[Said]:
        holders = self._states.holders(row)
        said = [(holder, holder.voided_said_at) for holder in holders if holder.voided_said_at is not None]
        first = min((at for _, at in said), default=None)
        read = [h.opened_at for h in holders if first is not None and h.opened_at is not None and h.opened_at > first]
        return [Said(ReleaseId(row.id), self._name(holder), at, max(read, default=None)) for holder, at in said]

    def _holder_row(self, person: PersonId, release: ReleaseId, place: int, link: HolderLink) -> ReleaseHolderRow:
        holder = str(uuid4())
        return ReleaseHolderRow(
            id=holder,
            release_id=release,
            person_id=person,
            role=link.role,
            place=place,
            token_hash=token_hash(link.token),
            pin_hash=pin_hash(link.pin),
            sealed_name=self._people.seal(person, link.name, f"release_holders/{holder}"),
        )

    def _release(self, row: ReleaseRow) -> Release:
        standing = self._states.standing(row)
        holders = tuple(
            Holder(
                role=Role(holder.role),
                name=self._name(holder),
                locked=holder.wrong_pins >= MOST_WRONG_PINS,
                said_at=standing.said.get(holder.role),
                openings=holder.openings,
                opened_at=holder.opened_at,
            )
            for holder in self._states.holders(row)
        )
        return Release(
            id=ReleaseId(row.id),
            sections=self._states.sections(row),
            door=Door(row.door),
            holders=holders,
            stage=standing.stage,
            expires_at=row.expires_at,
            stands=self._states.stands(row),
        )

    def _name(self, holder: ReleaseHolderRow) -> str:
        return self._people.unseal(PersonId(holder.person_id), holder.sealed_name, f"release_holders/{holder.id}")
