"""How what a person shares ends when its ground is gone: a yes to keep taken back, or every version deleted.

It ends for good. A later yes to keep does not share it again, neither with a team nor behind a link, nor after a death.
"""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.model.ids import PersonId
from bot.store.tables.people import ShareRow
from bot.store.tables.releases import ReleaseRow
from bot.store.tables.teamwork import TeamShareRow


def end_shares(session: Session, person: PersonId, now: datetime) -> None:
    """End every share of the person: with teams, by links, after a death. Those that ended before keep their moment."""
    end_team_shares(session, person, now)
    end_releases(session, person, now)
    links = update(ShareRow).where(ShareRow.person_id == person, ShareRow.stopped_at.is_(None))
    session.execute(links.values(stopped_at=now))


def end_team_shares(session: Session, person: PersonId, now: datetime, share: str = "") -> None:
    """End every share of the person with a team, or this one. Those that ended before keep their moment."""
    ended = update(TeamShareRow).where(TeamShareRow.person_id == person, TeamShareRow.stopped_at.is_(None))
    if share:
        ended = ended.where(TeamShareRow.id == share)
    session.execute(ended.values(stopped_at=now))


def end_releases(session: Session, person: PersonId, now: datetime) -> None:
    """Stop all that this person has set up for after their death."""
    standing = update(ReleaseRow).where(ReleaseRow.person_id == person, ReleaseRow.stopped_at.is_(None))
    session.execute(standing.values(stopped_at=now))
