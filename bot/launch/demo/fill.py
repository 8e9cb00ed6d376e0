"""Fills a new store with invented people, teams, services and accounts, through the same doors as real ones."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.accounts.accounts import Accounts
from bot.bootstrap import Parts, build
from bot.launch.demo.people import Invented, Line, Lines, invented
from bot.launch.demo.services import add_services
from bot.launch.preflight import check_data_dir, check_key_file
from bot.launch.store import StoreError, prepare_store
from bot.model.clock import SystemClock
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.staff import Grant, Role, Staff, Team
from bot.records.consent import Purpose
from bot.records.notices import NoticeKind
from bot.settings import Settings
from bot.store.tables.accounts import AccountRow
from bot.store.tables.people import PersonRow
from bot.store.transaction import Transaction

TEAMS = {"garden": "The Garden Team (invented)", "surgery": "Riverside Surgery (invented)"}
_ACTOR = "command line"
_KEPT_FOR = timedelta(days=90)


class NotEmptyError(Exception):
    """People or accounts are here already. Invented ones are never put beside them."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An account that was made: whose, as what, and the secret part of the link that sets it up."""

    name: str
    role: str
    email: str
    link: str


class MovedClock:
    """A clock that stands where it is put, so that what happened days ago says so."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """Return the moment it was put to (UTC)."""
        return self._now

    def put(self, moment: datetime) -> None:
        """Put it to a moment."""
        self._now = moment


def fill(settings: Settings, say: Callable[[str], None]) -> tuple[Invitation, ...]:
    """Make the store if there is none, fill it, and return the accounts to set up.

    Raises NotEmptyError when somebody is in the store already, StoreError when it cannot be made ready.
    """
    for problem in (*check_data_dir(settings.data_dir), *check_key_file(settings.key_file)):
        raise StoreError(problem)
    prepare_store(settings)
    today = SystemClock().now()
    clock = MovedClock(today)
    parts = build(settings, clock)
    try:
        _refuse_unless_empty(parts)
        add_services(parts.directory, today.date())
        teams = {key: parts.accounts.add_team(name, 7) for key, name in TEAMS.items()}
        readers, invitations = _accounts(parts.accounts, teams)
        for number, person in enumerate(invented(), start=1):
            say(f"Somebody invented, {number} of {len(invented())} ...")
            _Story(parts, clock, today, readers[person.team], teams[person.team].id).tell(person)
    finally:
        parts.database.dispose()
    return invitations


def _refuse_unless_empty(parts: Parts) -> None:
    with Transaction(parts.database, parts.clock, reading=True) as transaction:
        held = [transaction.session.scalar(select(func.count()).select_from(row)) for row in (PersonRow, AccountRow)]
    if any(held):
        raise NotEmptyError("There are people or accounts in this store. A demonstration needs a folder of its own.")


def _accounts(accounts: Accounts, teams: dict[str, Team]) -> tuple[dict[str, Staff], tuple[Invitation, ...]]:
    people = [
        ("Robin Reader", "reviewer", "robin@example.org", Grant(Role.REVIEWER, teams["garden"].id)),
        ("Sam Surgery", "reviewer", "sam@example.org", Grant(Role.REVIEWER, teams["surgery"].id)),
        ("Lee Lead", "team lead", "lee@example.org", Grant(Role.TEAM_LEAD, teams["garden"].id)),
        ("Vic Volunteer", "volunteer", "vic@example.org", Grant(Role.VOLUNTEER)),
        ("Ed Editor", "directory editor", "ed@example.org", Grant(Role.DIRECTORY_EDITOR)),
        ("Addy Admin", "administrator", "addy@example.org", Grant(Role.ADMINISTRATOR)),
    ]
    invitations: list[Invitation] = []
    ids: dict[str, str] = {}
    for name, role, email, grant in people:
        ids[email], link = accounts.add(email, name, _ACTOR, (grant,))
        invitations.append(Invitation(name, role, email, link))
    staff = {
        "garden": Staff(ids["robin@example.org"], "Robin Reader", "robin@example.org", (people[0][3],)),
        "surgery": Staff(ids["sam@example.org"], "Sam Surgery", "sam@example.org", (people[1][3],)),
    }
    return staff, tuple(invitations)


@dataclass(frozen=True)
class _Story:
    """What happened with one person, told in the order in which it happened."""

    parts: Parts
    clock: MovedClock
    today: datetime
    staff: Staff
    team: str

    def tell(self, one: Invented) -> None:
        self._at(one.days_ago)
        person = self._keep(None, one.lines, one)
        share = self._share(person, one)
        if one.opened:
            self._at(one.days_ago - 0.5)
            self.parts.team_pages.open(self.staff, share)
            self._act(one, person, share)
        if one.later:
            self._at(one.days_ago / 2)
            self._keep(person, (*one.lines, *one.later), one)

    def _at(self, days_ago: float) -> None:
        self.clock.put(self.today - timedelta(days=days_ago))

    def _keep(self, person: PersonId | None, lines: Lines, one: Invented) -> PersonId:
        with self.parts.begin() as records:
            whose = person or records.people.create()
            if person is None:
                records.consents.give(whose, Purpose.KEEP, door=one.door)
            records.summaries.keep(whose, one.door, _draft(lines).lines)
            records.commit()
        return whose

    def _share(self, person: PersonId, one: Invented) -> str:
        sections = tuple(
            heading for heading in Heading if heading in {line.heading for line in (*one.lines, *one.later)}
        )
        with self.parts.begin() as records:
            until = self.clock.now() + _KEPT_FOR
            share = records.teamwork.share(person, self.team, one.called, sections, until, one.door)
            records.commit()
        return share

    def _act(self, one: Invented, person: PersonId, share: str) -> None:
        page = self.parts.team_pages.open(self.staff, share)
        lines = [line.id for section in page.sections for line in section.lines]
        for promise in one.promises:
            due = None if promise.due_in is None else (self.today + timedelta(days=promise.due_in)).date()
            self.parts.team_pages.promise(
                self.staff, share, lines[promise.line - 1], promise.words, due, state=promise.state
            )
        for asked in one.questions:
            self.parts.team_pages.ask(self.staff, share, asked.question)
        for learnt in one.reflections:
            self.parts.team_pages.reflect(
                self.staff, share, learnt.statement, learnt.together, learnt.words, people=learnt.people
            )
        self._answer(one, person)

    def _answer(self, one: Invented, person: PersonId) -> None:
        answers = {asked.question: asked.answer for asked in one.questions if asked.answer}
        self._at(one.days_ago - 1)
        with self.parts.begin() as records:
            for notice in records.teamwork.notices(person):
                if notice.kind is NoticeKind.QUESTION and notice.words in answers:
                    records.teamwork.answer(notice.subject, answers[notice.words])
                records.teamwork.told([notice.id])
            records.commit()


def _draft(lines: tuple[Line, ...]) -> Draft:
    draft = Draft()
    for topic, line in enumerate(lines):
        kind = Kind.WHAT if line.heading is Heading.MOST_IMPORTANT else Kind.ADDED
        draft = draft.adding(line.heading, kind, topic, line.words)
        if line.why:
            draft = draft.adding(line.heading, Kind.WHY, topic, line.why)
    return draft
