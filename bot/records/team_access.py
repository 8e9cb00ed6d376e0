"""Which accounts read for a team. Whether anything is shared with it is for `bot.records.access`."""

from sqlalchemy import ColumnElement, and_, select

from bot.model.staff import Role
from bot.records.access import team_is_open
from bot.store.tables.accounts import AccountRow, GrantRow

_TEAM_ROLES = tuple(role for role in Role if role.of_a_team)


class NotSharedError(Exception):
    """Not shared with a team of theirs: unknown, stopped, expired or taken back. Which of these is told to nobody."""


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
    return and_(team_is_open(team), held.exists(), working.exists(), ~runs.exists())
