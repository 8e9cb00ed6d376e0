"""After five wrong tries an account waits a quarter of an hour. A try counts before it is checked."""

from datetime import datetime, timedelta

from bot.store.tables.accounts import AccountRow

MOST_WRONG = 5
LOCKED_FOR = timedelta(minutes=15)


def is_locked(row: AccountRow, now: datetime) -> bool:
    return row.locked_until is not None and row.locked_until > now


def count_try(row: AccountRow, now: datetime) -> bool:
    """Count a try that is about to be checked. True when it is the last before the account waits.

    So of many guesses made at once no more than five are ever checked.
    """
    if row.locked_until is not None:  # it has waited long enough
        row.locked_until, row.wrong_tries = None, 0
    row.wrong_tries += 1
    if row.wrong_tries < MOST_WRONG:
        return False
    row.locked_until = now + LOCKED_FOR
    return True


def take_back(row: AccountRow) -> None:
    """The counted try was right. Earlier wrong ones stay, until the second step is done too."""
    row.wrong_tries = max(0, row.wrong_tries - 1)
    row.locked_until = None


def clear(row: AccountRow) -> None:
    row.wrong_tries, row.locked_until = 0, None
