"""A summary as it is read, on a page, in print or as text: what it is and is not, its facts, what was written."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.dates import in_words, with_time
from bot.model.position import Door
from bot.model.sharing import SharedSection, SharedSummary

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
    "They are not an advance decision.",
    "They are not a legal or clinical document.",
)
NOT_TYPED_BY_THEM = (
    "These are notes about what matters, typed by someone else as the person said it.",
    "They are not an advance decision.",
    "They are not a legal or clinical document.",
)
SUPPORTED = "Supported to write this by"
"""As the PRSB standard calls it."""
NEWER = "There may be a newer version. If you are not sure, ask the person who wrote it."
PRINTED = "A printed or saved copy does not change when the notes change."
MADE = "Made on {when} with What Matters, which is run by {organisation}."
CHOSEN = "These are the parts that they chose to show you after their death."
CLOSES = "If they write here again, this page closes and they are told that you opened it."
SEEN = "The person who wrote this can see that you opened it."


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

    heading: str
    notice: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[SectionView, ...]
    notes: tuple[str, ...]


def present_shared(summary: SharedSummary) -> SummaryView:
    """Return what the holder of a link reads."""
    until = (("The link works until", with_time(summary.expires_at)),) if summary.expires_at else ()
    facts = (("Shared with", summary.recipient), *_facts(summary), *until)
    return _view(summary, facts, (CHOSEN, CLOSES, PRINTED) if summary.after_death else (NEWER, SEEN, PRINTED))


def present_own_copy(summary: SharedSummary) -> SummaryView:
    """Return what a person reads of their own, and what others read whom they show it to."""
    return _view(summary, _facts(summary), (NEWER, PRINTED))


def heading_of(door: Door) -> tuple[str, tuple[str, ...]]:
    """Return what notes are called and what they are not, by whose words they are and who typed them."""
    if door is Door.CLOSE:
        return HEADING_CLOSE, NOT_THEIRS
    return HEADING, NOT_TYPED_BY_THEM if door is Door.WRITING else NOT


def made_on(organisation: str, now: datetime) -> str:
    """Return when and by whom a copy was made. `organisation` is worded to follow "run by"; `now` is the moment."""
    return MADE.format(when=with_time(now), organisation=organisation)


def supported_by(words: str) -> tuple[tuple[str, str], ...]:
    """Return the fact of who helped to write it, where that was said."""
    return ((SUPPORTED, words),) if words else ()


def _view(summary: SharedSummary, facts: tuple[tuple[str, str], ...], notes: tuple[str, ...]) -> SummaryView:
    heading, notice = heading_of(summary.door)
    return SummaryView(heading, notice, facts, _sections(summary), notes)


def _facts(summary: SharedSummary) -> tuple[tuple[str, str], ...]:
    return (
        ("Written by", summary.written_by),
        *supported_by(summary.supported),
        ("Last updated", f"{in_words(summary.updated_at)}, version {summary.version}"),
    )


def _sections(summary: SharedSummary) -> tuple[SectionView, ...]:
    return tuple(_section(section) for section in summary.sections if section.lines)


def _section(section: SharedSection) -> SectionView:
    lines = tuple(LineView(line.words, (line.why,) if line.why else ()) for line in section.lines)
    return SectionView(section.heading, lines)
