"""Files to keep, each with the name and kind under which it is handed out. They are made in memory, when asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from bot.exports.calendar import as_ics
from bot.exports.card import ROOMS, card_as_text, present_card
from bot.exports.everything import Rows, as_zip
from bot.exports.fhir import as_fhir
from bot.exports.pdf import NotInPrintError, as_pdf, card_as_pdf
from bot.exports.summary import made_on, present_own_copy
from bot.exports.text import as_text
from bot.model.own_copy import OwnCopy
from bot.model.sharing import SharedSummary

PDF, TEXT = "application/pdf", "text/plain"


@dataclass(frozen=True, slots=True)
class File:
    """A file; `kind` is its media type."""

    name: str
    kind: str
    content: bytes


def copy_in_print(summary: SharedSummary, organisation: str, now: datetime, *, large: bool = False) -> File:
    """Return somebody's own notes as PDF; as text where print would leave out some sign of their words."""
    name = "what-matters-large-print.pdf" if large else "what-matters.pdf"
    view, made = present_own_copy(summary), made_on(organisation, now)
    try:
        return File(name, PDF, as_pdf(view, made=made, large=large))
    except NotInPrintError:
        return copy_as_text(summary, organisation, now)


def copy_as_text(summary: SharedSummary, organisation: str, now: datetime) -> File:
    """Return somebody's own notes as plain text."""
    text = as_text(present_own_copy(summary), made_on(organisation, now))
    return File("what-matters.txt", TEXT, text.encode())


def card_in_print(copy: OwnCopy, organisation: str, now: datetime) -> File:
    """Return the card for an ambulance crew as one page of PDF; as text where print would leave out some sign."""
    made = made_on(organisation, now)
    try:
        pages = (card_as_pdf(present_card(copy, room), made=made) for room in ROOMS)
        page = next(page for page in pages if page is not None)
    except NotInPrintError:
        return File("what-matters-card.txt", TEXT, card_as_text(present_card(copy, ROOMS[0]), made).encode())
    return File("what-matters-card.pdf", PDF, page)


def copy_for_records(copy: OwnCopy, organisation: str, now: datetime) -> File:
    """Return somebody's own notes as a document for record systems: shaped like FHIR R4B, conformant to no profile."""
    return File("what-matters-fhir.json", "application/fhir+json", as_fhir(copy, organisation, now, uuid4()))


def all_that_is_held(held: Mapping[str, Rows], notes: SharedSummary | None, organisation: str, now: datetime) -> File:
    """Return everything that is held about somebody, with their notes in print if any are kept."""
    printed = [copy_in_print(notes, organisation, now)] if notes else []
    content = as_zip(held, [(file.name, file.content) for file in printed], organisation, now)
    return File("what-matters-everything.zip", "application/zip", content)


def time_for_calendar(moment: datetime, now: datetime) -> File:
    """Return a time for somebody's own calendar."""
    return File("reminder.ics", "text/calendar", as_ics(moment, now))
