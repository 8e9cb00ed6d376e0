"""Whose account it is that a provider signed in. It makes none: an account exists beforehand, or there is no way in.

The first time, the verified email address finds the account, and the account is tied to the provider's own id for that
person. From then on only that id counts, so an address that is given to somebody else opens nothing.
"""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from bot.accounts.events import SIGN_IN, Did, note
from bot.accounts.names import plain_email
from bot.accounts.sessions import start_session
from bot.store.tables.accounts import AccountRow
from bot.store.transaction import OpenTransaction, Transaction


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom the provider has signed in. `email` is empty unless the provider says that it is verified."""

    issuer: str
    subject: str
    email: str
    next_page: str


class NoAccountError(Exception):
    """Whom the provider signed in has no account here that can be used."""


class ProviderSignIn:
    """Signs people in whom their organisation has checked, second factor included."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def enter(self, identity: Identity, replacing: str = "") -> str:
        """Return the token of a session that is complete. Raises NoAccountError."""
        subject = hashlib.sha256(f"{identity.issuer}\n{identity.subject}".encode()).hexdigest()
        with self._open() as transaction:
            row = _tied(transaction, subject) or _to_tie(transaction, identity.email, subject)
            if row is None or row.disabled_at is not None:
                raise NoAccountError
            row.last_sign_in_at = transaction.clock.now()
            token = start_session(transaction, row.id, complete=True, replacing=replacing)
            note(transaction, SIGN_IN, Did.SIGNED_IN_BY_PROVIDER, row.id)
            transaction.commit()
        return token


def _tied(transaction: Transaction, subject: str) -> AccountRow | None:
    return transaction.session.scalar(select(AccountRow).where(AccountRow.oidc_subject == subject).with_for_update())


def _to_tie(transaction: Transaction, email: str, subject: str) -> AccountRow | None:
    query = select(AccountRow).where(AccountRow.email == plain_email(email), AccountRow.oidc_subject.is_(None))
    row = transaction.session.scalar(query.with_for_update()) if email else None
    if row is None or row.disabled_at is not None:
        return None
    row.oidc_subject = subject
    row.setup_hash = row.setup_until = None  # one way in is enough
    note(transaction, SIGN_IN, Did.PROVIDER_TIED, row.id)
    return row
