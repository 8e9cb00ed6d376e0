"""A person's own clock: their time zone, the hours in which nobody is written to unasked, what a wall clock means."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UK = "Europe/London"
QUIET_FROM = time(20)
QUIET_UNTIL = time(9)
USUAL_HOUR = time(10)
"""The hour of a reminder for which none was named."""


class Hour(StrEnum):
    """How a time of day was said: not at all, by a part of the day, or by the clock."""

    UNSAID = "unsaid"
    ABOUT = "about"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Wanted:
    """When somebody wants something: a day and a clock time in their own zone. `named`: they said that hour."""

    day: date
    hour: time
    named: bool = False


@cache
def zone(name: str) -> ZoneInfo:
    """Return the zone of this name, or that of the UK where this machine knows none (any more)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(UK)


def place(own: ZoneInfo) -> str:
    """Return what a zone is called in a sentence: "UK", "New York"."""
    return "UK" if own.key == UK else own.key.rpartition("/")[2].replace("_", " ")


def is_quiet(moment: datetime, own: ZoneInfo) -> bool:
    """Say whether this is an evening or a night hour where the person is: from 20:00 until 09:00."""
    hour = moment.astimezone(own).time()
    return hour >= QUIET_FROM or hour < QUIET_UNTIL


def after_quiet(moment: datetime, own: ZoneInfo) -> datetime:
    """Return the moment itself (UTC), or the end of the quiet hours that it is in: the next 09:00."""
    if not is_quiet(moment, own):
        return moment.astimezone(UTC)
    local = moment.astimezone(own)
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return at(day, QUIET_UNTIL, own)


def at(day: date, hour: time, own: ZoneInfo) -> datetime:
    """Return the moment (UTC) at which the person's clock shows this.

    Of an hour that comes twice in a night it is the first. One that the clocks leave out is as much later as they jump.
    """
    return datetime.combine(day, hour, own).astimezone(UTC)


def moment_of(wanted: Wanted, own: ZoneInfo) -> datetime:
    """Return the moment (UTC). An hour in the quiet hours stands only where it was named."""
    moment = at(wanted.day, wanted.hour, own)
    return moment if wanted.named else after_quiet(moment, own)
