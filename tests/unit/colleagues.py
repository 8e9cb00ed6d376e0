"""Invented people who work here, with accounts that are ready to use."""

from dataclasses import dataclass

import pyotp

from bot.accounts.accounts import Accounts
from bot.accounts.provider_sign_in import Identity
from bot.model.staff import Grant
from tests.unit.fakes import MovingClock

PASSWORD = "three quiet garden chairs"
ISSUER = "https://login.example.org"


@dataclass(frozen=True)
class Colleague:
    """Somebody whose account is set up. `token` is the session they got by it."""

    id: str
    email: str
    secret: str
    codes: tuple[str, ...]
    token: str
    clock: MovingClock

    def code(self, steps: int = 0) -> str:
        """What the app on their phone shows now, or so many half minutes from now."""
        return pyotp.TOTP(self.secret).generate_otp(int(self.clock.now().timestamp()) // 30 + steps)

    def wrong_code(self) -> str:
        right = {self.code(steps) for steps in (-1, 0, 1)}
        return next(f"{number:06d}" for number in range(10) if f"{number:06d}" not in right)


def join(accounts: Accounts, clock: MovingClock, email: str = "ada@example.org", *grants: Grant) -> Colleague:
    """Add an account and set it up, as its owner would; a minute passes, so that the first code is used and gone."""
    account, link = accounts.add(email, email.partition("@")[0].title() + " Example", "command line", grants)
    accounts.setting_up.choose_password(link, PASSWORD)
    secret = accounts.setting_up.phone(link).secret
    code = pyotp.TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30)
    done = accounts.setting_up.confirm(link, code)
    clock.move(minutes=1)
    return Colleague(account, email, secret, done.codes, done.token, clock)


def enter(accounts: Accounts, email: str, *grants: Grant) -> tuple[str, str]:
    """Add an account that is signed in without a password; return its id and the session's token."""
    account, _link = accounts.add(email, email.partition("@")[0].title() + " Example", "command line", grants)
    return account, again(accounts, email)


def again(accounts: Accounts, email: str) -> str:
    """Sign somebody in through their organisation, as after a reset; return the session's token."""
    return accounts.provider_sign_in.enter(Identity(ISSUER, f"subject of {email}", email, "/staff"))
