"""Dates as people read them."""

from datetime import datetime
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")


def in_words(moment: datetime) -> str:
    """Return a date such as "21 November 2026"."""
    local = moment.astimezone(UK)
    return f"{local.day} {local:%B %Y}"


def with_time(moment: datetime) -> str:
    """Return a date and UK clock time such as "21 November 2026 at 14:05"."""
    local = moment.astimezone(UK)
    return f"{in_words(local)} at {local:%H:%M}"
