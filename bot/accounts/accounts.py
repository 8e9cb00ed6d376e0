"""The accounts of people who work here: made without a password, given roles, disabled and reset."""

from collections.abc import Callable
from uuid import uuid4

from sqlalchemy import func, select

from bot.accounts import lockout
from bot.accounts.account import Account, accounts_of
from bot.accounts.events import Did, note
from bot.accounts.grants import Grants
from bot.accounts.history import Event, History
from bot.accounts.names import one_line, read_email
from bot.accounts.own import OwnAccount
from bot.accounts.phones import Phones
from bot.accounts.provider_sign_in import ProviderSignIn
from bot.accounts.recovery import drop_codes
from bot.accounts.resting import Resting, Waiting, begin_resting
from bot.accounts.sessions import StaffSessions, end_sessions
from bot.accounts.setting_up import SettingUp, give_link
from bot.accounts.sign_in import SignIn
from bot.accounts.teams import Teams
from bot.model.clock import Clock
from bot.model.staff import Grant, Team
from bot.store.keys import Keys
from bot.store.tables.accounts import AccountRow
from bot.store.transaction import OpenTransaction, Transaction


class AccountError(Exception):
    """The account cannot be made as asked; the message says why."""


class UnknownAccountError(Exception):
    """There is no such account."""


class Accounts:
    """Every account, and the parts that work on one of them."""

    def __init__(self, open_transaction: OpenTransaction, keys: Keys, clock: Clock) -> None:
        self._open = open_transaction
        self._clock = clock
        phones = Phones(keys)
        self.sessions = StaffSessions(open_transaction)
        self.sign_in = SignIn(open_transaction, phones)
        self.provider_sign_in = ProviderSignIn(open_transaction)
        self.setting_up = SettingUp(open_transaction, phones)
        self.own = OwnAccount(open_transaction)
        self.grants = Grants(open_transaction)
        self.history = History(open_transaction)
        self.resting = Resting(open_transaction)
        self.team_list = Teams(open_transaction)

    def teams(self) -> tuple[Team, ...]:
        """Return every team that is open, by name."""
        return self.team_list.all()

    def add_team(self, name: str, answers_within: int = 7) -> Team:
        """Make a team. Raises TeamError."""
        return self.team_list.add(name, answers_within)

    def resting_in(self, team: str) -> tuple[Waiting, ...]:
        """Return the accounts of a team whose roles rest."""
        return self.resting.in_team(team)

    def news_of(self, team: str) -> tuple[Event, ...]:
        """Return what was done lately with the accounts of a team."""
        return self.history.of_team(team)

    def confirm(self, account: str, actor: str, reset: int | None = None) -> None:
        """Say that an account is in its owner's hands after the reset of this number. Raises MayNotConfirmError."""
        self.resting.confirm(account, actor, reset)

    def add(self, email: str, name: str, actor: str, grants: tuple[Grant, ...] = ()) -> tuple[str, str]:
        """Make an account; return its id and the secret part of its set-up link. There is no password until then.

        Raises EmailError, AccountError, GrantError or UnknownTeamError; then nothing was made.
        """
        address, called = read_email(email), one_line(name)
        if not called:
            raise AccountError("An account needs the name of the person whose it is.")
        with self._open() as transaction:
            if _by_email(transaction, address) is not None:
                raise AccountError("There is an account with that email address.")
            row = AccountRow(id=str(uuid4()), email=address, name=called, created_at=transaction.clock.now())
            link = give_link(transaction, row)
            transaction.session.add(row)
            transaction.session.flush()
            note(transaction, actor, Did.ADDED, row.id)
            for grant in grants:
                self.grants.give_in(transaction, row.id, grant, actor)
            transaction.commit()
        return row.id, link

    def all(self) -> tuple[Account, ...]:
        """Return every account, by name."""
        with self._open(reading=True) as transaction:
            query = select(AccountRow).order_by(func.lower(AccountRow.name), AccountRow.email)
            return accounts_of(transaction.session, transaction.session.scalars(query).all(), self._clock.now())

    def one(self, account: str) -> Account:
        """Return one account. Raises UnknownAccountError."""
        with self._open(reading=True) as transaction:
            return accounts_of(transaction.session, [_row(transaction, account)], self._clock.now())[0]

    def id_of(self, email: str) -> str:
        """Return whose email address this is. Raises EmailError or UnknownAccountError."""
        with self._open(reading=True) as transaction:
            row = _by_email(transaction, read_email(email))
            if row is None:
                raise UnknownAccountError
            return row.id

    def name(self, account: str) -> str:
        """Return the name of whoever has this account, disabled or not. Raises UnknownAccountError."""
        with self._open(reading=True) as transaction:
            return _row(transaction, account).name

    def disable(self, account: str, actor: str) -> None:
        """Shut an account, and end its sessions and links at once. Doing it twice is harmless.

        Raises UnknownAccountError.
        """

        def shut(transaction: Transaction, row: AccountRow) -> None:
            row.setup_hash = row.setup_until = None
            end_sessions(transaction.session, row.id)
            if row.disabled_at is None:
                row.disabled_at = transaction.clock.now()
                note(transaction, actor, Did.DISABLED, row.id)

        self._change(account, shut)

    def reset(self, account: str, actor: str) -> str:
        """Take away password, phone, codes and sessions; return the secret part of a new set-up link.

        A disabled account is opened again by it. Its owner is told; and what matters most rests until somebody else
        has confirmed who set it up anew (`bot.accounts.resting`). Raises UnknownAccountError.
        """
        links: list[str] = []

        def start_again(transaction: Transaction, row: AccountRow) -> None:
            row.password_hash = row.sealed_totp = row.totp_confirmed_at = row.oidc_subject = None
            if row.disabled_at is not None:
                row.disabled_at = None
                note(transaction, actor, Did.ENABLED, row.id)
            lockout.clear(row)
            drop_codes(transaction.session, row.id)
            end_sessions(transaction.session, row.id)
            links.append(give_link(transaction, row))
            begin_resting(transaction, row, actor)
            note(transaction, actor, Did.RESET, row.id)

        self._change(account, start_again)
        return links[0]

    def _change(self, account: str, how: Callable[[Transaction, AccountRow], None]) -> None:
        with self._open() as transaction:
            how(transaction, _row(transaction, account))
            transaction.commit()


def _by_email(transaction: Transaction, email: str) -> AccountRow | None:
    return transaction.session.scalar(select(AccountRow).where(AccountRow.email == email))


def _row(transaction: Transaction, account: str) -> AccountRow:
    row = transaction.session.get(AccountRow, account)
    if row is None:
        raise UnknownAccountError
    return row
