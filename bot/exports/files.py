"""Files to keep, each with the name and kind under which it is handed out. They are made in memory, when asked for."""

from dataclasses import dataclass
from datetime import datetime

from bot.exports.calendar import as_ics
from bot.exports.pdf import NotInPrintError, as_pdf
from bot.exports.summary import present_own_copy
from bot.exports.text import as_text
from bot.model.dates import with_time
from bot.model.sharing import SharedSummary


@dataclass(frozen=True, slots=True)
class File:
    """A file; `kind` is its media type."""

    name: str
    kind: str
    content: bytes


def copy_in_print(summary: SharedSummary, organisation: str, now: datetime) -> File:
    """Return somebody's own notes as PDF; as text where print would leave out some sign of their words."""
    made = f"Made on {with_time(now)} with What Matters, which is run by {organisation}."
    try:
        return File("what-matters.pdf", "application/pdf", as_pdf(present_own_copy(summary), made=made))
    except NotInPrintError:
        return copy_as_text(summary)


def copy_as_text(summary: SharedSummary) -> File:
    """Return somebody's own notes as plain text."""
    return File("what-matters.txt", "text/plain", as_text(present_own_copy(summary)).encode())


def time_for_calendar(moment: datetime, now: datetime) -> File:
    """Return a time for somebody's own calendar."""
    return File("reminder.ics", "text/calendar", as_ics(moment, now))
