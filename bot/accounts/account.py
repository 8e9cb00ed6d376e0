"""One account as an administrator sees it: how it stands, its roles, and whether they rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.accounts import lockout
from bot.accounts.grants import grants_of
from bot.accounts.permissions import REST_AFTER_RESET
from bot.accounts.resting import set_up_at
from bot.model.staff import Grant
from bot.store.tables.accounts import AccountRow


class Standing(StrEnum):
    """How an account is."""

    INVITED = "invited"
    LINK_ENDED = "link ended"
    READY = "ready"
    WAITING = "waiting after wrong tries"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Account:
    """An account as an administrator sees it.

    `rests`: it has a role that does not count until somebody has confirmed the account. `set_up_at` is None where the
    account waits to be set up.
    """

    id: str
    email: str
    name: str
    standing: Standing
    grants: tuple[Grant, ...]
    created_at: datetime
    last_sign_in_at: datetime | None
    set_up_at: datetime | None
    rests: bool


def accounts_of(session: Session, rows: Sequence[AccountRow], now: datetime) -> tuple[Account, ...]:
    """Return these accounts with their roles, in the order given. One query for the roles of all."""
    held = grants_of(session, *(row.id for row in rows))
    return tuple(_account(row, held[row.id], now) for row in rows)


def _account(row: AccountRow, grants: tuple[Grant, ...], now: datetime) -> Account:
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        standing=_standing(row, now),
        grants=grants,
        created_at=row.created_at,
        last_sign_in_at=row.last_sign_in_at,
        set_up_at=set_up_at(row),
        rests=row.rests_since is not None and any(grant.role in REST_AFTER_RESET for grant in grants),
    )


def _standing(row: AccountRow, now: datetime) -> Standing:
    if row.disabled_at is not None:
        return Standing.DISABLED
    if row.totp_confirmed_at is not None or row.oidc_subject is not None:
        return Standing.WAITING if lockout.is_locked(row, now) else Standing.READY
    return Standing.INVITED if row.setup_until is not None and row.setup_until > now else Standing.LINK_ENDED
