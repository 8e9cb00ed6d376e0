"""Recovery codes: they stand in for the phone, each once. Only hashes are held.

A code has 80 random bits, so a plain hash is enough: nobody can try them all.
"""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.accounts.totp import plain_code
from bot.store.tables.accounts import RecoveryCodeRow

HOW_MANY = 10
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without I, O, 0 and 1, which look alike
_LENGTH = 16


def renew_codes(session: Session, account: str) -> tuple[str, ...]:
    """Put ten new codes in place of the old ones, and return them. They can be shown now and never again."""
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account))
    codes = tuple("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH)) for _ in range(HOW_MANY))
    session.add_all(RecoveryCodeRow(account_id=account, code_hash=_hash(code)) for code in codes)
    session.flush()
    return tuple("-".join(code[start : start + 4] for start in range(0, _LENGTH, 4)) for code in codes)


def use_code(session: Session, account: str, typed: str, now: datetime) -> bool:
    """Use a code up. False when it is none of this account's, or was used before."""
    query = select(RecoveryCodeRow).where(
        RecoveryCodeRow.account_id == account,
        RecoveryCodeRow.code_hash == _hash(plain_code(typed)),
        RecoveryCodeRow.used_at.is_(None),
    )
    row = session.scalar(query.with_for_update())
    if row is None:
        return False
    row.used_at = now
    return True


def codes_left(session: Session, account: str) -> int:
    """Return how many codes can still be used."""
    query = select(func.count()).where(RecoveryCodeRow.account_id == account, RecoveryCodeRow.used_at.is_(None))
    return session.scalar(query) or 0


def drop_codes(session: Session, account: str) -> None:
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account))


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
