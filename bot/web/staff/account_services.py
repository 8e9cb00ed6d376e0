"""What the pages for signing in, for one's own account and for all accounts are handed."""

from typing import Protocol

from bot.accounts.accounts import Accounts
from bot.accounts.provider import Provider
from bot.model.clock import Clock
from bot.pages.facts import SiteFacts
from bot.pages.limits import NewSessions


class AccountServices(Protocol):
    """The real one is in `bot.asgi`."""

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def accounts(self) -> Accounts: ...

    @property
    def provider(self) -> Provider | None:
        """The organisation's identity provider, if one is set."""
        ...

    @property
    def sign_in_tries(self) -> NewSessions:
        """How often one address may try to sign in."""
        ...

    @property
    def clock(self) -> Clock: ...
