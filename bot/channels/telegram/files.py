"""What addresses of ours lead to, as files: a phone can keep those, and the address may be of this machine only."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.exports.calendar import moment_in
from bot.exports.files import File, time_for_calendar
from bot.model.own_copy import CopyForm
from bot.records.copies import CopyExpiredError


class Copies(Protocol):
    """Makes the file of a copy, in one of its forms. The real one is in `bot.stages.copy_files`."""

    def make(self, token: str, form: CopyForm) -> File: ...


class Files:
    """Makes files from the paths of addresses. Nothing is made before it is sent, and nothing is kept."""

    def __init__(self, copies: Copies, now: Callable[[], datetime]) -> None:
        self._copies = copies
        self._now = now

    def make(self, path: str) -> File | None:
        """Return the file, or None where there is none (any more). May wait for the store, and raise its errors."""
        _, place, name = path.split("/", 2)
        if place == "calendar":
            moment = moment_in(name)
            return time_for_calendar(moment, self._now()) if moment else None
        token, _, form = name.partition("/")
        if form and form not in set(CopyForm):
            return None
        try:
            return self._copies.make(token, CopyForm(form or CopyForm.PRINT))
        except CopyExpiredError:
            return None
