"""Reading when somebody wants to be reminded: days and hours in plain English, and lengths of time.

Strict: what stands between the first and the last word about time is understood to the last word, or it is no answer.
Two days, "after lunch" and "not on Friday" are asked about again. `now` is the person's own clock.
For a plan, `near` reads a part of a day by its meal too: the words are kept beside what was understood.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.model.own_time import USUAL_HOUR, Hour, Wanted
from bot.stages.moment_words import (
    BARE_HOUR,
    BY_MEAL,
    DAY_SHAPES,
    DAYS,
    FILLS,
    FOLLOWS,
    HOUR_SHAPES,
    HOURS,
    LEADS,
    LENGTH,
    MEAL,
    MINUTES,
    MONTH_NAMES,
    MONTHS,
    NUMBERS,
    PART_HOURS,
    PARTS,
    PHRASES,
    SHORT_DAYS,
    SLIPS,
    TIMELY,
    UNSURE,
)

MOST_WORDS = 60
FIRST_MORNING_HOUR = 8
"""With nothing to tell, 8 to 11 are hours of the morning, and 12 to 7 come after them."""


@dataclass(frozen=True, slots=True)
class _Day:
    """Which day was meant. Where `again` is not 0, it is meant so many days later once its hour has passed."""

    day: date
    again: int = 0


class _NoSuchTimeError(Exception):
    """No calendar or clock shows what was named."""


def read(text: str, now: datetime) -> Wanted | None:
    """Return what these words want, or None where they do not say it clearly.

    It is in the past only where that is what was said, as "today at 9" said at noon.
    """
    words = _tidy(text).split()
    if len(words) > MOST_WORDS or UNSURE.search(" ".join(words)):
        return None
    span = _about_time(words)
    if length := LENGTH.match(span):
        minutes = _count(length["count"]) * (60 if length["unit"] == "hour" else 1)
        then = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
        return Wanted(then.date(), then.time().replace(second=0, microsecond=0))
    try:
        return _day_and_hour(span, now)
    except _NoSuchTimeError:
        return None


def near(text: str, now: datetime) -> tuple[Wanted, Hour] | None:
    """Return the day that these words name and how they say its hour, or None where they name no one day clearly.

    "After lunch" is near enough for the afternoon; dinner is at noon for some. "Next week" and the weekend are no one
    day.
    """
    words = MEAL.sub(lambda found: BY_MEAL[found.group()], _tidy(text))
    wanted, span = read(words, now), _about_time(words.split())
    length = LENGTH.match(span)
    dated, _ = _taken(span, DAY_SHAPES)
    vague = "weekend" in dated or dated.get("unit") in {"week", "month"}
    if wanted is None or vague or not (dated or length):
        return None
    if wanted.named or length:
        return wanted, Hour.NAMED
    return wanted, Hour.ABOUT if PARTS.search(span) else Hour.UNSAID


def names_time(text: str) -> bool:
    """Say whether any of these words is about a day or an hour."""
    return any(TIMELY.fullmatch(word) for word in _tidy(text).split())


def only_time(text: str, besides: frozenset[str] = frozenset()) -> bool:
    """Say whether every word is about a day or an hour, leads up to one ("on Sunday at 3"), or is one of `besides`."""
    allowed = FILLS | LEADS | FOLLOWS | {"make", "actually", "no"} | besides
    return names_time(text) and all(word in allowed or TIMELY.fullmatch(word) for word in _tidy(text).split())


def _day_and_hour(span: str, now: datetime) -> Wanted | None:
    dated, rest = _taken(span, DAY_SHAPES)
    day = _day(dated, now.date()) if dated else None
    parted, rest = _taken(rest, (PARTS,))
    part = parted["part"] if parted else ""
    named, rest = _taken(rest, (*HOUR_SHAPES, BARE_HOUR) if day or part else HOUR_SHAPES)
    if not (day or part or named) or not set(rest.split()) <= FILLS:
        return None
    clock = _clock(named, part) if named else PART_HOURS[part][0] if part else USUAL_HOUR
    meant = day or _Day(now.date(), again=1)
    passed = datetime.combine(meant.day, clock, now.tzinfo) <= now
    return Wanted(meant.day + timedelta(days=meant.again if passed else 0), clock, named=bool(named))


def _day(found: dict[str, str], today: date) -> _Day:
    """Return the day that is named. Raises _NoSuchTimeError."""
    weekday = _weekday(found["weekday"]) if "weekday" in found else None
    if "day" in found:
        dated = _dated(found, today)
        if weekday not in {None, dated.weekday()}:
            raise _NoSuchTimeError
        return _Day(dated)
    if weekday is not None:
        return _on_weekday(weekday, found, today)
    if "weekend" in found:
        sunday = today.weekday() == _weekday("sunday")
        saturday = today + timedelta(days=0 if sunday else _weekday("saturday") - today.weekday())
        return _Day(saturday, again=6 if sunday else 1)
    if "unit" in found:
        return _Day(today + timedelta(days=_count(found.get("count", "a")) * _LENGTHS[found["unit"]]))
    if "near" not in found:
        return _Day(today + timedelta(days=8))
    return _Day(today + timedelta(days={"tomorrow": 1, "overmorrow": 2}.get(found["near"], 0)))


_LENGTHS = {"day": 1, "week": 7, "month": 30}


def _on_weekday(weekday: int, found: dict[str, str], today: date) -> _Day:
    ahead = (weekday - today.weekday()) % 7
    if "next" in found:  # of the week that begins on the next Monday
        return _Day(today + timedelta(days=7 - today.weekday() + weekday))
    if "week" in found:
        return _Day(today + timedelta(days=(ahead or 7) + 7))
    return _Day(today + timedelta(days=ahead), again=7)


def _dated(found: dict[str, str], today: date) -> date:
    """Return the next day of this date. Raises _NoSuchTimeError."""
    day, month = int(found["day"]), int(found.get("month_number", 0))
    if "month" in found:
        month = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
    if "year" in found:
        days = _days(day, [(int(found["year"]), month)])
    elif "month" in found or "month_number" in found:
        days = _days(day, [(today.year, month), (today.year + 1, month)])
    else:
        following = [divmod(today.year * 12 + today.month - 1 + ahead, 12) for ahead in range(3)]
        days = _days(day, [(year, month + 1) for year, month in following])
    there = next((each for each in days if each >= today or "year" in found), None)
    if there is None:
        raise _NoSuchTimeError
    return there


def _days(day: int, months: list[tuple[int, int]]) -> Iterator[date]:
    for year, month in months:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _clock(found: dict[str, str], part: str) -> time:
    """Return the hour that is named. Raises _NoSuchTimeError."""
    if "noon" in found:
        hour = 12
    elif found["hour"].startswith("0") or _count(found["hour"]) > len(HOURS):
        hour = _count(found["hour"])
        if "half" in found or found["hour"] == "0":
            raise _NoSuchTimeError
    else:
        hour = _of_24(_count(found["hour"]), found.get("half", ""), part)
    if part and hour not in PART_HOURS[part][1]:
        raise _NoSuchTimeError
    past = found.get("past", "")
    try:
        return time(hour - 1 if past == "quarter to" else hour, MINUTES.get(past) or int(found.get("minute", 0)))
    except ValueError as error:
        raise _NoSuchTimeError from error


def _of_24(hour: int, half: str, part: str) -> int:
    """Return which of the two hours that a clock face shows as `hour` is meant."""
    early, late = hour % 12, hour % 12 + 12
    if half:
        return early if half == "am" else late
    if part:
        return early if early in PART_HOURS[part][1] else late
    return early if early >= FIRST_MORNING_HOUR else late


def _taken(text: str, shapes: tuple[re.Pattern[str], ...]) -> tuple[dict[str, str], str]:
    """Return what the first shape that fits finds, by name, and the text without it."""
    match = next((match for shape in shapes if (match := shape.search(text))), None)
    if match is None:
        return {}, text
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    return found or {"whole": match.group()}, " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


def _count(word: str) -> int:
    return NUMBERS.get(word) or int(word)


def _weekday(word: str) -> int:
    return DAYS.index(word) if word in DAYS else SHORT_DAYS[word]


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("'", "")
    text = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", text)
    text = re.sub(r"\b([0-9]{1,2})[.h]([0-9]{2})\b(?!\.)", r"\1:\2", text)
    text = re.sub(r"\b(0[0-9])([0-5][0-9])\b", r"\1:\2", text)
    text = re.sub(r"\b([0-9]{1,2})ish\b", r"\1", text)
    text = re.sub(r"(?<![0-9])[:/-]|[:/-](?![0-9])|[^\w\s:/-]", " ", text)
    words = " ".join(SLIPS.get(word, word) for word in text.split())
    for said, meant in PHRASES.items():
        words = re.sub(rf"\b{said}", meant, words) if "(?" in said else re.sub(rf"\b{said}\b", meant, words)
    return words


def _about_time(words: list[str]) -> str:
    """Return the words from the first about time to the last, with those that lead up to them and belong to them."""
    timely = [place for place, word in enumerate(words) if TIMELY.fullmatch(word)]
    if not timely:
        return ""
    first, last = timely[0], timely[-1]
    while first and words[first - 1] in LEADS | MONTH_NAMES:
        first -= 1
    if words[last + 1 : last + 2] == ["of"] and {*words[last + 2 : last + 3]} & MONTH_NAMES:
        last += 2
    while last + 1 < len(words) and words[last + 1] in FOLLOWS:
        last += 1
    return " ".join(words[first : last + 1])
