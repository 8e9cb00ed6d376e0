"""When a service answers: read from a line of text, told in words, and worked out for a moment in UK time.

Times are those of a clock on the wall in the UK, so the nights on which clocks change need no rule of their own.
Bank holidays are not known here, and nothing is claimed about them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.model.directory import Hours

UK: Final = ZoneInfo("Europe/London")
DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK: Final = 7
_NOON: Final = 12
_FEWEST_IN_A_RUN: Final = 3
"""Days that follow each other and are told as "Monday to Wednesday"; two are told one by one."""
_TIME: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_MIDNIGHT: Final = 24 * 60
WEEK_MINUTES: Final = _WEEK * _MIDNIGHT
_LINE: Final = re.compile(
    r"\s*(?P<days>[A-Za-z]{2}(?:\s*[-, ]\s*[A-Za-z]{2})*)\s+(?P<opens>\d{1,2}:\d{2})\s*-\s*(?P<closes>\d{1,2}:\d{2})\s*"
)


class HoursError(ValueError):
    """A line does not say when something is open. The message says how to write it."""

    def __init__(self) -> None:
        super().__init__('write days and times like this: "MO-FR 09:00-17:00" or "MO,WE 13:00-20:00"')


def read_hours(line: str) -> Hours:
    """Read a line such as "MO-FR 09:00-17:00". Days are the first two letters in English. Raises HoursError."""
    found = _LINE.fullmatch(line)
    if not found:
        raise HoursError
    days = _read_days(found["days"].upper())
    opens, closes = (time.rjust(5, "0") for time in (found["opens"], found["closes"]))
    if not is_time(opens) or not is_time(closes) or opens == "24:00":
        raise HoursError
    return Hours(days, opens, closes)


def is_time(text: str) -> bool:
    """Whether this is a time such as 09:30, or 24:00."""
    return _TIME.fullmatch(text) is not None


def is_open(hours: Sequence[Hours], when: datetime) -> bool | None:
    """Whether it is open at a moment; None when its hours are not known. A moment without a zone is UK time."""
    if not hours:
        return None
    minute = minute_of_week(when)
    return any(start <= minute < end or start <= minute + WEEK_MINUTES < end for start, end in openings(hours))


def minute_of_week(when: datetime) -> int:
    """Minutes since Monday began, on the wall clock in the UK. A moment without a zone is UK time."""
    now = _local(when)
    return now.weekday() * _MIDNIGHT + now.hour * 60 + now.minute


def openings(hours: Iterable[Hours]) -> Iterator[tuple[int, int]]:
    """Yield the first minute of the week, and the first no more, of each opening. Past Sunday it goes on counting."""
    for one in hours:
        opens, closes = _open_between(one)
        for day in one.days:
            midnight = DAYS.index(day) * _MIDNIGHT
            yield midnight + opens, midnight + closes


def opens_next(hours: Sequence[Hours], when: datetime) -> str:
    """A sentence such as "Opens at 9am on Monday." Empty when it is open, or when its hours are not known."""
    now = _local(when)
    spans = _spans(hours, now)
    if any(start <= now < end for start, end in spans):
        return ""
    later = sorted(start for start, _ in spans if start > now)
    if not later:
        return ""
    ahead = (later[0].date() - now.date()).days
    day = {0: "today", 1: "tomorrow", _WEEK: "a week from today"}.get(ahead, f"on {_NAMES[later[0].weekday()]}")
    return f"Opens at {_clock(later[0].hour * 60 + later[0].minute)} {day}."


def in_words(hours: Sequence[Hours]) -> str:
    """Whole sentences such as "9am to 5pm, Monday to Friday. 10am to 2pm on Saturday." Empty when not known."""
    times: dict[int, list[str]] = {}
    for one in sorted(hours, key=lambda one: one.opens):
        for code in one.days:
            times.setdefault(DAYS.index(code), []).append(_from_to(one))
    days: dict[tuple[str, ...], list[int]] = {}
    for day in sorted(times):
        days.setdefault(tuple(times[day]), []).append(day)
    return " ".join(_sentence(" and ".join(spans), on) for spans, on in days.items())


def _sentence(times: str, days: list[int]) -> str:
    if times == "day and night" and len(days) == _WEEK:
        return "Day and night."
    times = times.capitalize()
    if len(days) == _WEEK:
        return f"{times}, every day."
    start = next((day for day in days if {(day + more) % _WEEK for more in range(len(days))} == set(days)), None)
    if start is not None and len(days) >= _FEWEST_IN_A_RUN:
        return f"{times}, {_NAMES[start]} to {_NAMES[(start + len(days) - 1) % _WEEK]}."
    *first, last = (_NAMES[day] for day in days)
    return f"{times} on {', '.join(first)} and {last}." if first else f"{times} on {last}."


def _from_to(one: Hours) -> str:
    opens, closes = _minutes(one.opens), _minutes(one.closes)
    if (opens, closes % _MIDNIGHT) == (0, 0):
        return "day and night"
    return f"{_clock(opens)} to {_clock(closes)}"


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes % _MIDNIGHT, 60)
    if minute == 0 and hour in {0, _NOON}:
        return "midnight" if hour == 0 else "noon"
    half = "am" if hour < _NOON else "pm"
    return f"{(hour - 1) % _NOON + 1}{f'.{minute:02}' if minute else ''}{half}"


def _spans(hours: Sequence[Hours], now: datetime) -> list[tuple[datetime, datetime]]:
    """Every opening from yesterday to this day next week, on the wall clock."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    spans = []
    for ahead in range(-1, _WEEK + 1):
        day = midnight + timedelta(days=ahead)
        for one in hours:
            if DAYS[day.weekday()] in one.days:
                opens, closes = _open_between(one)
                spans.append((day + timedelta(minutes=opens), day + timedelta(minutes=closes)))
    return spans


def _open_between(one: Hours) -> tuple[int, int]:
    """Minutes since the day began. What ends before it starts goes on past midnight."""
    opens, closes = _minutes(one.opens), _minutes(one.closes)
    return opens, closes + (_MIDNIGHT if closes <= opens else 0)


def _local(when: datetime) -> datetime:
    """The wall clock in the UK."""
    return when if when.tzinfo is None else when.astimezone(UK).replace(tzinfo=None, fold=0)


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def _read_days(text: str) -> tuple[str, ...]:
    chosen: set[int] = set()
    for part in re.split(r"[, ]+", re.sub(r"\s*-\s*", "-", text)):
        first, _, last = part.partition("-")
        if first not in DAYS or (last and last not in DAYS):
            raise HoursError
        start, end = DAYS.index(first), DAYS.index(last or first)
        chosen |= {day % _WEEK for day in range(start, end + 1 if end >= start else end + _WEEK + 1)}
    return tuple(DAYS[day] for day in sorted(chosen))
