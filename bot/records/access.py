"""Who may read whose words now: decided here and nowhere else, for a link, for a team, and after a death.

Each is a condition that the store checks at the look itself. All of them ask the ledger for every yes that they need.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import QueryableAttribute

from bot.records.consent import Purpose, yes_now
from bot.store.tables.accounts import TeamRow
from bot.store.tables.people import ConsentRow, ShareRow, SummaryRow
from bot.store.tables.releases import ReleaseRow
from bot.store.tables.teamwork import TeamShareRow

Shared = type[ShareRow] | type[TeamShareRow] | type[ReleaseRow]


def link_stands(now: datetime) -> ColumnElement[bool]:
    """The condition that whoever has the link and the PIN of a share may read now."""
    return and_(_unended(ShareRow, now), _kept(ShareRow, now), _agreed(ShareRow, Purpose.SHARE, now))


def release_stands(now: datetime) -> ColumnElement[bool]:
    """The condition that what was agreed on for after a death may still come to be read."""
    return and_(_unended(ReleaseRow, now), _kept(ReleaseRow, now), _agreed(ReleaseRow, Purpose.AFTER_DEATH, now))


def team_share_stands(now: datetime) -> ColumnElement[bool]:
    """The condition that a team may read a share now: the team was not closed, and something is there to read."""
    written = select(SummaryRow.id).where(
        SummaryRow.person_id == TeamShareRow.person_id, SummaryRow.door == TeamShareRow.door
    )
    with_them = ConsentRow.recipient == TeamShareRow.team_id
    return and_(
        team_share_unended(now),
        team_is_open(TeamShareRow.team_id),
        _kept(TeamShareRow, now),
        _agreed(TeamShareRow, Purpose.SHARE_TEAM, now, with_them),
        written.correlate(TeamShareRow).exists(),
    )


def team_share_unended(now: datetime) -> ColumnElement[bool]:
    """The condition that a share with a team was neither stopped nor has expired. It narrows, and decides nothing."""
    return _unended(TeamShareRow, now)


def team_is_open(team: str | QueryableAttribute[str]) -> ColumnElement[bool]:
    """Whether there is such a team and it was not closed: nobody reads for one that was, or shares with it."""
    return select(TeamRow.id).where(TeamRow.id == team, TeamRow.closed_at.is_(None)).exists()


def _unended(table: Shared, now: datetime) -> ColumnElement[bool]:
    return and_(table.stopped_at.is_(None), or_(table.expires_at.is_(None), table.expires_at > now))


def _kept(table: Shared, now: datetime) -> ColumnElement[bool]:
    kept = yes_now(now).where(ConsentRow.purpose == Purpose.KEEP, ConsentRow.subject == "")
    return kept.where(ConsentRow.person_id == table.person_id).correlate(table).exists()


def _agreed(table: Shared, purpose: Purpose, now: datetime, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    agreed = yes_now(now).where(ConsentRow.purpose == purpose, ConsentRow.subject == table.id, *more)
    return agreed.where(ConsentRow.person_id == table.person_id).correlate(table).exists()
