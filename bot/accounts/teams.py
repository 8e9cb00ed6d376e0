"""Teams that people can share with."""

from uuid import uuid4

from sqlalchemy import delete, func, select

from bot.accounts.events import Did, note
from bot.accounts.names import one_line
from bot.model.staff import Grant, Role, Team
from bot.store.tables.accounts import GrantRow, TeamRow
from bot.store.transaction import OpenTransaction

SOONEST, LATEST = 1, 60
"""Days within which a team may say that it answers."""


class TeamError(Exception):
    """The team cannot be made as asked; the message says why."""


class UnknownTeamError(Exception):
    """There is no such team, or it was closed."""


class Teams:
    """The teams of this copy."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def all(self) -> tuple[Team, ...]:
        """Return every team that is open, by name."""
        with self._open(reading=True) as transaction:
            query = select(TeamRow).where(TeamRow.closed_at.is_(None)).order_by(func.lower(TeamRow.name))
            return tuple(Team(row.id, row.name, row.answers_within) for row in transaction.session.scalars(query))

    def names(self) -> dict[str, str]:
        """Return what every team is called, open or closed, by its id."""
        with self._open(reading=True) as transaction:
            return {row.id: row.name for row in transaction.session.scalars(select(TeamRow))}

    def add(self, name: str, answers_within: int = 7) -> Team:
        """Make a team. Raises TeamError: no name, a name in use, or days out of range."""
        called = one_line(name)
        if not called:
            raise TeamError("A team needs a name.")
        if not SOONEST <= answers_within <= LATEST:
            raise TeamError(f"A team answers within {SOONEST} to {LATEST} days.")
        with self._open() as transaction:
            same = select(TeamRow.id).where(func.lower(TeamRow.name) == called.lower())
            if transaction.session.scalar(same) is not None:
                raise TeamError("There is a team of that name. Names of closed teams are not used again.")
            row = TeamRow(
                id=str(uuid4()), name=called, answers_within=answers_within, created_at=transaction.clock.now()
            )
            transaction.session.add(row)
            transaction.commit()
        return Team(row.id, row.name, row.answers_within)

    def close(self, team: str, actor: str) -> None:
        """Close a team: nobody is in it any more, so nobody reads what was shared with it. Raises UnknownTeamError."""
        with self._open() as transaction:
            # Held until the end, so that no role is given in it meanwhile.
            row = transaction.session.get(TeamRow, team, with_for_update=True)
            if row is None or row.closed_at is not None:
                raise UnknownTeamError
            row.closed_at = transaction.clock.now()
            held = select(GrantRow).where(GrantRow.team_id == team).order_by(GrantRow.id)
            for grant in transaction.session.scalars(held).all():
                note(transaction, actor, Did.REVOKED, grant.account_id, Grant(Role(grant.role), team))
            transaction.session.execute(delete(GrantRow).where(GrantRow.team_id == team))
            transaction.commit()
