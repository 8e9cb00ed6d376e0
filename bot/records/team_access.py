"""Who may read what was shared with a team, as conditions that the store checks at each look."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import QueryableAttribute

from bot.model.staff import Role
from bot.records.consent import Purpose
from bot.store.tables.accounts import AccountRow, GrantRow, TeamRow
from bot.store.tables.people import ConsentRow, SummaryRow
from bot.store.tables.teamwork import TeamShareRow

_TEAM_ROLES = tuple(role for role in Role if role.of_a_team)


class NotSharedError(Exception):
    """Not shared with a team of theirs: unknown, stopped, expired or taken back. Which of these is told to nobody."""


def unended(now: datetime) -> ColumnElement[bool]:
    """The condition that a share was neither stopped nor has expired. It narrows; `standing` decides."""
    return and_(TeamShareRow.stopped_at.is_(None), TeamShareRow.expires_at > now)


def is_open(team: str | QueryableAttribute[str]) -> ColumnElement[bool]:
    """Whether there is such a team and it was not closed: nobody reads for one that was, or shares with it."""
    return select(TeamRow.id).where(TeamRow.id == team, TeamRow.closed_at.is_(None)).exists()


def standing(now: datetime) -> ColumnElement[bool]:
    """The condition that a team may read a share now.

    It has not ended, both consents stand, something is there to read, and the team was not closed.
    """
    agreed = select(ConsentRow.id).where(
        ConsentRow.person_id == TeamShareRow.person_id, ConsentRow.withdrawn_at.is_(None)
    )
    keep = agreed.where(ConsentRow.purpose == Purpose.KEEP, ConsentRow.subject == "")
    share = agreed.where(ConsentRow.purpose == Purpose.SHARE_TEAM, ConsentRow.subject == TeamShareRow.id)
    kept = select(SummaryRow.id).where(
        SummaryRow.person_id == TeamShareRow.person_id, SummaryRow.door == TeamShareRow.door
    )
    there = (each.correlate(TeamShareRow).exists() for each in (keep, share, kept))
    return and_(unended(now), is_open(TeamShareRow.team_id), *there)


def reads_for(account: str, team: str) -> ColumnElement[bool]:
    """Whether an account holds a role of this team, which is open, and no administrator's: those cannot read words.

    An account that was reset reads nothing until somebody has confirmed it.
    """
    grants = select(GrantRow.id).where(GrantRow.account_id == account)
    held = grants.where(GrantRow.team_id == team, GrantRow.role.in_(_TEAM_ROLES))
    working = select(AccountRow.id).where(
        AccountRow.id == account, AccountRow.disabled_at.is_(None), AccountRow.rests_since.is_(None)
    )
    runs = grants.where(GrantRow.role == Role.ADMINISTRATOR)
    return and_(is_open(team), held.exists(), working.exists(), ~runs.exists())
