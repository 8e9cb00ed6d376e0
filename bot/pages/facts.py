"""What every page has to know about this copy of the assistant."""

from typing import Protocol


class SiteFacts(Protocol):
    """The few settings that pages show or depend on; `bot.settings.Settings` has them all."""

    @property
    def public_url(self) -> str:
        """The address people see, such as "https://example.org", without a slash at the end."""
        ...

    @property
    def organisation(self) -> str:
        """Who runs it, worded to follow "run by"."""
        ...

    @property
    def draft_days(self) -> int:
        """Days until words that were never kept are deleted."""
        ...
