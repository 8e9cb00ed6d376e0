"""Signing in: a password, then a code; or an organisation's own identity provider.

Whatever does not fit (unknown address, wrong password, locked, disabled) is refused in the same way, after the same
work, so that nobody learns who has an account.
"""

from sqlalchemy import func, select, update

from bot.accounts import lockout
from bot.accounts.events import SIGN_IN, Did, note
from bot.accounts.names import plain_email
from bot.accounts.passwords import hash_password, needs_rehash, password_matches
from bot.accounts.phones import Phones
from bot.accounts.recovery import use_code
from bot.accounts.sessions import find_session, start_session
from bot.accounts.totp import is_six_digits, plain_code
from bot.store.tables.accounts import AccountRow
from bot.store.transaction import OpenTransaction, Transaction


class WrongSignInError(Exception):
    """Address and password do not open an account now. Why, is told to nobody."""


class WrongCodeError(Exception):
    """The code is not right, or was used before."""


class SignInEndedError(Exception):
    """The second step took too long, or had too many wrong codes. It starts again with the password."""


class SignIn:
    """Both steps of signing in."""

    def __init__(self, open_transaction: OpenTransaction, phones: Phones) -> None:
        self._open = open_transaction
        self._phones = phones

    def with_password(self, email: str, password: str, replacing: str = "") -> str:
        """Return the token of a session that is half-way. Raises WrongSignInError."""
        account, held, last_try = self._count_try(email)
        if not password_matches(held, password):
            self._refuse(account, last_try=last_try)
            raise WrongSignInError
        renewed = hash_password(password) if held and needs_rehash(held) else held
        with self._open() as transaction:
            row = _locked_row(transaction, account)
            if row is None or row.disabled_at is not None or row.password_hash != held:
                raise WrongSignInError
            row.password_hash = renewed
            lockout.take_back(row)
            token = start_session(transaction, row.id, complete=False, replacing=replacing)
            transaction.commit()
        return token

    def is_half_way(self, token: str) -> bool:
        """Say whether this session waits for its second step."""
        with self._open(reading=True) as transaction:
            row = find_session(transaction, token)
            return row is not None and row.second_factor_at is None

    def with_code(self, token: str, typed: str) -> str:
        """Return the token of a session that is complete: for the six digits of now, or an unused recovery code.

        Raises WrongCodeError, or SignInEndedError.
        """
        with self._open() as transaction:
            row = self._half_way(transaction, token)
            last_try = lockout.count_try(row, transaction.clock.now())
            if self._is_right(transaction, row, plain_code(typed)):
                lockout.clear(row)
                row.last_sign_in_at = transaction.clock.now()
                note(transaction, SIGN_IN, Did.SIGNED_IN, row.id)
                whole = start_session(transaction, row.id, complete=True, replacing=token)
                transaction.commit()
                return whole
            if last_try:
                note(transaction, SIGN_IN, Did.LOCKED, row.id)
                transaction.session.delete(find_session(transaction, token))
            transaction.commit()
        raise SignInEndedError if last_try else WrongCodeError

    def _count_try(self, email: str) -> tuple[str, str | None, bool]:
        """Count a try before it is checked; return the account's id, its hash, and whether it must wait if it is wrong.

        For one that cannot sign in now there is no id and no hash.
        """
        with self._open() as transaction:
            now = transaction.clock.now()
            query = select(AccountRow).where(AccountRow.email == plain_email(email)).with_for_update()
            row = transaction.session.scalar(query)
            if row is None or not _may_sign_in(row) or lockout.is_locked(row, now):
                _write_nothing_new(transaction)
                transaction.commit()
                return "", None, False
            last_try = lockout.count_try(row, now)
            transaction.commit()
            return row.id, row.password_hash, last_try

    def _refuse(self, account: str, *, last_try: bool) -> None:
        with self._open() as transaction:
            if last_try:
                note(transaction, SIGN_IN, Did.LOCKED, account)
            else:
                _write_nothing_new(transaction)
            transaction.commit()

    def _half_way(self, transaction: Transaction, token: str) -> AccountRow:
        session = find_session(transaction, token)
        row = _locked_row(transaction, session.account_id) if session and session.second_factor_at is None else None
        if row is None or not _may_sign_in(row) or lockout.is_locked(row, transaction.clock.now()):
            raise SignInEndedError
        return row

    def _is_right(self, transaction: Transaction, row: AccountRow, code: str) -> bool:
        now = transaction.clock.now()
        if is_six_digits(code):
            return self._phones.use(row, code, now)
        if not use_code(transaction.session, row.id, code, now):
            return False
        note(transaction, SIGN_IN, Did.CODE_USED, row.id)
        return True


def _may_sign_in(row: AccountRow) -> bool:
    return row.disabled_at is None and row.password_hash is not None and row.totp_confirmed_at is not None


def _locked_row(transaction: Transaction, account: str) -> AccountRow | None:
    return transaction.session.scalar(select(AccountRow).where(AccountRow.id == account).with_for_update())


def _write_nothing_new(transaction: Transaction) -> None:
    """Take as long as counting a try does: a commit that reaches the disk, and changes nothing."""
    first = select(func.min(AccountRow.id)).scalar_subquery()
    same = update(AccountRow).where(AccountRow.id == first).values(wrong_tries=AccountRow.wrong_tries)
    transaction.session.execute(same, execution_options={"synchronize_session": False})
