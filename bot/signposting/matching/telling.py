"""The sentences that go with a service: why it fits, what happens next, when it answers, who checked it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.model.directory import Entry, Hours, Match
from bot.signposting.checked import checked_words, is_stale
from bot.signposting.hours import DAYS, is_open, opens_next
from bot.signposting.matching.wanted import Wanted
from bot.signposting.places import groups

_MOST_WORDS: Final = 20
_BY_NUMBER: Final = re.compile(r"\b(?:ring|text|call|dial|phone|number)\b|\d", re.IGNORECASE)
_SAYS_WHERE: Final = re.compile(r"^Look on .*\bhours\.$")
"""A note on hours that are not known and where to find them."""
_WEEK: Final = timedelta(days=7)
_NOON: Final = 12


def tell(entry: Entry, wanted: Wanted) -> Match:
    """Return the entry as it may be shown, with its sentences. A number that was reported wrong is left out."""
    seen = replace(entry, phones=()) if entry.number_wrong else entry
    open_now = is_open(entry.hours, wanted.now)
    return Match(
        entry=seen,
        why=why(seen, wanted),
        next_step=next_step(seen),
        open_now=open_now,
        opens=opens(seen, wanted.now),
        checked=checked_words(entry, wanted.now),
        stale=is_stale(entry, wanted.now),
    )


def why(entry: Entry, wanted: Wanted) -> str:
    """Say whom it is for, and where, when nobody said in which nation or the entry alone does not say it."""
    who_for = entry.who_for.strip().rstrip(".") or "anyone who needs support"
    where = _where(entry, wanted)
    if where and len(f"For {who_for}, in {where}".split()) <= _MOST_WORDS:
        return f"For {who_for}, in {where}."
    return f"For {who_for}. In {where}." if where else f"For {who_for}."


def next_step(entry: Entry) -> str:
    """Say what happens next, with the ways that are left."""
    if entry.next_step and not (entry.number_wrong and _BY_NUMBER.search(entry.next_step)):
        return entry.next_step
    if any(phone.type == "voice" for phone in entry.phones):
        return "You can ring and say what you need."
    if entry.phones:
        return "You can send a text and say what you need."
    if entry.email:
        return "You can email and say what you need."
    return "You can see on its website how to get in touch." if entry.url else "You can go there and ask."


def opens(entry: Entry, now: datetime) -> str:
    """Say until when it is open, when it opens next, or how to find out."""
    state = is_open(entry.hours, now)
    if state is None:
        way = "Ring to check." if entry.phones else "Write to check." if entry.email else "Its website may say more."
        return f"Hours not known. {entry.hours_note if _SAYS_WHERE.search(entry.hours_note) else way}"
    return f"Open now, {_until(entry.hours, now)}." if state else opens_next(entry.hours, now)


def _where(entry: Entry, wanted: Wanted) -> str:
    said = f"{entry.name} {entry.who_for}"
    if entry.districts:
        named = next((group.name for group in groups().values() if set(group.districts) == set(entry.districts)), "")
        return "" if named and named in said else named
    if not entry.nations or wanted.nation_known or all(nation in said for nation in entry.nations):
        return ""
    *others, last = entry.nations
    return f"{', '.join(others)} and {last}" if others else str(last)


def _until(hours: Sequence[Hours], now: datetime) -> str:
    """Read on after "Open now": the end of this opening, with all that follows on it without a gap."""
    spans = _spans(hours, now)
    end = now
    while end - now < _WEEK:
        later = max((closes for opened, closes in spans if opened <= end < closes), default=end)
        if later == end:
            break
        end = later
    if end - now >= _WEEK - timedelta(days=1):
        return "day and night"
    last = end - timedelta(minutes=1)
    far = last.date() != now.date() and end - now > timedelta(hours=_NOON)
    return f"until {_clock(end)}{f' on {last:%A}' if far else ''}"


def _spans(hours: Sequence[Hours], now: datetime) -> list[tuple[datetime, datetime]]:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    spans = []
    for ahead in range(-1, 9):
        day = midnight + timedelta(days=ahead)
        for one in hours:
            if DAYS[day.weekday()] in one.days:
                opened, closes = (day + _since_midnight(time) for time in (one.opens, one.closes))
                spans.append((opened, closes if closes > opened else closes + timedelta(days=1)))
    return spans


def _since_midnight(time: str) -> timedelta:
    hour, minute = time.split(":")
    return timedelta(hours=int(hour), minutes=int(minute))


def _clock(moment: datetime) -> str:
    if moment.minute == 0 and moment.hour in {0, _NOON}:
        return "noon" if moment.hour else "midnight"
    half = "am" if moment.hour < _NOON else "pm"
    return f"{(moment.hour - 1) % _NOON + 1}{f'.{moment:%M}' if moment.minute else ''}{half}"
