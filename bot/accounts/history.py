"""What was done with accounts, to be read: by their owners, by administrators, and by the leads of a team.

Signing in, roles, resets and who confirmed them. Nothing here is changed; it is only read.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from bot.accounts.events import Did, by_account
from bot.model.staff import Grant, Reset, Role
from bot.store.tables.accounts import AccountEventRow, AccountRow, GrantRow
from bot.store.transaction import OpenTransaction

PAGE = 50
TOLD_FOR = timedelta(days=30)
"""How long leads are told what was done with the accounts of their team."""

_OF_THE_ACCOUNT = (Did.RESET, Did.CONFIRMED)
_OF_THE_ROLE = (Did.GRANTED, Did.REVOKED)
_OWNER, _DOER = aliased(AccountRow), aliased(AccountRow)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done with an account, called `name`. `by` is the name of who did it, "" where that is no account.

    `actor` is as it was written down. `grant` is the role it was about, where that was written down.
    """

    number: int
    at: datetime
    did: Did
    account: str
    name: str
    actor: str
    by: str
    grant: Grant | None


@dataclass(frozen=True, slots=True)
class Events:
    """Some of what was done with an account, newest first. `older` is the number that leads further back, or None."""

    items: tuple[Event, ...]
    older: int | None = None


class History:
    """What was done with the accounts of the store."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def of(self, account: str, before: int | None = None, most: int = PAGE) -> Events:
        """Return what was done with an account: the newest, or those before a number."""
        query = _events(AccountEventRow.account_id == account).order_by(AccountEventRow.number.desc()).limit(most + 1)
        if before is not None:
            query = query.where(AccountEventRow.number < before)
        with self._open(reading=True) as transaction:
            found = [_event(row) for row in transaction.session.execute(query)]
        shown = tuple(found[:most])
        return Events(shown, shown[-1].number if len(found) > most else None)

    def of_team(self, team: str) -> tuple[Event, ...]:
        """Return what was done lately with roles in a team and with the accounts that are in it, newest first."""
        in_team = select(GrantRow.account_id).where(GrantRow.team_id == team)
        accounts = and_(_did(*_OF_THE_ACCOUNT), AccountEventRow.account_id.in_(in_team))
        roles = and_(_did(*_OF_THE_ROLE), AccountEventRow.team_id == team)
        with self._open(reading=True) as transaction:
            lately = AccountEventRow.at > transaction.clock.now() - TOLD_FOR
            query = _events(lately, or_(accounts, roles)).order_by(AccountEventRow.number.desc())
            return tuple(_event(row) for row in transaction.session.execute(query))


def resets_since(session: Session, account: str, moment: datetime) -> tuple[Reset, ...]:
    """Return the resets of an account from a moment on, oldest first."""
    query = _events(_did(Did.RESET), AccountEventRow.account_id == account, AccountEventRow.at >= moment)
    found = (_event(row) for row in session.execute(query.order_by(AccountEventRow.number)))
    return tuple(Reset(event.at, event.by) for event in found)


def last_reset(session: Session, account: str) -> Event | None:
    """Return the last reset of an account, or None."""
    query = _events(_did(Did.RESET), AccountEventRow.account_id == account)
    row = session.execute(query.order_by(AccountEventRow.number.desc()).limit(1)).first()
    return _event(row) if row else None


def _did(*which: Did) -> ColumnElement[bool]:
    return AccountEventRow.action.in_([did.value for did in which])


def _events(*which: ColumnElement[bool]) -> Select[AccountEventRow, str, str]:
    """Select events with the names of whose account it is and of who did it. What another version noted is left out."""
    return (
        select(AccountEventRow, _OWNER.name, _DOER.name)
        .join(_OWNER, _OWNER.id == AccountEventRow.account_id)
        .outerjoin(_DOER, _DOER.id == func.substr(AccountEventRow.actor, len(by_account("")) + 1))
        .where(_did(*Did), *which)
    )


def _event(row: Row[AccountEventRow, str, str]) -> Event:
    noted, name, by = row
    return Event(
        number=noted.number,
        at=noted.at,
        did=Did(noted.action),
        account=noted.account_id,
        name=name,
        actor=noted.actor,
        by=by or "",
        grant=Grant(Role(noted.role), noted.team_id) if noted.role in set(Role) else None,
    )
