"""What people can change about their own account once they are signed in. Each asks for the password again."""

from sqlalchemy import select

from bot.accounts import lockout
from bot.accounts.events import Did, by_account, note
from bot.accounts.passwords import check_choice, hash_password, password_matches
from bot.accounts.recovery import codes_left, renew_codes
from bot.accounts.sessions import end_sessions, start_session
from bot.store.tables.accounts import AccountRow
from bot.store.transaction import OpenTransaction, Transaction


class WrongPasswordError(Exception):
    """The password given again is not right, or was wrong too often just now."""


class OwnAccount:
    """Somebody's own account."""

    def __init__(self, open_transaction: OpenTransaction) -> None:
        self._open = open_transaction

    def has_password(self, account: str) -> bool:
        """Say whether they sign in with a password here; otherwise only through their organisation."""
        with self._open(reading=True) as transaction:
            row = transaction.session.get(AccountRow, account)
            return row is not None and row.password_hash is not None

    def codes_left(self, account: str) -> int:
        """Return how many recovery codes can still be used."""
        with self._open(reading=True) as transaction:
            return codes_left(transaction.session, account)

    def change_password(self, account: str, old: str, new: str, token: str) -> str:
        """Change it, end every other session, and return a new token for this one.

        Raises WrongPasswordError or WeakPasswordError.
        """
        row = self._confirmed(account, old)
        check_choice(new, row.email, row.name)
        hashed = hash_password(new)
        with self._open() as transaction:
            _unchanged(transaction, account, row.password_hash).password_hash = hashed
            end_sessions(transaction.session, account)
            renewed = start_session(transaction, account, complete=True, replacing=token)
            note(transaction, by_account(account), Did.PASSWORD_CHANGED, account)
            transaction.commit()
        return renewed

    def renew_codes(self, account: str, password: str) -> tuple[str, ...]:
        """Return ten new recovery codes; the old ones end. Raises WrongPasswordError."""
        confirmed = self._confirmed(account, password)
        with self._open() as transaction:
            _unchanged(transaction, account, confirmed.password_hash)
            codes = renew_codes(transaction.session, account)
            note(transaction, by_account(account), Did.CODES_RENEWED, account)
            transaction.commit()
        return codes

    def _confirmed(self, account: str, password: str) -> AccountRow:
        """Check the password again, counted as at signing in: a session left open gives nobody more guesses."""
        with self._open() as transaction:
            row = _row(transaction, account)
            locked = lockout.is_locked(row, transaction.clock.now())
            last_try = not locked and lockout.count_try(row, transaction.clock.now())
            held = None if locked else row.password_hash
            transaction.commit()
        matches = password_matches(held, password)
        with self._open() as transaction:
            row = _row(transaction, account)
            matches = matches and row.password_hash == held
            if matches:
                lockout.take_back(row)
            elif last_try:
                note(transaction, by_account(account), Did.LOCKED, account)
            transaction.commit()
        if not matches:
            raise WrongPasswordError
        return row


def _row(transaction: Transaction, account: str) -> AccountRow:
    row = transaction.session.scalar(select(AccountRow).where(AccountRow.id == account).with_for_update())
    if row is None or row.disabled_at is not None:
        raise WrongPasswordError
    return row


def _unchanged(transaction: Transaction, account: str, password_hash: str | None) -> AccountRow:
    """The account, unless an administrator has taken its password away, or another has been chosen, meanwhile."""
    row = _row(transaction, account)
    if row.password_hash != password_hash:
        raise WrongPasswordError
    return row
