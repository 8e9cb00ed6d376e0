"""What other records do to shares with teams: a new version or an answer marks them, so that somebody reads it."""

from enum import IntEnum

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import Session

from bot.model.ids import PersonId
from bot.model.position import Door
from bot.store.tables.teamwork import TeamShareRow


class Attention(IntEnum):
    """Why a share wants to be read, the most urgent first. Events lower it; opening the page sets it to the last."""

    NEVER_OPENED = 0
    NEWER_VERSION = 1
    ANSWER = 2
    NOTHING_NEW = 3


def mark_changed(session: Session, person: PersonId, door: Door) -> None:
    """Mark what shows summaries of this door to a team as changed, unless it was never opened anyway."""
    _raise(session, Attention.NEWER_VERSION, TeamShareRow.person_id == person, TeamShareRow.door == door)


def mark_answered(session: Session, share: str) -> None:
    """Mark a share as answered, unless it wants to be read for a better reason."""
    _raise(session, Attention.ANSWER, TeamShareRow.id == share)


def _raise(session: Session, to: Attention, *which: ColumnElement[bool]) -> None:
    lower = update(TeamShareRow).where(*which, TeamShareRow.attention > to)
    session.execute(lower.values(attention=to))
