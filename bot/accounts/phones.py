"""The secret that an account's authenticator app shares with us: sealed with the master key, each step used once."""

from datetime import datetime

from bot.accounts.totp import matching_step, new_secret
from bot.store.keys import Keys
from bot.store.tables.accounts import AccountRow


class Phones:
    """Gives accounts their secrets, and checks codes against them."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def give(self, row: AccountRow) -> None:
        """Give an account a new secret, to be confirmed by a code."""
        row.sealed_totp = self._keys.wrap(new_secret().encode(), secret_of(row.id))
        row.totp_confirmed_at, row.totp_last_step = None, 0

    def secret(self, row: AccountRow) -> str:
        """Return the secret, to be shown while an account is set up. Empty when there is none."""
        return self._keys.unwrap(row.sealed_totp, secret_of(row.id)).decode() if row.sealed_totp else ""

    def use(self, row: AccountRow, code: str, now: datetime) -> bool:
        """Use up a code. False when it is wrong, too old, or of a step that was used before."""
        secret = self.secret(row)
        step = matching_step(secret, code, now, row.totp_last_step) if secret else None
        if step is None:
            return False
        row.totp_last_step = step
        return True


def secret_of(account: str) -> str:
    """Return what an account's secret is bound to."""
    return f"accounts/{account}/totp"
