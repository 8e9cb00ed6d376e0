"""Turns what was found into what the search page loops over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model.directory import Entry, Found, Match, Need
from bot.pages.environment import page_title
from bot.signposting.hours import in_words
from bot.web.support.asking import Asked
from bot.web.support.choices import GroupView, QuickView, anything_ticked, present_groups, present_quick
from bot.web.support.first import NOTHING_FIRST, First
from bot.web.support.first_presenters import (
    DangerView,
    DeathView,
    present_danger,
    present_death,
    present_perhaps,
    said_first,
)
from bot.web.support.numbers import NumberView, WayView, present_numbers, present_ways

NAME = "Find support"
SAY_MORE = "Say what they need, or tick a choice."
NOTHING = "Nothing was found."
WHAT_THEN = (
    "Try fewer or other words, or leave out the postcode.",
    "Samaritans listen day and night to anyone who is struggling: 116 123.",
)
NEXT_BEST = "Nothing fits all of it. These are the nearest."
NUMBER_WRONG = "Two people said that this number is wrong. It is hidden until somebody has checked it."
STALE = "Checked long ago"


@dataclass(frozen=True, slots=True)
class FactView:
    """A name and a sentence."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """One service. `rank` is 1 to 3, and the key that leads to it; `stale` holds the label, or nothing."""

    rank: int
    id: str
    name: str
    by: tuple[str, ...]
    why: str
    open_words: tuple[str, ...]
    open_kind: str
    opens: tuple[str, ...]
    numbers: tuple[NumberView, ...]
    ways: tuple[WayView, ...]
    facts: tuple[FactView, ...]
    warnings: tuple[str, ...]
    checked: str
    stale: tuple[str, ...]
    reportable: tuple[str, ...]
    """The label of the button that reports the number, or nothing."""


@dataclass(frozen=True, slots=True)
class FoundView:
    """What came of a search. `said` is read out; `notes` stand above the results."""

    said: str
    notes: tuple[str, ...] = ()
    results: tuple[ResultView, ...] = ()
    needs: str = ""
    """The codes of what was ticked, or of what the words meant, for the card."""
    district: str = ""
    addresses: tuple[str, ...] = ()
    """The address that asks the same without words, or nothing."""
    card_labels: tuple[str, ...] = ()
    quick: tuple[tuple[QuickView, ...], ...] = ()
    """One list of searches that need no typing, or none."""
    danger: tuple[DangerView, ...] = ()
    """999, where a life may be at risk, or nothing. It stands above the form, not among the results."""
    death: tuple[DeathView, ...] = ()
    perhaps_death: tuple[DeathView, ...] = ()
    """What to do, where somebody may just have died, or nothing. It stands above the results."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The whole page."""

    title: str
    q: str
    district: str
    when: str
    when_error: str | None
    groups: tuple[GroupView, ...]
    more: bool
    found: FoundView


def present_search(
    asked: Asked, found: Found | None, meant: Sequence[Need] = (), first: First = NOTHING_FIRST
) -> SearchView:
    """Return the page: `found` None when nothing was asked, or it could not be read; `meant` what the words meant."""
    groups = present_groups(asked.looking)
    view = present_found(asked, found, meant, first)
    told = f"{view.said} {NAME}" if view.said and found is not None else NAME
    return SearchView(
        page_title(told, error=bool(asked.fault)),
        asked.looking.text,
        asked.looking.district,
        asked.when_typed,
        asked.fault or None,
        groups,
        anything_ticked(groups) or bool(asked.when_typed),
        view,
    )


def present_found(
    asked: Asked, found: Found | None, meant: Sequence[Need] = (), first: First = NOTHING_FIRST
) -> FoundView:
    """Return the parts of the page that change as somebody types."""
    view = replace(
        _found(asked, found, meant),
        danger=present_danger(first),
        death=present_death(first),
        perhaps_death=present_perhaps(first),
    )
    return view if asked.fault else replace(view, said=f"{said_first(first)} {view.said}".strip())


def _found(asked: Asked, found: Found | None, meant: Sequence[Need]) -> FoundView:
    if asked.fault:
        return FoundView(asked.fault)
    if found is None:
        return FoundView(SAY_MORE if asked.looking.ways else "", quick=(present_quick(),))
    results = tuple(_result(rank, match, asked) for rank, match in enumerate(found.matches, start=1))
    notes = [_unclear(found.unclear)] if found.unclear else []
    notes += [NEXT_BEST] if found.next_best and results else []
    notes += WHAT_THEN if not results else []
    return FoundView(
        _said(len(results)),
        tuple(notes),
        results,
        " ".join(asked.looking.needs or meant),
        asked.looking.district,
        (f"/support?{asked.address}",) if asked.address else (),
        ("Make a card to print",) if results else (),
    )


def present_facts(entry: Entry, next_step: str) -> tuple[FactView, ...]:
    """Return what else there is to know, each with its name; what is not known is left out."""
    hours = " ".join(part for part in (in_words(entry.hours) if entry.hours else "", entry.hours_note) if part)
    facts = (
        ("What happens next", next_step),
        ("Opening times", hours),
        ("Where", "; ".join(entry.places)),
        ("Cost", entry.fees),
        ("Languages", ", ".join(entry.languages)),
    )
    return tuple(FactView(name, words) for name, words in facts if words)


def present_by(entry: Entry) -> tuple[str, ...]:
    """Return who runs it, where its name does not say so."""
    return (entry.organisation,) if entry.organisation and entry.organisation not in entry.name else ()


def present_warnings(entry: Entry) -> tuple[str, ...]:
    """Return what to know before getting in touch."""
    return (*((NUMBER_WRONG,) if entry.number_wrong else ()), *((entry.alert,) if entry.alert else ()))


def present_checked(entry: Entry, said: str) -> str:
    """Return when it was checked and by whom, as far as that is known."""
    known = entry.assured_date is not None and entry.assurer_email and entry.assurer_email not in said
    return f"{said} By {entry.assurer_email}." if known else said


def _result(rank: int, match: Match, asked: Asked) -> ResultView:
    entry, numbers = match.entry, present_numbers(match.entry)
    moment = "now" if asked.looking.when is None else "then"
    kinds = {True: ("open", (_open_now(match, moment),)), False: ("closed", (f"Closed {moment}",)), None: ("", ())}
    kind, words = kinds[match.open_now]
    # What is open says so itself; "tomorrow" is no help to whoever asks about another day.
    opens = match.opens if match.open_now is None or (match.open_now is False and moment == "now") else ""
    return ResultView(
        rank,
        entry.id,
        entry.name,
        present_by(entry),
        match.why,
        words,
        kind,
        (opens,) if opens else (),
        numbers,
        present_ways(entry),
        present_facts(entry, match.next_step),
        present_warnings(entry),
        present_checked(entry, match.checked) if entry.assured_date else "",
        ((STALE if entry.assured_date else match.checked),) if match.stale else (),
        ("That number is wrong",) if numbers else (),
    )


def _open_now(match: Match, moment: str) -> str:
    """Return until when it is open, in as few words as will do."""
    said = match.opens.rstrip(".")
    return (said if said.startswith("Open now") else "Open now").replace("now", moment, 1)


def _said(count: int) -> str:
    return {0: NOTHING, 1: "1 service found."}.get(count, f"{count} services found.")


def _unclear(typed: str) -> str:
    return f"We do not know the place “{typed}”. Write a town, or the first part of the postcode, such as DT1."
