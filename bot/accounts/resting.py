"""After a reset by an administrator: the roles that matter most rest until somebody else says who set it up anew.

An administrator can reset an account and use the link themselves. So a reset account reads nothing and looks after no
accounts until a lead of its team, or another administrator, has spoken with its owner and says that it is them.
Whoever runs the machine can read the store anyway, so a reset on the command line lets nothing rest.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from bot.accounts.events import COMMAND_LINE, Did, account_of, by_account, note
from bot.accounts.history import Event, last_reset
from bot.accounts.permissions import NEVER_WITH_ADMINISTRATOR
from bot.model.staff import Role
from bot.store.tables.accounts import AccountRow, GrantRow, TeamRow
from bot.store.transaction import OpenTransaction, Transaction

_READERS = tuple(role.value for role in NEVER_WITH_ADMINISTRATOR)


class MayNotConfirmError(Exception):
    """It is not for them to say: the account itself, who reset it, another team; or nobody has set it up anew yet."""


class ResetSinceError(MayNotConfirmError):
    """It was reset again since they asked its owner, so the answer was about an earlier set-up."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An account whose roles rest. `set_up_at` is None until somebody has set it up anew.

    `reset` is the number of its last reset: who confirms says that it was this one they asked about.
    `administers` says whether it looks after accounts; if not, it reads what people share.
    """

    account: str
    name: str
    reset_at: datetime
    reset_by: str
    set_up_at: datetime | None
    reset: int
    administers: bool


class Resting:
    """Accounts that were reset and wait to be confirmed."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def in_team(self, team: str) -> tuple[Waiting, ...]:
        """Return the accounts of a team whose roles rest, the longest first."""
        held = select(GrantRow.account_id).where(GrantRow.team_id == team, GrantRow.role.in_(_READERS))
        query = select(AccountRow).where(
            AccountRow.id.in_(held), AccountRow.rests_since.is_not(None), AccountRow.disabled_at.is_(None)
        )
        with self._open(reading=True) as transaction:
            rows = transaction.session.scalars(query.order_by(AccountRow.rests_since, AccountRow.id)).all()
            return tuple(_waiting(transaction, row) for row in rows)

    def of(self, account: str) -> Waiting | None:
        """Return an account if its roles rest, else None."""
        with self._open(reading=True) as transaction:
            row = transaction.session.get(AccountRow, account)
            return _waiting(transaction, row) if row is not None and row.rests_since is not None else None

    def may_confirm(self, account: str, actor: str) -> bool:
        """Say whether `actor` may say now that the account is in its owner's hands."""
        with self._open(reading=True) as transaction:
            row = transaction.session.get(AccountRow, account)
            if row is None or row.rests_since is None or set_up_at(row) is None:
                return False
            return _is_theirs_to_say(transaction, row, actor)

    def confirm(self, account: str, actor: str, reset: int | None = None) -> None:
        """Let the roles of an account count again. One that does not rest is left as it is.

        `reset` is the number of the reset that its owner was asked about. Only the command line may leave it out.
        Raises MayNotConfirmError, or ResetSinceError where there was another reset in between.
        """
        with self._open() as transaction:
            # Held until the end, so that a reset meanwhile is not confirmed along with the one before.
            query = select(AccountRow).where(AccountRow.id == account).with_for_update()
            row = transaction.session.scalar(query)
            if row is not None and row.rests_since is None:
                return
            if row is None or not _is_theirs_to_say(transaction, row, actor):
                raise MayNotConfirmError
            if actor != COMMAND_LINE and reset != _number(last_reset(transaction.session, row.id)):
                raise ResetSinceError
            if set_up_at(row) is None:
                raise MayNotConfirmError
            row.rests_since = None
            note(transaction, actor, Did.CONFIRMED, row.id)
            transaction.commit()

    def seen(self, account: str) -> None:
        """Note that the owner has read that their account was reset. Doing it twice is harmless."""
        with self._open() as transaction:
            row = transaction.session.get(AccountRow, account, with_for_update=True)
            if row is not None and row.reset_unseen_since is not None:
                row.reset_unseen_since = None
                note(transaction, by_account(row.id), Did.RESET_SEEN, row.id)
                transaction.commit()


def begin_resting(transaction: Transaction, row: AccountRow, actor: str) -> None:
    """Have a reset seen and confirmed. An account with which nobody ever signed in has no owner to be mistaken for."""
    if row.last_sign_in_at is None:
        return
    now = transaction.clock.now()
    row.rests_since = None if actor == COMMAND_LINE else now
    row.reset_unseen_since = row.reset_unseen_since or now


def set_up_at(row: AccountRow) -> datetime | None:
    """Return when an account was set up last, or None where it waits for that."""
    if row.totp_confirmed_at is not None:
        return row.totp_confirmed_at
    return row.last_sign_in_at if row.oidc_subject is not None else None


def _waiting(transaction: Transaction, row: AccountRow) -> Waiting:
    reset = last_reset(transaction.session, row.id)
    since = row.rests_since or transaction.clock.now()
    administers = select(GrantRow.id).where(GrantRow.account_id == row.id, GrantRow.role == Role.ADMINISTRATOR.value)
    return Waiting(
        account=row.id,
        name=row.name,
        reset_at=reset.at if reset else since,
        reset_by=reset.by if reset else "",
        set_up_at=set_up_at(row),
        reset=_number(reset),
        administers=transaction.session.scalar(administers.limit(1)) is not None,
    )


def _number(reset: Event | None) -> int:
    return reset.number if reset else 0


def _is_theirs_to_say(transaction: Transaction, row: AccountRow, actor: str) -> bool:
    if actor == COMMAND_LINE:
        return True
    session, confirmer = transaction.session, account_of(actor)
    other = session.get(AccountRow, confirmer)
    if other is None or other.id == row.id or other.disabled_at is not None or other.rests_since is not None:
        return False
    reset = last_reset(session, row.id)
    held = session.scalars(select(GrantRow).where(GrantRow.account_id == other.id)).all()
    if any(grant.role == Role.ADMINISTRATOR for grant in held):
        return reset is None or reset.actor != actor
    led = [grant.team_id for grant in held if grant.role == Role.TEAM_LEAD]
    shared = (
        select(GrantRow.id)
        .join(TeamRow, TeamRow.id == GrantRow.team_id)
        .where(
            GrantRow.account_id == row.id,
            GrantRow.team_id.in_(led),
            GrantRow.role.in_(_READERS),
            TeamRow.closed_at.is_(None),
        )
    )
    return session.scalar(shared.limit(1)) is not None
