"""A form that came back because something was wrong: what was typed stays, and the page says what to mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class FaultsError(Exception):
    """What was sent cannot be kept. `faults` says what is wrong, by the name of the field."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Filled:
    """The one form of a page that somebody sent: its name, what was typed, and what is wrong with it by field."""

    form: str = ""
    typed: Mapping[str, str] = field(default_factory=dict, repr=False)
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field, ready for its macro. `error` is None where nothing is wrong."""

    id: str
    value: str
    error: str | None


def field_of(filled: Filled, form: str, name: str, otherwise: str = "") -> FieldView:
    """Return a field of the form `form`, with what was typed when it is the one that came back."""
    if filled.form != form:
        return FieldView(field_id(form, name), otherwise, None)
    return FieldView(field_id(form, name), filled.typed.get(name, ""), filled.faults.get(name))


def field_id(form: str, name: str) -> str:
    """Return the id of a field, which the list of errors leads to."""
    return f"{form}-{name}"


def error_summary(filled: Filled, instead: str = "") -> tuple[Mapping[str, Any], ...]:
    """Return the list of what to mend, or nothing. `instead` is the one place that it leads to, if not the fields."""
    if not filled.faults:
        return ()
    errors = [
        {"text": words, "href": f"#{instead or field_id(filled.form, name)}"} for name, words in filled.faults.items()
    ]
    return ({"titleText": "There is a problem", "errorList": errors, "attributes": {"tabindex": "-1"}},)
