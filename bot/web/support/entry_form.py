"""The forms in which a volunteer corrects an entry: its fields as text, and what was sent as corrections.

The directory reads each field and says what is wrong with it. Here it is only asked which fields were touched, so that
a correction of a number does not also send back everything else.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from bot.model.directory import Entry, Phone
from bot.signposting.directory import CorrectionError
from bot.signposting.hours import HoursError
from bot.web.staff.filled import FaultsError
from bot.web.support.hours_lines import hours_line, read_hours_lines

LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "Name",
        "who_for": "Who it is for",
        "phones": "Numbers",
        "email": "Email",
        "url": "Website",
        "hours": "Opening times",
        "hours_note": "More about opening times",
        "next_step": "What happens next",
        "alert": "Warning",
        "fees": "Cost",
        "languages": "Languages",
        "places": "Addresses",
        "minimum_age": "Youngest age",
        "maximum_age": "Oldest age",
        "needs": "What it helps with",
        "losses": "Kinds of death it is for",
        "relationships": "Who died",
        "access": "Ways to get in touch",
        "nations": "Nations",
        "districts": "Postcode districts",
    }
)
MATCHING: Final = ("minimum_age", "maximum_age", "needs", "losses", "relationships", "access", "nations", "districts")
"""The fields that decide who is offered the entry; they have a form of their own."""
DETAILS: Final = tuple(name for name in LABELS if name not in MATCHING)
BAD_HOURS: Final = "Write one time on a line, such as Mon-Fri 09:00-17:00. Midnight at the end of a day is 24:00."


def as_typed(entry: Entry) -> dict[str, str]:
    """Return an entry's fields as they stand in the forms."""
    return {
        "name": entry.name,
        "who_for": "" if entry.description else entry.who_for,
        "phones": "\n".join(map(_phone_line, entry.phones)),
        "email": entry.email,
        "url": entry.url,
        "hours": "\n".join(map(hours_line, entry.hours)),
        "hours_note": entry.hours_note,
        "next_step": entry.next_step,
        "alert": entry.alert,
        "fees": entry.fees,
        "languages": ", ".join(entry.languages),
        "places": "\n".join(entry.places),
        "minimum_age": "" if entry.minimum_age is None else str(entry.minimum_age),
        "maximum_age": "" if entry.maximum_age is None else str(entry.maximum_age),
        "needs": ", ".join(entry.needs),
        "losses": ", ".join(entry.losses),
        "relationships": ", ".join(entry.relationships),
        "access": ", ".join(entry.access),
        "nations": ", ".join(entry.nations),
        "districts": " ".join(entry.districts),
    }


def read_changes(entry: Entry, form: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that were touched, for the directory to read."""
    before = as_typed(entry)
    touched = {name: form[name].strip() for name in before if name in form and form[name].strip() != before[name]}
    if "hours" not in touched:
        return dict(touched)
    try:
        return touched | {"hours": read_hours_lines(touched["hours"])}
    except HoursError:
        return dict(touched)  # the directory refuses them, with whatever else is wrong


def faults_of(error: CorrectionError) -> FaultsError:
    """Return what the directory finds wrong as sentences beside the fields."""
    told = {fault.field: f"{_sentence(fault.wrong)}. {_sentence(fault.mend)}." for fault in error.faults}
    return FaultsError(told | ({"hours": BAD_HOURS} if "hours" in told else {}))


def _phone_line(phone: Phone) -> str:
    kind = "" if phone.type == "voice" and not phone.description else phone.type
    return ", ".join(part for part in (phone.number, kind, phone.description) if part)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
