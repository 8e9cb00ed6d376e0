"""Turns what a team learnt, and the form to say more, into what its page shows, beside the person's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.exports.summary import LineView, SectionView
from bot.model.statements import CREDIT, STATEMENTS, statement
from bot.model.teamwork import Reflection, SharedWithTeam, TeamSection
from bot.pages.environment import page_title
from bot.web.staff.days import when
from bot.web.staff.filled import FieldView, Filled, error_summary, field_of
from bot.web.staff.inbox_presenters import share_address
from bot.web.staff.person_presenters import called, story_first
from bot.web.staff.reflection_forms import PARTS

HEADING = "What we learn"
NOTICES = {"reflected": "Your reflection is saved."}
FORM = "reflect"
HINTS = {
    "helped": "People, places, chance: anything that made it easier.",
    "hindered": "How things work, not who is at fault.",
    "next": "One small thing to try, or to keep on doing.",
}
WITH = (
    {"value": "alone", "text": "Alone"},
    {"value": "together", "text": "Together"},
)


@dataclass(frozen=True, slots=True)
class PartView:
    """One of the three boxes."""

    name: str
    label: str
    hint: str
    field: FieldView


@dataclass(frozen=True, slots=True)
class ReflectionView:
    """One reflection that was kept."""

    statement: str
    words: str
    made: str


@dataclass(frozen=True, slots=True)
class ReflectView:
    """The whole page. `earlier` holds the list of what was kept before, or nothing."""

    title: str
    heading: str
    called: str
    credit: str
    errors: tuple[Mapping[str, Any], ...]
    notices: tuple[str, ...]
    sections: tuple[SectionView, ...]
    statements: tuple[Mapping[str, Any], ...]
    statement: FieldView
    companies: tuple[Mapping[str, str], ...]
    together: FieldView
    people: FieldView
    parts: tuple[PartView, ...]
    earlier: tuple[tuple[ReflectionView, ...], ...]
    action: str
    back: str


def present_reflect(shared: SharedWithTeam, now: datetime, filled: Filled | None = None, said: str = "") -> ReflectView:
    """Return the page on which a team reflects. `filled` is a form that came back; `said` is what was just done."""
    filled = filled or Filled()
    return ReflectView(
        title=page_title(HEADING, error=bool(filled.faults)),
        heading=HEADING,
        called=called(shared),
        credit=CREDIT,
        errors=error_summary(filled),
        notices=(NOTICES[said],) if said in NOTICES else (),
        sections=tuple(_section(section) for section in story_first(shared)),
        statements=tuple({"value": str(each.number), "text": each.name, "hint": each.sentence} for each in STATEMENTS),
        statement=field_of(filled, FORM, "statement"),
        companies=WITH,
        together=field_of(filled, FORM, "together"),
        people=field_of(filled, FORM, "people"),
        parts=tuple(PartView(name, PARTS[name], HINTS[name], field_of(filled, FORM, name)) for name in PARTS),
        earlier=_earlier(shared, now),
        action=share_address(shared.share, "reflect"),
        back=share_address(shared.share),
    )


def _section(section: TeamSection) -> SectionView:
    lines = tuple(LineView(line.words, (line.why,) if line.why else ()) for line in section.lines)
    return SectionView(section.heading, lines)


def _earlier(shared: SharedWithTeam, now: datetime) -> tuple[tuple[ReflectionView, ...], ...]:
    newest_first = sorted(shared.reflections, key=lambda each: each.created_at, reverse=True)
    return (tuple(_kept(each, now) for each in newest_first),) if newest_first else ()


def _kept(reflection: Reflection, now: datetime) -> ReflectionView:
    about = statement(reflection.statement)
    people = f"{reflection.people} people together" if reflection.people > 1 else "Together"
    company = people if reflection.together else "Alone"
    return ReflectionView(
        statement=f"{about.number}. {about.name}",
        words=reflection.words,
        made=f"{company}, written by {reflection.made_by}, {when(reflection.created_at, now)}.",
    )
