"""What addresses of ours lead to, as files: a phone can keep those, and the address may be of this machine only."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.exports.calendar import moment_in
from bot.exports.files import File, copy_in_print, time_for_calendar
from bot.model.sharing import SharedSummary
from bot.records.copies import CopyExpiredError


class OwnCopies(Protocol):
    """Opens what a link to a copy leads to. The real one is in `bot.stages.share_pages`."""

    def own_copy(self, token: str) -> SharedSummary: ...


class Files:
    """Makes files from the paths of addresses. Nothing is made before it is sent, and nothing is kept."""

    def __init__(self, copies: OwnCopies, organisation: str, now: Callable[[], datetime]) -> None:
        self._copies = copies
        self._organisation = organisation
        self._now = now

    def make(self, path: str) -> File | None:
        """Return the file, or None where there is none (any more). May wait for the store, and raise its errors."""
        _, place, name = path.split("/", 2)
        if place == "calendar":
            moment = moment_in(name)
            return time_for_calendar(moment, self._now()) if moment else None
        try:
            return copy_in_print(self._copies.own_copy(name), self._organisation, self._now())
        except CopyExpiredError:
            return None
