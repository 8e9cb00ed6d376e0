"""A card for an ambulance crew: five lines at most, in the person's own words and order, on one page.

What does not fit is never left out in silence: the line says that the rest is in the full notes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.exports.summary import NEWER, PRINTED
from bot.model.dates import in_words
from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.own_copy import OwnCopy
from bot.model.position import Door

HEADING = "About me, for an ambulance crew"
HEADING_CLOSE = "About someone close to me, for an ambulance crew"
NOT = (
    "This card is from my notes about what matters, in my own words.",
    "It is not an advance decision.",
    "It is not a legal or clinical document.",
)
NOT_THEIRS = (
    "This card is from notes by someone close to the person it is about.",
    "It is not in that person's own words.",
    *NOT[1:],
)
NOT_TYPED_BY_THEM = ("This card is from my notes about what matters, typed by someone else as I said it.", *NOT[1:])
REST = "The rest is in the full notes."
ALL_OF_IT = "This is in the full notes."
EMPTY = "My notes have nothing for this card yet."
EMPTY_CLOSE = "The notes have nothing for this card yet."
SHORT = "This card is short. The full notes may say more."
ROOMS = (300, 220, 150, 100, 60, 30, 0)
"""Characters for each line of the card, from the most that is tried to none."""
_LINE = 30
"""What beginning a new line takes up, in characters."""
_WORD = re.compile(r"\s*\S+")


@dataclass(frozen=True, slots=True)
class CardRow:
    """One line of the card; `words` are things that were said. `rest` tells that they are not all here, or is ""."""

    name: str
    words: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class CardView:
    """The card as it is read; notes are whole sentences. `nothing` is said where there are no rows, else ""."""

    heading: str
    notice: tuple[str, ...]
    rows: tuple[CardRow, ...]
    nothing: str
    notes: tuple[str, ...]


def present_card(copy: OwnCopy, room: int) -> CardView:
    """Return the card with at most `room` characters in each of its lines, which are whole words."""
    heading, notice = _heading(copy.door)
    updated = f"From notes last updated on {in_words(copy.updated_at)}, version {copy.version}."
    rows = tuple(_row(name, words, room) for name, words in _lines(copy) if words)
    nothing = EMPTY_CLOSE if copy.door is Door.CLOSE else EMPTY
    return CardView(heading, notice, rows, "" if rows else nothing, (SHORT, updated, NEWER, PRINTED))


def card_as_text(card: CardView, made: str) -> str:
    """Return the card as lines of text; `made` is the last of them."""
    rows = ("\n".join((f"{row.name}:", *row.words, *filter(None, (row.rest,)))) for row in card.rows)
    said = (*rows, *filter(None, (card.nothing,)))
    return "\n\n".join((card.heading.upper(), "\n".join(card.notice), *said, "\n".join((*card.notes, made)))) + "\n"


def _heading(door: Door) -> tuple[str, tuple[str, ...]]:
    if door is Door.CLOSE:
        return HEADING_CLOSE, NOT_THEIRS
    return HEADING, NOT_TYPED_BY_THEM if door is Door.WRITING else NOT


def _lines(copy: OwnCopy) -> tuple[tuple[str, tuple[str, ...]], ...]:
    whom = "them" if copy.door is Door.CLOSE else "me"
    return (
        ("Please call me", (copy.called,) if copy.called else ()),
        (f"Most important to {whom}", _said(copy.under(Heading.MOST_IMPORTANT))[:1]),
        (f"How to communicate with {whom}", _said(copy.under(Heading.COMMUNICATION))),
        *_please(copy.under(Heading.PLEASE_DO)),
    )


def _please(lines: tuple[Line, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Please do, and please do not. Words that do not say which of the two they are stand under both, never one."""
    do, do_not = (tuple(line for line in lines if line.kind is kind) for kind in (Kind.DO, Kind.DO_NOT))
    if set(_said(lines)) - set(_said((*do, *do_not))):
        return ((Heading.PLEASE_DO.label, tuple(line.shown for line in lines if line.kind is not Kind.WHY)),)
    return ((Kind.DO.label, _said(do)), (Kind.DO_NOT.label, _said(do_not)))


def _said(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.words for line in lines if line.kind is not Kind.WHY)


def _row(name: str, words: tuple[str, ...], room: int) -> CardRow:
    fitting: list[str] = []
    left = room
    for each in words:
        if (takes := _takes(each)) > left:
            begun = _begun(each, left)
            shown = (*fitting, f"{begun} …") if begun else tuple(fitting)
            return CardRow(name, shown, REST if shown else ALL_OF_IT)
        fitting.append(each)
        left -= takes + _LINE
    return CardRow(name, tuple(fitting), "")


def _begun(words: str, room: int) -> str:
    """As many whole words from the beginning as there is room for."""
    end = 0
    for word in _WORD.finditer(words):
        if _takes(words[: word.end()]) > room:
            break
        end = word.end()
    return words[:end]


def _takes(words: str) -> int:
    return len(words) + _LINE * words.count("\n")
