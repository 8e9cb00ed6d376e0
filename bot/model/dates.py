"""Dates as people read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")


def in_words(moment: datetime) -> str:
    """Return a date such as "21 November 2026"."""
    local = moment.astimezone(UK)
    return f"{local.day} {local:%B %Y}"


def day_of(moment: datetime) -> date:
    """Return the day that a moment falls on in the UK."""
    return moment.astimezone(UK).date()


def day_in_words(day: date) -> str:
    """Return a day such as "21 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def with_time(moment: datetime) -> str:
    """Return a date and UK clock time such as "21 November 2026 at 14:05"."""
    local = moment.astimezone(UK)
    return f"{in_words(local)} at {local:%H:%M}"
