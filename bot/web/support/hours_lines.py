"""Opening times as a volunteer types them: a line for each, such as "Mon-Fri 09:00-17:00"."""

import re
from typing import Final

from bot.model.directory import Hours
from bot.signposting.hours import DAYS, HoursError, read_hours

_NAMES: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WHOLE: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY_DAY: Final = re.compile(r"^\s*(?:every day|daily)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Za-z]+")
_SHORTEST: Final = 2
_ROW: Final = 3
"""So many days one after another are written as "Mon-Wed"."""


def read_hours_lines(typed: str) -> tuple[Hours, ...]:
    """Return the opening times of all lines. Raises HoursError."""
    return tuple(read_hours(_two_letters(line)) for line in typed.splitlines() if line.strip())


def hours_line(hours: Hours) -> str:
    """Return opening times as one line."""
    return f"{_days(hours.days)} {hours.opens}-{hours.closes}"


def _two_letters(line: str) -> str:
    plain = _EVERY_DAY.sub("MO-SU", re.sub("[–—]| to ", "-", line))
    return _WORD.sub(lambda word: _day(word[0]), plain)


def _day(word: str) -> str:
    named = [DAYS[place] for place, day in enumerate(_WHOLE) if day.startswith(word.lower())]
    if len(word) < _SHORTEST or len(named) != 1:
        raise HoursError
    return named[0]


def _days(days: tuple[str, ...]) -> str:
    if days == DAYS:
        return "Every day"
    places = [DAYS.index(day) for day in days]
    if len(places) >= _ROW and places == list(range(places[0], places[-1] + 1)):
        return f"{_NAMES[places[0]]}-{_NAMES[places[-1]]}"
    return ", ".join(_NAMES[place] for place in places)
