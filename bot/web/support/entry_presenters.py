"""Turns one entry into the page on which it is checked, corrected and looked back at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.model.directory import Entry, Loss, Nation, Need, Relationship, Way
from bot.pages.environment import page_title
from bot.signposting.checked import checked_words
from bot.web.staff.filled import FieldView, Filled, error_summary, field_id, field_of
from bot.web.support.entry_form import DETAILS, LABELS, MATCHING, as_typed
from bot.web.support.history_presenters import ChangeView
from bot.web.support.list_presenters import TagView, entry_href, tags_of
from bot.web.support.numbers import NumberView, WayView, present_numbers, present_ways
from bot.web.support.presenters import FactView, present_checked, present_facts

DETAILS_FORM, MATCHING_FORM, STATE_FORM = "details", "matching", "state"
DONE = {
    "checked": "Marked as checked today, by you.",
    "corrected": "Your correction is kept.",
    "same": "Nothing was different, so nothing was changed.",
    "undone": "The last change was undone.",
    "shown": "The entry is shown in searches.",
    "held-back": "The entry is held back. It is in no search.",
    "closed": "The entry is closed. It is in no search.",
}
CHANGED_MEANWHILE = "Somebody changed this entry while you had it open. Look at the history below, then try again."
SHOWN, HELD_BACK, CLOSED = "shown", "held-back", "closed"
_STATES = {SHOWN: "Show it in searches", HELD_BACK: "Hold it back, to be checked", CLOSED: "It has closed"}
_MANY_LINES = {"phones", "hours", "places", "districts"}
_SHORT = {"minimum_age", "maximum_age"}
_NUMERIC = {"classes": "nhsuk-input--width-3", "inputmode": "numeric"}
_HINTS = {
    "who_for": "It reads on after the word \u201cfor\u201d, such as: anyone whose child has died",
    "phones": "One on a line, such as 0800 123 4567. For texts: 85258, text, text SHOUT to",
    "hours": "One time on a line, such as Mon-Fri 09:00-17:00. All day and night is Every day 00:00-24:00.",
    "next_step": "One sentence: who answers, and what they ask.",
    "alert": "What people need to know before they call, such as: closed for two weeks in August.",
    "needs": f"Best fitting first, from: {', '.join(Need)}",
    "losses": f"Only if it is for these alone, from: {', '.join(Loss)}",
    "relationships": f"Only if it is for these alone, from: {', '.join(Relationship)}",
    "access": f"From: {', '.join(Way)}",
    "nations": f"From: {', '.join(Nation)}. Leave it empty for the whole UK.",
    "districts": "The first parts of postcodes, such as DT1 DT2. Leave it empty for whole nations.",
    "languages": "With commas between, such as English, Polish.",
    "places": "One on a line: street, town, postcode",
}


@dataclass(frozen=True, slots=True)
class InputView:
    """One field of the form, as what its macro is given: a long one of several lines, or a short one of one line."""

    long: tuple[Mapping[str, Any], ...] = ()
    short: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class FormView:
    """One form. `opened` it came back."""

    name: str
    heading: str
    button: str
    inputs: tuple[InputView, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class StateView:
    """One of the states an entry can be put in."""

    id: str
    value: str
    text: str
    checked: bool


@dataclass(frozen=True, slots=True)
class StatesView:
    """The form that shows an entry, holds it back or closes it."""

    states: tuple[StateView, ...]
    why: FieldView
    opened: bool


@dataclass(frozen=True, slots=True)
class EntryView:
    """The whole page. `states` is one form for directory editors, and none for others."""

    title: str
    name: str
    href: str
    by: str
    tags: tuple[TagView, ...]
    held_back: tuple[str, ...]
    checked: str
    numbers: tuple[NumberView, ...]
    ways: tuple[WayView, ...]
    facts: tuple[FactView, ...]
    done: tuple[str, ...]
    problems: tuple[str, ...]
    errors: tuple[Mapping[str, Any], ...]
    forms: tuple[FormView, ...]
    seen: int
    states: tuple[StatesView, ...]
    history: tuple[ChangeView, ...]


def present_entry(
    entry: Entry,
    history: Sequence[ChangeView],
    *,
    seen: int,
    reports: int,
    now: datetime,
    filled: Filled,
    done: str = "",
    problem: str = "",
    editor: bool = False,
) -> EntryView:
    """Return the page of an entry. `filled` is a form that came back, `problem` says why nothing was done."""
    return EntryView(
        page_title(entry.name, error=bool(filled.faults or problem)),
        entry.name,
        entry_href(entry.id),
        entry.organisation if entry.organisation != entry.name else "",
        tags_of(entry, reports, now),
        (entry.held_back,) if entry.held_back else (),
        present_checked(entry, checked_words(entry, now)),
        present_numbers(entry, reported=True),
        present_ways(entry),
        _facts(entry),
        (DONE[done],) if done in DONE else (),
        (problem,) if problem else (),
        error_summary(filled),
        (
            _form(entry, filled, DETAILS_FORM, "Correct it", DETAILS),
            _form(entry, filled, MATCHING_FORM, "Correct whom it is offered to", MATCHING),
        ),
        seen,
        (_states(entry, filled),) if editor else (),
        tuple(history),
    )


def _facts(entry: Entry) -> tuple[FactView, ...]:
    who_for = entry.description or entry.who_for
    where = ", ".join(entry.districts or entry.nations) or "The whole UK"
    more = (FactView("For", who_for), FactView("Helps in", where), FactView("Source", entry.source))
    return (*(fact for fact in more if fact.words), *present_facts(entry, entry.next_step))


def _form(entry: Entry, filled: Filled, form: str, heading: str, names: Sequence[str]) -> FormView:
    typed = as_typed(entry)
    inputs = tuple(_input(filled, form, name, typed[name]) for name in names)
    return FormView(form, heading, "Keep this correction", inputs, filled.form == form)


def _input(filled: Filled, form: str, name: str, typed: str) -> InputView:
    field = field_of(filled, form, name, typed)
    params = {
        "id": field.id,
        "name": name,
        "value": field.value,
        "label": {"text": LABELS[name], "size": "s"},
        "hint": _HINTS.get(name, ""),
        "errorMessage": field.error,
        "autocomplete": "off",
    }
    if name in _MANY_LINES:
        return InputView(long=({**params, "rows": min(8, max(2, typed.count("\n") + 2))},))
    return InputView(short=({**params, **(_NUMERIC if name in _SHORT else {})},))


def _states(entry: Entry, filled: Filled) -> StatesView:
    now = CLOSED if entry.closed else HELD_BACK if entry.held_back else SHOWN
    chosen = filled.typed.get("state", now) if filled.form == STATE_FORM else now
    # The first has the id that the list of errors leads to.
    ids = (field_id(STATE_FORM, "state"), *(field_id(STATE_FORM, value) for value in _STATES))
    states = tuple(
        StateView(name, value, text, value == chosen) for name, (value, text) in zip(ids, _STATES.items(), strict=False)
    )
    return StatesView(states, field_of(filled, STATE_FORM, "why", entry.held_back), filled.form == STATE_FORM)
