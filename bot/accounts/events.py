"""What was done with an account, and by whom. Only added to; the database refuses changes. No words, no addresses."""

from enum import StrEnum

from bot.model.staff import Grant
from bot.store.tables.accounts import AccountEventRow
from bot.store.transaction import Transaction

COMMAND_LINE = "command line"
SIGN_IN = "sign-in"


class Did(StrEnum):
    """What can be done with an account."""

    ADDED = "account added"
    SET_UP = "account set up"
    RESET = "account reset"
    RESET_SEEN = "reset seen"
    CONFIRMED = "owner confirmed"
    DISABLED = "account disabled"
    ENABLED = "account enabled"
    GRANTED = "role given"
    REVOKED = "role taken away"
    LOCKED = "account locked"
    SIGNED_IN = "signed in"
    SIGNED_IN_BY_PROVIDER = "signed in by provider"
    PROVIDER_TIED = "tied to provider"
    SIGNED_OUT = "signed out"
    SESSION_ENDED = "session ended"
    PASSWORD_CHANGED = "password changed"  # noqa: S105  (what was done, no password)
    CODES_RENEWED = "recovery codes renewed"
    CODE_USED = "recovery code used"


def by_account(account: str) -> str:
    """Return the actor that stands for somebody with an account."""
    return f"account:{account}"


def account_of(actor: str) -> str:
    """Return whose account an actor stands for; "" for the command line and for signing in."""
    kind, _, account = actor.partition(":")
    return account if kind == "account" else ""


def note(transaction: Transaction, actor: str, did: Did, account: str, grant: Grant | None = None) -> None:
    """Write down that `actor` did this with an account. `grant` is the role that was given or taken away."""
    transaction.session.add(
        AccountEventRow(
            at=transaction.clock.now(),
            actor=actor,
            action=did.value,
            account_id=account,
            role=grant.role.value if grant else "",
            team_id=grant.team if grant else "",
        )
    )
