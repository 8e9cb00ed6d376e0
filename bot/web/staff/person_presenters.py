"""Turns what a person shared into their page: their story first, what the team says beside it, then what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from bot.exports.summary import heading_of as heading_of_door
from bot.exports.summary import supported_by
from bot.model.dates import in_words, with_time
from bot.model.headings import Heading
from bot.model.teamwork import Earlier, SharedWithTeam, TeamLine, TeamSection
from bot.pages.environment import page_title
from bot.web.staff.deed_presenters import DeedFormView, DeedView, change_name, present_deed, promise_form, promise_name
from bot.web.staff.filled import FieldView, Filled, error_summary, field_of
from bot.web.staff.inbox_presenters import NO_NAME, inbox_address, share_address
from bot.web.staff.question_presenters import ASK, QuestionView, present_question

UNCHECKED = "This is what they say themselves. Nobody has checked it."
NOT_SAVED = "not-saved"
"""The id of the place that shows what was written about words that are no longer on the page."""
_T = TypeVar("_T")
SEEN = "The person can see that you opened this."
COULD_ASK = {
    Heading.MOST_IMPORTANT: "What is most important to you?",
    Heading.PEOPLE: "Who is important to you?",
    Heading.COMMUNICATION: "How do you like people to talk with you?",
    Heading.WELLNESS: "What is a good day like for you?",
    Heading.PLEASE_DO: "What would you like us always to do, and never to do?",
    Heading.SUPPORT: "What help would you like, and when?",
    Heading.ALSO_KNOW: "What else would you like us to know about you?",
}
NOTICES = {
    "promised": "This is saved. The person will be told in their own chat.",
    "changed": "This is saved. The person will be told in their own chat.",
    "asked": "This is saved. Your question waits for the person in their own chat.",
}
"""What a page says after something was done, by the word in its address."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looks at the page, and when. Paper says so: a page can be printed where it is."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class LineView:
    """One line, and beside it what the team said about it. `whys` holds why it matters, or nothing."""

    id: str
    words: str
    whys: tuple[str, ...]
    deeds: tuple[DeedView, ...]
    form: DeedFormView


@dataclass(frozen=True, slots=True)
class SectionView:
    """One heading of About Me with its lines."""

    heading: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What one version changed, in whole lines; `changes` are pairs of a name and its lines."""

    name: str
    changes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """The whole page. `not_saved` is what was written about words that have changed since; it has no form any more.

    `could_ask`, `earlier` and `no_longer_here` hold one list, or nothing where there is none.
    """

    title: str
    heading: str
    called: str
    opened: str
    notice: tuple[str, ...]
    errors: tuple[Mapping[str, Any], ...]
    notices: tuple[str, ...]
    not_saved: tuple[str, ...]
    sections: tuple[SectionView, ...]
    no_longer_here: tuple[tuple[DeedView, ...], ...]
    could_ask: tuple[tuple[str, ...], ...]
    facts: tuple[tuple[str, str], ...]
    seen: str
    earlier: tuple[tuple[EarlierView, ...], ...]
    questions: tuple[QuestionView, ...]
    question: FieldView
    asks: str
    inbox: str
    reflect: str
    paper: str


def present_person(
    shared: SharedWithTeam, team: str, seen: Seen, filled: Filled | None = None, said: str = ""
) -> PersonView:
    """Return one person's page. `filled` is a form that came back; `said` is what was just done."""
    now = seen.at
    filled = filled or Filled()
    heading, notice = heading_of(shared)
    stray = filled.form not in {"", *_forms(shared)}
    return PersonView(
        title=page_title(heading, error=bool(filled.faults)),  # without the name: browsers remember titles
        heading=heading,
        called=called(shared),
        opened=f"Opened by {seen.by} on {with_time(now)}.",
        notice=notice,
        errors=error_summary(filled, NOT_SAVED if stray else ""),
        not_saved=(filled.typed.get("words", ""),) if stray else (),
        notices=(NOTICES[said],) if said in NOTICES else (),
        sections=tuple(_section(section, shared, filled, now) for section in story_first(shared)),
        no_longer_here=_some(_no_longer_here(shared, filled, now)),
        could_ask=_some(could_ask(shared)),
        facts=facts(shared, team),
        seen=SEEN,
        earlier=_some(tuple(_earlier(version) for version in shared.earlier)),
        questions=tuple(present_question(question, now) for question in shared.questions),
        question=field_of(filled, ASK, "question"),
        asks=share_address(shared.share, "ask"),
        inbox=inbox_address(shared.team),
        reflect=share_address(shared.share, "reflect"),
        paper=share_address(shared.share, "print"),
    )


