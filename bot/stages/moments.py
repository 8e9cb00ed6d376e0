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

MOST_WORDS = 60
FIRST_MORNING_HOUR = 8
"""With nothing to tell, 8 to 11 are hours of the morning, and 12 to 7 come after them."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_SHORT_MONTHS = (*(name[:3] for name in _MONTHS), "sept")
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {name: value for value, name in enumerate(_HOURS, 1)} | {
    "a": 1, "an": 1, "couple": 2, "few": 3, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_SLIPS = {
    "2moro": "tomorrow", "2morrow": "tomorrow", "tomoz": "tomorrow", "tmrw": "tomorrow", "tmr": "tomorrow",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow", "tonite": "tonight", "2nite": "tonight",
    "wensday": "wednesday", "wendesday": "wednesday", "hrs": "hours", "hr": "hour", "mins": "minutes", "min": "minute",
    "wk": "week", "wks": "weeks", "eve": "evening", "fortnights": "fortnight", "midday": "noon",
}  # fmt: skip
_PHRASES = {
    "day after tomorrow": "overmorrow", "(?:a )?couple of": "couple", "o clock": "oclock", "half an hour": "30 minutes",
    "hour and a half": "90 minutes", "fortnight": "2 weeks", "(?:a|an) (?=(?:90 minutes|2 weeks)\\b)": "",
    "a few": "few",
    "12 noon": "noon", "tea time": "teatime", "lunch time": "lunchtime", "tonight": "this night",
    "first thing in the morning": "firstthing", "first thing": "firstthing",
}  # fmt: skip

_WEEKDAY = rf"(?P<weekday>{'|'.join((*_DAYS, *_SHORT_DAYS))})"
_MONTH = rf"(?P<month>{'|'.join((*_MONTHS, *_SHORT_MONTHS))})"
_COUNT = rf"(?P<count>[0-9]{{1,3}}|{'|'.join(_NUMBERS)})"
_OF_MONTH = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?: (?P<year>20[0-9]{2}))?"
_HOUR = rf"(?P<hour>[0-9]{{1,2}}|{'|'.join(_HOURS)})"
_PART = r"(?P<part>morning|afternoon|evening|night|lunchtime|teatime|firstthing)"

_LENGTH = re.compile(rf"^(?:in )?{_COUNT} (?P<unit>minute|hour)s?(?: time)?(?: from now)?$")
_DAY_SHAPES = tuple(
    re.compile(rf"\b{shape}\b")
    for shape in (
        r"(?P<year>20[0-9]{2})-(?P<month_number>[0-9]{2})-(?P<day>[0-9]{2})",
        r"(?P<day>[0-9]{1,2})/(?P<month_number>[0-9]{1,2})(?:/(?P<year>20[0-9]{2}))?(?!/)",
        rf"(?:{_WEEKDAY} )?(?:the )?{_OF_MONTH} (?:of )?{_MONTH}{_YEAR}",
        rf"(?:{_WEEKDAY} )?{_MONTH} (?:the )?{_OF_MONTH}(?![:0-9]){_YEAR}",
        rf"(?:{_WEEKDAY} )?(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)",
        rf"{_WEEKDAY} (?P<week>week)",
        rf"(?:a|one) (?P<week>week) (?:on )?{_WEEKDAY}",
        rf"(?P<next>next) {_WEEKDAY}",
        rf"(?:this |coming )*{_WEEKDAY}",
        r"(?:(?:a|one) (?P<week>week) tomorrow|tomorrow (?P<week_>week))",
        rf"in {_COUNT} (?P<unit>day|week|month)s?(?: time)?(?: from now)?",
        rf"{_COUNT} (?P<unit>day|week|month)s? (?:from now|today)",
        r"next (?P<unit>week|month)",
        r"(?:this |coming |the )*(?P<weekend>weekend)",
        r"(?P<near>today|tomorrow|overmorrow)",
        rf"(?P<near>this)(?= {_PART.replace('?P<part>', '?:')})",
    )
)
"""What names a day, the fullest first: "Friday 4 December" is one day and not two."""
_HOUR_SHAPES = tuple(
    re.compile(rf"\b{shape}\b")
    for shape in (
        r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}) ?(?P<half>am|pm)?",
        rf"(?P<past>half past|half|quarter past|quarter to) {_HOUR}(?: oclock)?(?: ?(?P<half>am|pm))?",
        rf"{_HOUR}(?: oclock)? ?(?P<half>am|pm)",
        rf"{_HOUR} oclock",
        rf"(?:at|about|around|by|say) {_HOUR}",
        r"(?P<noon>noon)",
    )
)
_BARE_HOUR = re.compile(rf"\b(?!one\b){_HOUR}\b")
"""A number alone is an hour only beside a day or a part of one; "this one" is none."""
_PARTS = re.compile(rf"\b{_PART}\b")
_PART_HOURS = {
    "firstthing": (time(9), range(5, 12)), "morning": (USUAL_HOUR, range(12)), "lunchtime": (time(13), range(11, 15)),
    "afternoon": (time(14), range(12, 19)), "teatime": (time(17), range(15, 20)),
    "evening": (time(18), range(16, 24)), "night": (time(18), range(17, 24)),
}  # fmt: skip
"""For a part of the day: its hour where none is named, and the hours that can be named in it."""
_BY_MEAL = {
    "after breakfast": "morning", "over lunch": "lunchtime", "at lunch": "lunchtime", "after lunch": "afternoon",
    "after tea": "evening", "after supper": "evening",
}  # fmt: skip
_MEAL = re.compile(rf"\b(?:{'|'.join(_BY_MEAL)})\b")
_MINUTES = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": 45}
_FILLS = frozenset(
    {
        "at", "on", "in", "the", "about", "around", "by", "say", "please", "again", "this", "for", "so", "of", "and",
        "to", "me", "ish", "then", "it",
    }
)  # fmt: skip
_TIMELY = re.compile(
    r"[0-9].*|today|tomorrow|overmorrow|noon|midnight|oclock|am|pm|minutes?|hours?|days?|weeks?|months?|years?"
    r"|weekends?|weekdays?|mornings?|afternoons?|evenings?|nights?|lunchtime|teatime|firstthing|lunch|dinner(?:time)?|supper|tea"
    rf"|breakfast|bedtime|{'|'.join(name for name in _NUMBERS if name not in {'a', 'an'})}"
    rf"|(?:{'|'.join((*_DAYS, *_SHORT_DAYS))})s?|{'|'.join(name for name in _MONTHS if name not in {'march', 'may'})}"
)
_LEADS = frozenset(
    {"a", "an", "in", "at", "on", "the", "next", "this", "coming", "half", "quarter", "past", "to", "of"}
)
_MONTH_NAMES = frozenset({*_MONTHS, *_SHORT_MONTHS})
_FOLLOWS = frozenset({"from", "now", "time", *_MONTH_NAMES})
_UNSURE = re.compile(
    r"\b(not|dont|never|no|nor|after|before|until|til|till|except|unless|instead|every|each|daily|weekly|or|between"
    r"|last|ago|yesterday|midnight|if(?! (you|possible|thats|its)))\b"
)
"""With one of these, nothing is certain enough to be acted on."""


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
    if len(words) > MOST_WORDS or _UNSURE.search(" ".join(words)):
        return None
    span = _about_time(words)
    if length := _LENGTH.match(span):
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
    words = _MEAL.sub(lambda found: _BY_MEAL[found.group()], _tidy(text))
    wanted, span = read(words, now), _about_time(words.split())
    length = _LENGTH.match(span)
    dated, _ = _taken(span, _DAY_SHAPES)
    vague = "weekend" in dated or dated.get("unit") in {"week", "month"}
    if wanted is None or vague or not (dated or length):
        return None
    if wanted.named or length:
        return wanted, Hour.NAMED
    return wanted, Hour.ABOUT if _PARTS.search(span) else Hour.UNSAID


def names_time(text: str) -> bool:
    """Say whether any of these words is about a day or an hour."""
    return any(_TIMELY.fullmatch(word) for word in _tidy(text).split())


def _day_and_hour(span: str, now: datetime) -> Wanted | None:
    dated, rest = _taken(span, _DAY_SHAPES)
    day = _day(dated, now.date()) if dated else None
    parted, rest = _taken(rest, (_PARTS,))
    part = parted["part"] if parted else ""
    named, rest = _taken(rest, (*_HOUR_SHAPES, _BARE_HOUR) if day or part else _HOUR_SHAPES)
    if not (day or part or named) or not set(rest.split()) <= _FILLS:
        return None
    clock = _clock(named, part) if named else _PART_HOURS[part][0] if part else USUAL_HOUR
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
        month = next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(found["month"][:3]))
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
    elif found["hour"].startswith("0") or _count(found["hour"]) > len(_HOURS):
        hour = _count(found["hour"])
        if "half" in found or found["hour"] == "0":
            raise _NoSuchTimeError
    else:
        hour = _of_24(_count(found["hour"]), found.get("half", ""), part)
    if part and hour not in _PART_HOURS[part][1]:
        raise _NoSuchTimeError
    past = found.get("past", "")
    try:
        return time(hour - 1 if past == "quarter to" else hour, _MINUTES.get(past) or int(found.get("minute", 0)))
    except ValueError as error:
        raise _NoSuchTimeError from error


def _of_24(hour: int, half: str, part: str) -> int:
    """Return which of the two hours that a clock face shows as `hour` is meant."""
    early, late = hour % 12, hour % 12 + 12
    if half:
        return early if half == "am" else late
    if part:
        return early if early in _PART_HOURS[part][1] else late
    return early if early >= FIRST_MORNING_HOUR else late


def _taken(text: str, shapes: tuple[re.Pattern[str], ...]) -> tuple[dict[str, str], str]:
    """Return what the first shape that fits finds, by name, and the text without it."""
    match = next((match for shape in shapes if (match := shape.search(text))), None)
    if match is None:
        return {}, text
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    return found or {"whole": match.group()}, " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


def _count(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _weekday(word: str) -> int:
    return _DAYS.index(word) if word in _DAYS else _SHORT_DAYS[word]


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("'", "")
    text = re.sub(r"\b([ap])\.? ?m\b\.?", r"\1m", text)
    text = re.sub(r"\b([0-9]{1,2})[.h]([0-9]{2})\b(?!\.)", r"\1:\2", text)
    text = re.sub(r"\b(0[0-9])([0-5][0-9])\b", r"\1:\2", text)
    text = re.sub(r"\b([0-9]{1,2})ish\b", r"\1", text)
    text = re.sub(r"(?<![0-9])[:/-]|[:/-](?![0-9])|[^\w\s:/-]", " ", text)
    words = " ".join(_SLIPS.get(word, word) for word in text.split())
    for said, meant in _PHRASES.items():
        words = re.sub(rf"\b{said}", meant, words) if "(?" in said else re.sub(rf"\b{said}\b", meant, words)
    return words


def _about_time(words: list[str]) -> str:
    """Return the words from the first about time to the last, with those that lead up to them and belong to them."""
    timely = [place for place, word in enumerate(words) if _TIMELY.fullmatch(word)]
    if not timely:
        return ""
    first, last = timely[0], timely[-1]
    while first and words[first - 1] in _LEADS | _MONTH_NAMES:
        first -= 1
    if words[last + 1 : last + 2] == ["of"] and {*words[last + 2 : last + 3]} & _MONTH_NAMES:
        last += 2
    while last + 1 < len(words) and words[last + 1] in _FOLLOWS:
        last += 1
    return " ".join(words[first : last + 1])
