"""A person's own copy as a file, in each of its forms: the same behind a link of the web and in a chat."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from bot.exports.everything import Rows
from bot.exports.files import File, all_that_is_held, card_in_print, copy_as_text, copy_for_records, copy_in_print
from bot.model.own_copy import CopyForm, OwnCopy
from bot.model.sharing import SharedSummary
from bot.records.copies import CopyExpiredError


class OwnNotes(Protocol):
    """Opens the notes a link leads to, and may wait for the store. The real one is in `bot.stages.share_pages`."""

    def own_copy(self, token: str) -> SharedSummary: ...


class OwnCopies(Protocol):
    """Opens them for the other forms. The real one is in `bot.records.own_copies`."""

    def open(self, token: str, form: str) -> OwnCopy: ...

    def everything(self, token: str) -> Mapping[str, Rows]: ...


class CopyFiles:
    """Makes the files. Nothing is made before it is asked for, and nothing is kept."""

    def __init__(self, notes: OwnNotes, copies: OwnCopies, organisation: str, now: Callable[[], datetime]) -> None:
        self._notes = notes
        self._copies = copies
        self._organisation = organisation
        self._now = now
        self._make: Mapping[CopyForm, Callable[[str], File]] = {
            CopyForm.PRINT: self._print,
            CopyForm.LARGE_PRINT: self._large_print,
            CopyForm.CARD: self._card,
            CopyForm.TEXT: self._text,
            CopyForm.RECORD: self._record,
            CopyForm.EVERYTHING: self._everything,
        }

    def make(self, token: str, form: CopyForm) -> File:
        """Return the file for whose link this is. It may wait for the store. Raises CopyExpiredError."""
        return self._make[form](token)

    def _print(self, token: str) -> File:
        return copy_in_print(self._notes.own_copy(token), self._organisation, self._now())

    def _large_print(self, token: str) -> File:
        return copy_in_print(self._notes.own_copy(token), self._organisation, self._now(), large=True)

    def _text(self, token: str) -> File:
        return copy_as_text(self._notes.own_copy(token), self._organisation, self._now())

    def _card(self, token: str) -> File:
        return card_in_print(self._copies.open(token, CopyForm.CARD), self._organisation, self._now())

    def _record(self, token: str) -> File:
        return copy_for_records(self._copies.open(token, CopyForm.RECORD), self._organisation, self._now())

    def _everything(self, token: str) -> File:
        """All that is held; of the notes only if they are kept."""
        held = self._copies.everything(token)
        try:
            notes = self._notes.own_copy(token)
        except CopyExpiredError:
            notes = None
        return all_that_is_held(held, notes, self._organisation, self._now())
