"""Giving roles and taking them away. A role in a team names its team; nobody both reads words and administers."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.accounts.events import Did, note
from bot.accounts.permissions import NEVER_WITH_ADMINISTRATOR
from bot.accounts.teams import UnknownTeamError
from bot.model.staff import Grant, Role
from bot.store.tables.accounts import AccountRow, GrantRow, TeamRow
from bot.store.transaction import OpenTransaction, Transaction


class GrantError(Exception):
    """The role cannot be given like this; the message says why."""


class Grants:
    """The roles of every account. A change holds from the next page on: roles are read anew for each."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def give(self, account: str, grant: Grant, actor: str) -> None:
        """Give a role. Giving it twice is harmless. Raises GrantError or UnknownTeamError."""
        with self._open() as transaction:
            self.give_in(transaction, account, grant, actor)
            transaction.commit()

    def give_in(self, transaction: Transaction, account: str, grant: Grant, actor: str) -> None:
        """The same within a transaction of the caller's."""
        session = transaction.session
        # Held until the end, so that two roles given at once see each other.
        if session.scalar(select(AccountRow.id).where(AccountRow.id == account).with_for_update()) is None:
            raise GrantError("There is no such account.")
        held = session.scalars(select(GrantRow).where(GrantRow.account_id == account)).all()
        _check(transaction, grant, {Role(row.role) for row in held})
        if any((row.role, row.team_id) == (grant.role.value, grant.team) for row in held):
            return
        session.add(GrantRow(account_id=account, role=grant.role.value, team_id=grant.team))
        session.flush()
        note(transaction, actor, Did.GRANTED, account, grant)

    def take_away(self, account: str, grant: Grant, actor: str) -> None:
        """Take a role away. One that is not held is left as it is."""
        with self._open() as transaction:
            query = select(GrantRow.id).where(
                GrantRow.account_id == account, GrantRow.role == grant.role.value, GrantRow.team_id == grant.team
            )
            held = transaction.session.scalar(query)
            if held is not None:
                transaction.session.execute(delete(GrantRow).where(GrantRow.id == held))
                note(transaction, actor, Did.REVOKED, account, grant)
                transaction.commit()


def grants_of(session: Session, *accounts: str) -> dict[str, tuple[Grant, ...]]:
    """Return the roles that each of these accounts holds, in the order in which they were given. One query for all."""
    query = select(GrantRow).where(GrantRow.account_id.in_(accounts)).order_by(GrantRow.id)
    held: dict[str, list[Grant]] = {account: [] for account in accounts}
    for row in session.scalars(query):
        held[row.account_id].append(Grant(Role(row.role), row.team_id))
    return {account: tuple(grants) for account, grants in held.items()}


def _check(transaction: Transaction, grant: Grant, held: set[Role]) -> None:
    if grant.role.of_a_team and not grant.team:
        raise GrantError("This role is held in a team. Say in which.")
    if grant.team and not grant.role.of_a_team:
        raise GrantError("This role holds everywhere, not in a team.")
    if grant.team:
        team = transaction.session.get(TeamRow, grant.team, with_for_update=True)
        if team is None or team.closed_at is not None:
            raise UnknownTeamError
    roles = held | {grant.role}
    if Role.ADMINISTRATOR in roles and roles & NEVER_WITH_ADMINISTRATOR:
        raise GrantError("An administrator cannot read what people share. Use two accounts for two people.")
