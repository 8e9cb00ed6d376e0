"""Turns the whole directory into pages of a list, by what is still to be done with an entry."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, urlencode

from bot.model.directory import Entry
from bot.pages.environment import page_title
from bot.signposting.checked import checked_words, is_stale

SIZE = 25
"""Entries on one page."""


class Filter(StrEnum):
    """Which entries to show."""

    ALL = "all"
    TO_CHECK = "to_check"
    STALE = "stale"
    REPORTED = "reported"
    HELD_BACK = "held_back"
    CLOSED = "closed"


_LABELS = {
    Filter.ALL: "All",
    Filter.TO_CHECK: "Never checked",
    Filter.STALE: "Checked long ago",
    Filter.REPORTED: "Number reported",
    Filter.HELD_BACK: "Held back",
    Filter.CLOSED: "Closed",
}


@dataclass(frozen=True, slots=True)
class TagView:
    """A state of an entry. `kind` is part of a class name."""

    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One entry in the list."""

    name: str
    href: str
    by: str
    checked: str
    tags: tuple[TagView, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """A way to narrow the list. `current` is what aria-current says."""

    label: str
    href: str
    count: int
    current: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A page before or after this one."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ListView:
    """One page of the list."""

    title: str
    q: str
    chosen: str
    filters: tuple[FilterView, ...]
    said: str
    rows: tuple[RowView, ...]
    places: tuple[PlaceView, ...]


def present_list(
    entries: Sequence[Entry], reports: Mapping[str, int], *, q: str, chosen: Filter, page: int, now: datetime
) -> ListView:
    """Return the page of what fits the words and the filter; a page that does not exist is the nearest that does.

    `reports` are how many said that a number is wrong, by the entry's id.
    """
    asked = [entry for entry in entries if _has(entry, q.casefold().split())]
    by_filter = {each: [entry for entry in asked if _fits(entry, each, reports, now)] for each in Filter}
    fitting = by_filter[chosen]
    pages = max(1, math.ceil(len(fitting) / SIZE))
    here = min(max(page, 1), pages)
    rows = tuple(_row(entry, reports, now) for entry in fitting[(here - 1) * SIZE : here * SIZE])
    filters = tuple(
        FilterView(_LABELS[each], _href(q, each, 1), len(by_filter[each]), "true" if each is chosen else "false")
        for each in Filter
    )
    around = ((here - 1, "Previous page"), (here + 1, "Next page"))
    places = tuple(PlaceView(label, _href(q, chosen, each)) for each, label in around if 1 <= each <= pages)
    return ListView(page_title("Support entries"), q, chosen, filters, _said(len(fitting), here, pages), rows, places)


def entry_href(service_id: str) -> str:
    return f"/support/entries/{quote(service_id, safe='')}"


def tags_of(entry: Entry, reports: int, now: datetime) -> tuple[TagView, ...]:
    """Return what stands against an entry, the gravest first."""
    return tuple(_tags(entry, reports, now))


def _tags(entry: Entry, reports: int, now: datetime) -> Iterable[TagView]:
    if entry.closed:
        yield TagView("Closed", "closed")
    if entry.held_back:
        yield TagView("Held back", "held-back")
    if entry.number_wrong:
        yield TagView("Number hidden: 2 reports", "reported")
    elif reports:
        often = "once" if reports == 1 else f"{reports} times"
        yield TagView(f"Number reported {often}", "reported")
    if entry.assured_date is None:
        yield TagView("Never checked", "to-check")
    elif is_stale(entry, now):
        yield TagView("Checked long ago", "stale")


def _row(entry: Entry, reports: Mapping[str, int], now: datetime) -> RowView:
    by = entry.organisation if entry.organisation != entry.name else ""
    return RowView(
        entry.name,
        entry_href(entry.id),
        by,
        checked_words(entry, now) if entry.assured_date else "",
        tags_of(entry, reports.get(entry.id, 0), now),
    )


def _has(entry: Entry, words: Sequence[str]) -> bool:
    numbers = " ".join(f"{phone.number} {phone.number.replace(' ', '')}" for phone in entry.phones)
    text = f"{entry.name} {entry.organisation} {entry.who_for} {entry.description} {numbers}".casefold()
    return all(word in text for word in words)


def _fits(entry: Entry, chosen: Filter, reports: Mapping[str, int], now: datetime) -> bool:
    match chosen:
        case Filter.TO_CHECK:
            return entry.assured_date is None and not entry.closed
        case Filter.STALE:
            return entry.assured_date is not None and is_stale(entry, now) and not entry.closed
        case Filter.REPORTED:
            return entry.number_wrong or entry.id in reports
        case Filter.HELD_BACK:
            return bool(entry.held_back)
        case Filter.CLOSED:
            return entry.closed
        case Filter.ALL:
            return True


def _href(q: str, chosen: Filter, page: int) -> str:
    asked = {"q": q, "show": "" if chosen is Filter.ALL else chosen.value, "page": "" if page == 1 else str(page)}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"/support/entries?{query}" if query else "/support/entries"


def _said(count: int, page: int, pages: int) -> str:
    found = {0: "No entry fits.", 1: "1 entry."}.get(count, f"{count} entries.")
    return f"{found} Page {page} of {pages}." if pages > 1 else found
