"""Setting an account up through a link that works once: choose a password, connect a phone, keep recovery codes.

Opening the link changes nothing. It is used up by the first right code, so a set-up that breaks off can go on.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from bot.accounts import lockout
from bot.accounts.events import Did, by_account, note
from bot.accounts.passwords import check_choice, hash_password
from bot.accounts.phones import Phones
from bot.accounts.recovery import renew_codes
from bot.accounts.sessions import end_sessions, start_session
from bot.accounts.sign_in import WrongCodeError
from bot.accounts.totp import address, plain_code
from bot.store.tables.accounts import AccountRow
from bot.store.transaction import OpenTransaction, Transaction

GOOD_FOR = timedelta(days=3)
SERVICE = "What Matters"


class SetUpEndedError(Exception):
    """The link is unknown, was used, is too old, or its account was disabled. Which of these is told to nobody."""


class NoPasswordYetError(Exception):
    """The password comes before the phone."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Whose link it is."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Phone:
    """What an authenticator app is given: `address` in a QR code, or `secret` typed by hand."""

    address: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    """An account that is ready: the token of its first session, and its recovery codes, shown this once."""

    token: str = field(repr=False)
    codes: tuple[str, ...] = field(repr=False)


class SettingUp:
    """What the holder of a set-up link can do."""

    def __init__(self, open_transaction: OpenTransaction, phones: Phones) -> None:
        self._open = open_transaction
        self._phones = phones

    def invited(self, link: str) -> Invited:
        """Return whose link this is. Raises SetUpEndedError."""
        with self._open(reading=True) as transaction:
            row = _of_link(transaction, link)
            return Invited(row.name, row.email)

    def choose_password(self, link: str, password: str) -> None:
        """Keep a password, and make a secret for the phone. Raises SetUpEndedError or WeakPasswordError."""
        invited = self.invited(link)
        check_choice(password, invited.email, invited.name)
        hashed = hash_password(password)
        with self._open() as transaction:
            row = _of_link(transaction, link)
            row.password_hash = hashed
            self._phones.give(row)
            transaction.commit()

    def phone(self, link: str) -> Phone:
        """Return what the app is given. Raises SetUpEndedError or NoPasswordYetError."""
        with self._open(reading=True) as transaction:
            row = _of_link(transaction, link)
            secret = self._phones.secret(row)
            if not secret or row.password_hash is None:
                raise NoPasswordYetError
            return Phone(address(secret, row.email, SERVICE), secret)

    def confirm(self, link: str, typed: str, replacing: str = "") -> Done:
        """Use the link up with a right code from the phone, and sign in.

        Raises SetUpEndedError, NoPasswordYetError or WrongCodeError.
        """
        with self._open() as transaction:
            row, now = _of_link(transaction, link), transaction.clock.now()
            if row.password_hash is None:
                raise NoPasswordYetError
            if not self._phones.use(row, plain_code(typed), now):
                raise WrongCodeError
            row.totp_confirmed_at = row.last_sign_in_at = now
            row.setup_hash = row.setup_until = None
            lockout.clear(row)
            end_sessions(transaction.session, row.id)
            codes = renew_codes(transaction.session, row.id)
            token = start_session(transaction, row.id, complete=True, replacing=replacing)
            note(transaction, by_account(row.id), Did.SET_UP, row.id)
            transaction.commit()
        return Done(token, codes)


def give_link(transaction: Transaction, row: AccountRow) -> str:
    """Give an account a new set-up link in place of any earlier one, and return its secret part."""
    link = secrets.token_urlsafe(32)
    row.setup_hash, row.setup_until = _hash(link), transaction.clock.now() + GOOD_FOR
    return link


def _of_link(transaction: Transaction, link: str) -> AccountRow:
    row = transaction.session.scalar(select(AccountRow).where(AccountRow.setup_hash == _hash(link)))
    now = transaction.clock.now()
    if row is None or row.disabled_at is not None or row.setup_until is None or row.setup_until <= now:
        raise SetUpEndedError
    return row


def _hash(link: str) -> str:
    return hashlib.sha256(link.encode("utf-8", "replace")).hexdigest()
