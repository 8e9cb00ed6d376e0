"""Turns chosen services into a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from bot.model.dates import in_words
from bot.model.directory import Entry
from bot.signposting.checked import checked_words
from bot.web.support.numbers import NumberView, WayView, present_numbers, present_ways
from bot.web.support.presenters import FactView, present_by, present_checked, present_facts, present_warnings


@dataclass(frozen=True, slots=True)
class CardEntryView:
    """One service on a card."""

    name: str
    by: tuple[str, ...]
    who_for: str
    numbers: tuple[NumberView, ...]
    ways: tuple[WayView, ...]
    warnings: tuple[str, ...]
    facts: tuple[FactView, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class CardView:
    """A card. `address` opens the chat, `address_shown` is it as one would type it, `drawing` is the QR code's."""

    entries: tuple[CardEntryView, ...]
    code: str
    address: str
    address_shown: str
    drawing: str
    made: str


def present_card(entries: Sequence[Entry], code: str, address: str, now: datetime) -> CardView:
    """Return the card for these services."""
    return CardView(
        tuple(_entry(entry, now) for entry in entries),
        code,
        address,
        address.partition("//")[2],
        f"/support/card/{quote(code, safe='')}/qr.svg",
        in_words(now),
    )


def present_who_for(entry: Entry) -> str:
    """Return who it is for, as one sentence; an entry from elsewhere says it in its own words."""
    return entry.description or f"For {entry.who_for.removesuffix('.')}."


def _entry(entry: Entry, now: datetime) -> CardEntryView:
    return CardEntryView(
        entry.name,
        present_by(entry),
        present_who_for(entry),
        present_numbers(entry),
        present_ways(entry),
        present_warnings(entry),
        present_facts(entry, entry.next_step),
        present_checked(entry, checked_words(entry, now)),
    )
