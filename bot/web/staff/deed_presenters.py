"""Turns what a team said it would do about a line into what the page shows, with the forms to say more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.model.dates import day_in_words
from bot.model.teamwork import Commitment, Progress
from bot.web.staff.acting_forms import FIRST_STATES
from bot.web.staff.days import when
from bot.web.staff.filled import FieldView, Filled, field_of
from bot.web.staff.inbox_presenters import share_address

STATES = {
    Progress.PLANNED: "Planned",
    Progress.DONE: "Done",
    Progress.PARTLY: "Partly done",
    Progress.NOT_POSSIBLE: "Not possible, because",
}
TOLD = "They have been told."
NOT_TOLD = "They have not been told yet. It waits for them in their own chat."
FIRST_CHOICES = {
    Progress.PLANNED: "We will do something",
    Progress.DONE: "It is done already",
    Progress.NOT_POSSIBLE: "It is not possible, because",
}
STILL_TO_DO = (Progress.PLANNED, Progress.PARTLY)
NEXT_CHOICES = {
    Progress.DONE: "Done",
    Progress.PARTLY: "Partly done",
    Progress.NOT_POSSIBLE: "Not possible, because",
    Progress.PLANNED: "Still planned",
}
DATE_PARTS = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))
SAVE = "Save and tell the person"
QUOTED = 60
"""Characters of a line in the name of its form, which tells forms apart when they are read out."""


@dataclass(frozen=True, slots=True)
class DeedFormView:
    """The form about one line or one deed. `subject` is the hidden field that says which; `days` is empty or the date.

    `choices` are radio buttons. `attributes` are those of the part that unfolds.
    """

    action: str
    subject: tuple[str, str]
    summary: str
    about: str
    asks: str
    hint: str
    button: str
    state: FieldView
    choices: tuple[Mapping[str, str], ...]
    words: FieldView
    days: tuple[Mapping[str, Any], ...]
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DeedView:
    """One thing said about a line. `kind` is for its colour; `facts` are whole sentences.

    `abouts` holds what it was about, once the person has changed that; `firsts` what was said to begin with, if the
    words have changed since.
    """

    abouts: tuple[str, ...]
    state: str
    kind: str
    words: str
    firsts: tuple[str, ...]
    facts: tuple[str, ...]
    form: DeedFormView


def present_deed(deed: Commitment, share: str, about: str, filled: Filled, now: datetime) -> DeedView:
    """Return what was said about a line, and the form that says what has become of it."""
    return DeedView(
        abouts=(deed.about,) if deed.about and not deed.line else (),
        state=STATES[deed.state],
        kind=deed.state.value.replace("_", "-"),
        words=deed.words,
        firsts=(deed.promised,) if deed.promised else (),
        facts=(*_due(deed), _who(deed, now), TOLD if deed.told else NOT_TOLD),
        form=_change_form(deed, share, about, filled),
    )


def promise_form(line: str, share: str, about: str, filled: Filled) -> DeedFormView:
    """Return the form that says something about a line."""
    name = promise_name(line)
    return DeedFormView(
        action=share_address(share, "promise"),
        subject=("line", line),
        summary="Say what your team will do",
        about=_short(about),
        asks="What can your team say?",
        hint="Short and honest. They read it just as you write it.",
        button=SAVE,
        state=field_of(filled, name, "state", Progress.PLANNED.value),
        choices=tuple({"value": state.value, "text": FIRST_CHOICES[state]} for state in FIRST_STATES),
        words=field_of(filled, name, "words"),
        days=(_days(name, filled),),
        attributes=_unfolded(name, filled),
    )


def promise_name(line: str) -> str:
    """Return the name of the form about a line, on its page."""
    return f"promise-{line}"


def change_name(commitment: str) -> str:
    """Return the name of the form about something said before, on its page."""
    return f"change-{commitment}"


def _change_form(deed: Commitment, share: str, about: str, filled: Filled) -> DeedFormView:
    name = change_name(deed.id)
    return DeedFormView(
        action=share_address(share, "change"),
        subject=("commitment", deed.id),
        summary="Say what has become of this",
        about=_short(about),
        asks="How is it now?",
        hint="Say why, if it is not possible or only partly done. If this is empty, the words above stay.",
        button=SAVE,
        state=field_of(filled, name, "state"),
        choices=tuple({"value": state.value, "text": text} for state, text in NEXT_CHOICES.items()),
        words=field_of(filled, name, "words"),
        days=(),
        attributes=_unfolded(name, filled),
    )


def _unfolded(name: str, filled: Filled) -> Mapping[str, str]:
    opened = {"open": ""} if filled.form == name else {}
    return {"class": "nhsuk-details no-print", "id": name} | opened


def _due(deed: Commitment) -> tuple[str, ...]:
    return (f"By {day_in_words(deed.due)}.",) if deed.due and deed.state in STILL_TO_DO else ()


def _who(deed: Commitment, now: datetime) -> str:
    return f"{deed.changed_by or deed.made_by} wrote this {when(deed.changed_at, now)}."


def _days(name: str, filled: Filled) -> Mapping[str, Any]:
    first, *_ = fields = [(field_of(filled, name, part), part, label, width) for part, label, width in DATE_PARTS]
    error = first[0].error
    items = [
        {"id": field.id, "name": part, "label": label, "value": field.value, "width": width, "error": bool(error)}
        for field, part, label, width in fields
    ]
    return {"id": f"{name}-due", "items": items, "error": error}


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= QUOTED else f"{one_line[:QUOTED].rstrip()}…"
