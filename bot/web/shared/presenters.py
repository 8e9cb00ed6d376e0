"""Turns a summary, and the ways in which a link can fail, into what the templates loop over."""

import unicodedata
from dataclasses import dataclass

from bot.model.position import Door
from bot.model.sharing import SharedSection, SharedSummary
from bot.pages.environment import page_title
from bot.stages.dates import in_words, with_time

HEADING = "What matters to me"
HEADING_CLOSE = "What I see matters to someone close to me"
NOT = (
    "These are notes about what matters, in the writer's own words.",
    "They are not an advance decision.",
    "They are not a legal or clinical document.",
)
NOT_THEIRS = (
    "These are notes by someone close to the person they are about.",
    "They are not that person's own words.",
    "Where a heading says 'me', it means that person.",
    "They are not an advance decision.",
    "They are not a legal or clinical document.",
)
NEWER = "There may be a newer version. If you are not sure, ask the person who wrote it."
SEEN = "The person who wrote this can see that you opened it."
LEFT_OUT = ("Pd", "Cf")
"""Unicode kinds: hyphens and dashes, and marks that nobody sees."""
PIN_MISSING = "Enter the PIN"
PIN_NOT_A_NUMBER = "The PIN has numbers only. Check it, and enter it again."


@dataclass(frozen=True, slots=True)
class LineView:
    """One line; `whys` holds why it matters, or nothing."""

    words: str
    whys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One heading with its lines."""

    heading: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class SummaryView:
    """A summary as it is read: facts are pairs of a name and a value, notes are whole sentences."""

    title: str
    heading: str
    notice: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[SectionView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PinView:
    """The form that asks for the PIN. `errors` holds what was wrong, or nothing."""

    title: str
    errors: tuple[str, ...] = ()

    @property
    def error(self) -> str | None:
        return self.errors[0] if self.errors else None


def present_shared(summary: SharedSummary) -> SummaryView:
    """Return what the holder of a link reads."""
    until = (("The link works until", with_time(summary.expires_at)),) if summary.expires_at else ()
    facts = (("Shared with", summary.recipient), *_facts(summary), *until)
    return _view(summary, facts, (NEWER, SEEN))


def present_own_copy(summary: SharedSummary) -> SummaryView:
    """Return what a person reads of their own."""
    return _view(summary, _facts(summary), ())


def present_pin(error: str = "") -> PinView:
    name = "Enter the PIN"
    return PinView(page_title(name, error=bool(error)), (error,) if error else ())


def wrong_pin(tries_left: int) -> str:
    if tries_left == 1:
        return "That PIN is not right. You have 1 try left. After that, the link closes."
    return f"That PIN is not right. You have {tries_left} tries left."


def read_pin(typed: str) -> tuple[str, str]:
    """Return the PIN as plain digits and an empty string, or an empty string and what is wrong with it.

    Spaces and hyphens are left out and digits of any script are read, for a PIN is often copied or dictated.
    """
    kept = [sign for sign in typed if not sign.isspace() and unicodedata.category(sign) not in LEFT_OUT]
    if not kept:
        return "", PIN_MISSING
    digits = [unicodedata.decimal(sign, None) for sign in kept]
    if None in digits:
        return "", PIN_NOT_A_NUMBER
    return "".join(map(str, digits)), ""


def _view(summary: SharedSummary, facts: tuple[tuple[str, str], ...], notes: tuple[str, ...]) -> SummaryView:
    heading, notice = (HEADING_CLOSE, NOT_THEIRS) if summary.door is Door.CLOSE else (HEADING, NOT)
    return SummaryView(page_title(heading), heading, notice, facts, _sections(summary), notes)


def _facts(summary: SharedSummary) -> tuple[tuple[str, str], ...]:
    return (
        ("Written by", summary.written_by),
        ("Last updated", f"{in_words(summary.updated_at)}, version {summary.version}"),
    )


def _sections(summary: SharedSummary) -> tuple[SectionView, ...]:
    return tuple(_section(section) for section in summary.sections if section.lines)


def _section(section: SharedSection) -> SectionView:
    lines = tuple(LineView(line.words, (line.why,) if line.why else ()) for line in section.lines)
    return SectionView(section.heading, lines)
