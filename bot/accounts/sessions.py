"""Who is signed in, held on the server: a browser has a random token, the store its hash, and ending it is at once."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from bot.accounts.events import Did, by_account, note
from bot.accounts.grants import grants_of
from bot.accounts.history import TOLD_FOR, resets_since
from bot.accounts.permissions import REST_AFTER_RESET
from bot.model.staff import Staff
from bot.store.tables.accounts import AccountRow, StaffSessionRow
from bot.store.transaction import OpenTransaction, Transaction

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=10)
HALF_WAY = timedelta(minutes=10)
"""How long the second step may take."""
_COUNTED_EVERY = timedelta(minutes=1)
"""Being used is written down so often at most, so that reading pages writes little."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One browser that is signed in. `handle` ends it; it opens nothing."""

    handle: str
    started_at: datetime
    last_used_at: datetime
    is_this_one: bool


class StaffSessions:
    """The sessions of everybody who works here."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def staff_of(self, token: str) -> Staff | None:
        """Return whose session this is, and count it as used; None when it has ended or is half-way."""
        with self._open(reading=True) as transaction:
            row = find_session(transaction, token)
            account = transaction.session.get(AccountRow, row.account_id) if row else None
            if row is None or row.second_factor_at is None or account is None or account.disabled_at is not None:
                return None
            staff = staff_from(transaction.session, account)
            stale = transaction.clock.now() - row.last_used_at >= _COUNTED_EVERY
        if stale:
            self._count_as_used(token)
        return staff

    def of(self, account: str, token: str) -> tuple[OpenSession, ...]:
        """Return the browsers in which an account is signed in now, the last used first. `token` is this one's."""
        with self._open(reading=True) as transaction:
            now = transaction.clock.now()
            query = select(StaffSessionRow).where(
                StaffSessionRow.account_id == account, StaffSessionRow.second_factor_at.is_not(None)
            )
            rows = [row for row in transaction.session.scalars(query) if not _has_ended(row, now)]
        rows.sort(key=lambda row: row.last_used_at, reverse=True)
        here = hash_token(token)
        return tuple(
            OpenSession(row.token_hash, row.created_at, row.last_used_at, row.token_hash == here) for row in rows
        )

    def sign_out(self, token: str) -> None:
        """End this session. Ending it twice is harmless."""
        with self._open() as transaction:
            row = transaction.session.get(StaffSessionRow, hash_token(token))
            if row is not None:
                note(transaction, by_account(row.account_id), Did.SIGNED_OUT, row.account_id)
                transaction.session.delete(row)
                transaction.commit()

    def end(self, account: str, handle: str) -> None:
        """End one session of an account. One that is another's, or has ended, is left as it is."""
        with self._open() as transaction:
            row = transaction.session.get(StaffSessionRow, handle)
            if row is not None and row.account_id == account:
                transaction.session.delete(row)
                note(transaction, by_account(account), Did.SESSION_ENDED, account)
                transaction.commit()

    def end_others(self, account: str, token: str) -> None:
        """End every session of an account but this one."""
        with self._open() as transaction:
            end_sessions(transaction.session, account, but=token)
            note(transaction, by_account(account), Did.SESSION_ENDED, account)
            transaction.commit()

    def drop_ended(self) -> None:
        """Delete the rows of sessions that have ended by themselves."""
        with self._open() as transaction:
            now = transaction.clock.now()
            ended = or_(StaffSessionRow.expires_at <= now, StaffSessionRow.last_used_at <= now - IDLE)
            transaction.session.execute(delete(StaffSessionRow).where(ended))
            transaction.commit()

    def _count_as_used(self, token: str) -> None:
        with self._open() as transaction:
            row = find_session(transaction, token)
            if row is not None:
                row.last_used_at = transaction.clock.now()
                transaction.commit()


def start_session(transaction: Transaction, account: str, *, complete: bool, replacing: str = "") -> str:
    """Start a session with a token of its own and return the token; the one it replaces ends.

    So a token that was known before a step is worth nothing after it.
    """
    session, now = transaction.session, transaction.clock.now()
    session.execute(delete(StaffSessionRow).where(StaffSessionRow.token_hash == hash_token(replacing)))
    token = secrets.token_urlsafe(32)
    session.add(
        StaffSessionRow(
            token_hash=hash_token(token),
            account_id=account,
            created_at=now,
            last_used_at=now,
            expires_at=now + (LONGEST if complete else HALF_WAY),
            second_factor_at=now if complete else None,
        )
    )
    session.flush()
    return token


def find_session(transaction: Transaction, token: str) -> StaffSessionRow | None:
    """Return the session of a token, complete or half-way, unless it has ended."""
    row = transaction.session.get(StaffSessionRow, hash_token(token)) if token else None
    return None if row is None or _has_ended(row, transaction.clock.now()) else row


def end_sessions(session: Session, account: str, *, but: str = "") -> None:
    """Delete every session of an account, but for that of one token."""
    session.execute(
        delete(StaffSessionRow).where(
            StaffSessionRow.account_id == account, StaffSessionRow.token_hash != hash_token(but)
        )
    )


def staff_from(session: Session, account: AccountRow) -> Staff:
    """Return somebody with the roles that count at this moment, those that rest, and the resets they have not seen."""
    held = grants_of(session, account.id)[account.id]
    rests = REST_AFTER_RESET if account.rests_since is not None else frozenset()
    unseen = account.reset_unseen_since
    return Staff(
        account.id,
        account.name,
        account.email,
        grants=tuple(grant for grant in held if grant.role not in rests),
        resting=tuple(grant for grant in held if grant.role in rests),
        # With those shortly before: whoever was at the account may have put that notice aside.
        resets=resets_since(session, account.id, unseen - TOLD_FOR) if unseen else (),
    )


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _has_ended(row: StaffSessionRow, now: datetime) -> bool:
    return row.expires_at <= now or row.last_used_at <= now - IDLE
