"""Turns what a person shared into one sheet of paper: their words, what the team said beside them, and what it is."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.dates import day_in_words, with_time
from bot.model.teamwork import Commitment, SharedWithTeam, TeamLine, TeamSection
from bot.pages.environment import page_title
from bot.web.staff.deed_presenters import STATES, STILL_TO_DO
from bot.web.staff.inbox_presenters import share_address
from bot.web.staff.person_presenters import facts, heading_of, story_first

PRIVATE = "These are somebody's private words. Keep this paper safe, and destroy it when it is not needed."
AGES = "A printed copy does not change when the notes change. There may be a newer version."


@dataclass(frozen=True, slots=True)
class PaperLineView:
    """One line; `whys` and `deeds` are often empty. A deed is what the team said: a state, its words, and who."""

    words: str
    whys: tuple[str, ...]
    deeds: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperSectionView:
    """One heading with its lines."""

    heading: str
    lines: tuple[PaperLineView, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """The whole sheet."""

    title: str
    heading: str
    printed: str
    team: str
    notice: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sections: tuple[PaperSectionView, ...]
    notes: tuple[str, ...]
    back: str


def present_paper(shared: SharedWithTeam, team: str, reader: str, now: datetime) -> PaperView:
    """Return what is printed, by whom, and when."""
    heading, notice = heading_of(shared)
    return PaperView(
        title=page_title(heading),
        heading=heading,
        team=team,
        printed=f"Printed by {reader} on {with_time(now)}.",
        notice=notice,
        facts=facts(shared, team),
        sections=tuple(_section(section, shared) for section in story_first(shared)),
        notes=(AGES, PRIVATE),
        back=share_address(shared.share),
    )


def _section(section: TeamSection, shared: SharedWithTeam) -> PaperSectionView:
    return PaperSectionView(section.heading, tuple(_line(line, shared) for line in section.lines))


def _line(line: TeamLine, shared: SharedWithTeam) -> PaperLineView:
    deeds = tuple(
        (_state(deed), deed.words, deed.changed_by or deed.made_by)
        for deed in shared.commitments
        if deed.line == line.id
    )
    return PaperLineView(line.words, (line.why,) if line.why else (), deeds)


def _state(deed: Commitment) -> str:
    due = f", by {day_in_words(deed.due)}" if deed.due and deed.state in STILL_TO_DO else ""
    return f"{STATES[deed.state]}{due}"
