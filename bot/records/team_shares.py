"""Sharing with a team: chosen sections, until a date or until the person says stop. Consent is asked at each look."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.consent import Terms
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.position import Door
from bot.model.staff import Staff
from bot.records.access import team_share_stands
from bot.records.audit import Audit
from bot.records.consent import Consents, Purpose
from bot.records.people import People
from bot.records.team_access import NotSharedError, reads_for
from bot.records.team_marks import Attention
from bot.store.tables.accounts import TeamRow
from bot.store.tables.teamwork import (
    CommitmentRow,
    NoticeRow,
    QuestionRow,
    ReflectionRow,
    TeamOpeningRow,
    TeamShareRow,
)

ONE_LOOK = timedelta(minutes=30)
"""Within this time of opening a share, the same person opening the same version again is the same look."""
_WRITTEN_BY_TEAM = (CommitmentRow, QuestionRow, ReflectionRow, NoticeRow)


class TeamClosedError(Exception):
    """The team was closed, or never was: nobody would read what is shared with it."""


@dataclass(frozen=True, slots=True)
class TeamShare:
    """A share as the person sees it. `stands`: the team could open it now."""

    id: str
    person: PersonId
    team: str
    called: str
    sections: tuple[Heading, ...]
    door: Door
    created_at: datetime
    expires_at: datetime
    stopped: bool
    stands: bool


class Look(NamedTuple):
    """One time a member of a team looked at a version of what was shared with it.

    It begins when they open it, and lasts half an hour at most. Within that time they may open it again, as after
    writing something, or print it: `opened_at` is the first moment, so what a person was told of a look stays as it
    was, and `last_at` the last. A version that was kept meanwhile is another look.
    """

    team: str
    opened_at: datetime
    version: int
    last_at: datetime


class TeamShares:
    """What people of the store share with teams."""

    def __init__(self, session: Session, clock: Clock, people: People, consents: Consents, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._consents = consents
        self._audit = audit

    def share(  # noqa: PLR0917  (as in the sentence said yes to: who, with whom, called what, which parts, until when)
        self, person: PersonId, team: str, called: str, sections: tuple[Heading, ...], until: datetime, door: Door
    ) -> str:
        """Share sections just agreed to, with the consent that carries them; return the id. `called` may be empty.

        It takes the place of an earlier share of this door with this team, unless the person had stopped that: what
        the team wrote goes over to the new one. Raises NoConsentError when nothing may be kept, TeamClosedError when
        nobody would read it.
        """
        self._consents.require(person, Purpose.KEEP)
        self._require_open(team)
        share = str(uuid4())
        row = TeamShareRow(
            id=share,
            person_id=person,
            team_id=team,
            door=door,
            sealed_called=self._people.seal(person, called, f"team_shares/{share}"),
            created_at=self._clock.now(),
            expires_at=until,
            attention=Attention.NEVER_OPENED,
        )
        self._session.add(row)
        self._session.flush()
        for earlier in self._unstopped(person, team, door, besides=share):
            row.next_due = min(filter(None, (row.next_due, earlier.next_due)), default=None)
            self._hand_over(earlier, share)
            self._end(earlier, "team share replaced")
        self._consents.give(person, Purpose.SHARE_TEAM, share, door=door, terms=Terms(team, sections, until))
        self._audit.note("person", "shared with team", person, share)
        return share

    def of(self, person: PersonId) -> tuple[TeamShare, ...]:
        """Return every share with a team that the person made, newest first."""
        query = (
            select(TeamShareRow, team_share_stands(self._clock.now()))
            .where(TeamShareRow.person_id == person)
            .order_by(TeamShareRow.created_at.desc(), TeamShareRow.id)
        )
        return tuple(self._share(row, stands=stands) for row, stands in self._session.execute(query))

    def stop(self, share: str) -> None:
        """Stop a share and withdraw its consent. Stopping twice is harmless. Raises NotSharedError if it is unknown."""
        row = self._session.get(TeamShareRow, share)
        if row is None:
            raise NotSharedError
        self._end(row, "team share stopped")

    def looked(self, person: PersonId) -> tuple[Look, ...]:
        """Return when which team looked at which version, newest first. The audit has every opening by itself."""
        query = (
            select(TeamShareRow.team_id, TeamOpeningRow)
            .join(TeamShareRow, TeamShareRow.id == TeamOpeningRow.share_id)
            .where(TeamShareRow.person_id == person)
            .order_by(TeamOpeningRow.opened_at, TeamOpeningRow.id)
        )
        looks: list[Look] = []
        latest: dict[tuple[str, str], int] = {}
        for team, row in self._session.execute(query):
            whose = (row.share_id, row.account_id)
            look = looks[latest[whose]] if whose in latest else None
            if look and row.version == look.version and row.opened_at - look.opened_at < ONE_LOOK:
                looks[latest[whose]] = look._replace(last_at=row.opened_at)
            else:
                latest[whose] = len(looks)
                looks.append(Look(team, row.opened_at, row.version, row.opened_at))
        return tuple(sorted(looks, key=lambda look: look.opened_at, reverse=True))

    # --- the team's side ----------------------------------------------------------------------------------------------

    def require_member(self, staff: Staff, team: str) -> None:
        """Raise NotSharedError unless the account may read for this team, as they say and as the store says now."""
        if team not in staff.teams or not self._session.scalar(select(reads_for(staff.id, team))):
            raise NotSharedError

    def for_staff(self, staff: Staff, share: str) -> TeamShare:
        """Return a share that a team of theirs may read now, held until the end of the unit. Raises NotSharedError."""
        query = select(TeamShareRow).where(TeamShareRow.id == share, team_share_stands(self._clock.now()))
        row = self._session.scalar(query.with_for_update(of=TeamShareRow))
        if row is None:
            raise NotSharedError
        self.require_member(staff, row.team_id)
        return self._share(row, stands=True)

    def opened(self, share: TeamShare, staff: Staff, version: int, action: str) -> None:
        """Audit that somebody is about to be shown this version, and count it."""
        self._audit.note(f"staff:{staff.id}", action, share.person, share.id)
        now = self._clock.now()
        self._session.add(TeamOpeningRow(share_id=share.id, account_id=staff.id, version=version, opened_at=now))
        seen = update(TeamShareRow).where(TeamShareRow.id == share.id)
        self._session.execute(seen.values(seen_version=version, attention=Attention.NOTHING_NEW))

    def versions_opened(self, share: TeamShare) -> frozenset[int]:
        """Return the versions that the team has opened through this share."""
        query = select(TeamOpeningRow.version).where(TeamOpeningRow.share_id == share.id)
        return frozenset(self._session.scalars(query))

    def _require_open(self, team: str) -> None:
        # Held until the end, so that the team is not closed meanwhile.
        row = self._session.get(TeamRow, team, with_for_update={"read": True})
        if row is None or row.closed_at is not None:
            raise TeamClosedError

    def _unstopped(self, person: PersonId, team: str, door: Door, *, besides: str) -> list[TeamShareRow]:
        query = select(TeamShareRow).where(
            TeamShareRow.person_id == person,
            TeamShareRow.team_id == team,
            TeamShareRow.door == door,
            TeamShareRow.id != besides,
            TeamShareRow.stopped_at.is_(None),
        )
        return list(self._session.scalars(query))

    def _hand_over(self, earlier: TeamShareRow, share: str) -> None:
        for table in _WRITTEN_BY_TEAM:
            self._session.execute(update(table).where(table.share_id == earlier.id).values(share_id=share))

    def _end(self, row: TeamShareRow, action: str) -> None:
        person = PersonId(row.person_id)
        if row.stopped_at is None:
            row.stopped_at = self._clock.now()
            self._audit.note("person", action, person, row.id)
        self._consents.withdraw(person, Purpose.SHARE_TEAM, row.id)

    def _share(self, row: TeamShareRow, *, stands: bool) -> TeamShare:
        person = PersonId(row.person_id)
        return TeamShare(
            id=row.id,
            person=person,
            team=row.team_id,
            called=self._people.unseal(person, row.sealed_called, f"team_shares/{row.id}"),
            sections=self._consents.sections(person, Purpose.SHARE_TEAM, row.id),
            door=Door(row.door),
            created_at=row.created_at,
            expires_at=row.expires_at,
            stopped=row.stopped_at is not None,
            stands=stands,
        )
