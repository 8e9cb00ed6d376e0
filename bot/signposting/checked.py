"""How far an entry can be trusted: who looked at it last, and whether that was too long ago."""

from datetime import date, datetime
from typing import Final

from bot.model.directory import Entry

STALE_DAYS: Final = 90
"""Numbers and hours change; what nobody has looked at for so long is said to be old."""


def is_stale(entry: Entry, now: datetime) -> bool:
    """Whether nobody has checked the entry, or not for 90 days."""
    return entry.assured_date is None or (now.date() - entry.assured_date).days > STALE_DAYS


def checked_words(entry: Entry, now: datetime) -> str:
    """Say when it was checked, that this was long ago, or that nobody has."""
    if entry.assured_date is None:
        return "Nobody has checked this yet."
    said = f"Checked on {_in_words(entry.assured_date)}."
    return f"{said} That is more than {STALE_DAYS} days ago." if is_stale(entry, now) else said


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