def heading_of(shared: SharedWithTeam) -> tuple[str, tuple[str, ...]]:
    """Return what the page is called and what it is not, which differ for a view of somebody else."""
    return heading_of_door(shared.door)


def called(shared: SharedWithTeam) -> str:
    """Return the name as somebody gave it, and that it is theirs."""
    return f"Says they are called {shared.called}" if shared.called else NO_NAME


def story_first(shared: SharedWithTeam) -> tuple[TeamSection, ...]:
    """Return the sections that hold something; what is most important to the person comes before the others."""
    first = shared.door.over(Heading.MOST_IMPORTANT)
    held = [section for section in shared.sections if section.lines]
    return tuple(sorted(held, key=lambda section: section.heading != first))


def could_ask(shared: SharedWithTeam) -> tuple[str, ...]:
    """Return a question for each heading that nothing is known under yet."""
    missing = set(shared.not_known)
    return tuple(words for heading, words in COULD_ASK.items() if {heading.label, heading.value} & missing)


def facts(shared: SharedWithTeam, team: str) -> tuple[tuple[str, str], ...]:
    """Return what the notes are, as pairs of a name and a value."""
    name = f"{shared.called}. {UNCHECKED}" if shared.called else f"{NO_NAME}. They did not have to."
    return (
        ("Name", name),
        ("Written by", shared.written_by),
        *supported_by(shared.supported),
        ("Last updated", f"{in_words(shared.updated_at)}, version {shared.version}"),
        ("Shared with", team),
        ("Shared until", with_time(shared.expires_at)),
    )


def _forms(shared: SharedWithTeam) -> tuple[str, ...]:
    """Return the names of the forms on the page. One about words that have changed meanwhile is not there any more."""
    lines = (promise_name(line.id) for section in shared.sections for line in section.lines)
    return (ASK, *lines, *(change_name(deed.id) for deed in shared.commitments))


def _some(things: tuple[_T, ...]) -> tuple[tuple[_T, ...], ...]:
    return (things,) if things else ()


def _section(section: TeamSection, shared: SharedWithTeam, filled: Filled, now: datetime) -> SectionView:
    return SectionView(section.heading, tuple(_line(line, shared, filled, now) for line in section.lines))


def _line(line: TeamLine, shared: SharedWithTeam, filled: Filled, now: datetime) -> LineView:
    deeds = (deed for deed in shared.commitments if deed.line == line.id)
    return LineView(
        id=f"line-{line.id}",
        words=line.words,
        whys=(line.why,) if line.why else (),
        deeds=tuple(present_deed(deed, shared.share, line.words, filled, now) for deed in deeds),
        form=promise_form(line.id, shared.share, line.words, filled),
    )


def _no_longer_here(shared: SharedWithTeam, filled: Filled, now: datetime) -> tuple[DeedView, ...]:
    here = {line.id for section in shared.sections for line in section.lines}
    gone = (deed for deed in shared.commitments if deed.line not in here)
    return tuple(present_deed(deed, shared.share, deed.about or deed.words, filled, now) for deed in gone)


def _earlier(version: Earlier) -> EarlierView:
    changes = (("Added", version.added), ("Taken out", version.removed))
    name = f"Version {version.version}, {in_words(version.at)}"
    return EarlierView(name, tuple((what, lines) for what, lines in changes if lines))
