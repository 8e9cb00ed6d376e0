"""A team at its desk: somebody signed in, and what was shared with them, made of plain memory. All are invented."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from fastapi import APIRouter, FastAPI

from bot.accounts.history import Event
from bot.accounts.resting import MayNotConfirmError, Waiting
from bot.model.staff import Grant, Role, Staff, Team
from bot.model.teamwork import (
    Commitment,
    Earlier,
    InboxItem,
    InboxPage,
    InboxState,
    Progress,
    Reflection,
    SharedWithTeam,
    TeamLine,
    TeamQuestion,
    TeamSection,
)
from bot.pages.site import install
from bot.stages.team_pages import InvalidError, NotSharedError
from bot.web.staff import team_routes
from bot.web.staff.csrf import csrf_of
from bot.web.staff.guard import Guard, check_routes
from bot.web.staff.team_pages import TeamPages
from tests.unit.fakes import MovingClock

NASTY = "<script>alert(1)</script> {{7*7}} {x} <b onclick='x'>"
COMMUNITY, HOSPICE, OTHER = Team("t1", "Community team", 7), Team("t2", "Hospice team", 7), Team("t3", "Others", 7)
REVIEWER = Staff("a1", "Sam Reviewer", "sam@example.org", (Grant(Role.REVIEWER, "t1"),))
IN_TWO_TEAMS = replace(REVIEWER, id="a2", grants=(Grant(Role.TEAM_LEAD, "t1"), Grant(Role.REVIEWER, "t2")))
VOLUNTEER = Staff("a3", "Vic Volunteer", "vic@example.org", (Grant(Role.VOLUNTEER),))
ADMINISTRATOR = Staff("a4", "Ada Admin", "ada@example.org", (Grant(Role.ADMINISTRATOR), Grant(Role.REVIEWER, "t1")))
IN_A_CLOSED_TEAM = replace(REVIEWER, id="a5", grants=(Grant(Role.REVIEWER, "t9"),))
TOKENS = {"r": REVIEWER, "two": IN_TWO_TEAMS, "v": VOLUNTEER, "a": ADMINISTRATOR, "closed": IN_A_CLOSED_TEAM}


def at(day: int, hour: int = 9, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


SHARED = SharedWithTeam(
    share="s1",
    team="t1",
    called="Bel",
    written_by="the person themselves",
    sections=(
        TeamSection("My wellness", (TeamLine("v3-a3", "Mornings are hard", None),)),
        TeamSection(
            "What is most important to me",
            (TeamLine("v3-a1", "My garden", "It is quiet there"), TeamLine("v3-a2", NASTY, None)),
        ),
    ),
    not_known=("People who are important to me",),
    version=3,
    updated_at=at(20),
    expires_at=at(21, month=12),
    earlier=(Earlier(3, at(20), ("My garden",), ("The park",)),),
    commitments=(
        Commitment(
            "c1", "v3-a1", Progress.PLANNED, "We will move the bed", date(2026, 12, 3), "Sam Reviewer", at(21, 8), False
        ),
    ),
    questions=(
        TeamQuestion("q1", "Which flowers?", "Sam Reviewer", at(20), True, "Roses", at(21, 7), False),
        TeamQuestion("q2", "Which music?", "Sam Reviewer", at(20), True, None, None, True),
        TeamQuestion("q3", "Which chair?", "Sam Reviewer", at(20), True, None, None, False),
        TeamQuestion("q4", "Which tea?", "Sam Reviewer", at(20), False, None, None, False),
    ),
    reflections=(
        Reflection("r1", 4, True, "What helped?\nAsking early", "Sam Reviewer", at(20), 3),
        Reflection("r2", 1, False, "What next?\nAsk again", "Lee Lead", at(21, 8), 1),
    ),
)


@dataclass
class FakeTeamPages:
    """One share, "s1", of the first team. `stopped`: the person takes it back, as they may at any moment."""

    shared: SharedWithTeam = SHARED
    items: tuple[InboxItem, ...] = ()
    stopped: bool = False
    refuses: InvalidError | None = None
    opened: list[tuple[str, str, bool]] = field(default_factory=list)
    kept: list[tuple[Any, ...]] = field(default_factory=list)

    def inbox(self, staff, team, state, page) -> InboxPage:
        if team not in staff.teams:
            raise NotSharedError
        counts = {each: sum(item.state is each for item in self.items) for each in InboxState}
        shown = tuple(item for item in self.items if state in {None, item.state})
        pages = max(1, -(-len(shown) // 25))
        page = min(page, pages)
        return InboxPage(shown[(page - 1) * 25 : page * 25], counts, page, pages)

    def open(self, staff, share, *, printed=False) -> SharedWithTeam:
        self._standing(staff, share)
        self.opened.append((staff.id, share, printed))
        return self.shared

    def promise(self, staff, share, line, words, due, *, state=Progress.PLANNED) -> None:
        self._keep(staff, share, "promise", line, words, due, state)

    def change(self, staff, share, commitment, state, words) -> None:
        self._keep(staff, share, "change", commitment, state, words)

    def ask(self, staff, share, question) -> None:
        self._keep(staff, share, "ask", question)

    def reflect(self, staff, share, statement, together, words, *, people=1) -> None:
        self._keep(staff, share, "reflect", statement, together, words, people)

    def _keep(self, staff, share, *what) -> None:
        self._standing(staff, share)
        if self.refuses:
            raise self.refuses
        self.kept.append(what)

    def _standing(self, staff, share) -> None:
        if self.stopped or share != self.shared.share or self.shared.team not in staff.teams:
            raise NotSharedError


@dataclass(frozen=True)
class FakeTeams:
    known: tuple[Team, ...] = (OTHER, HOSPICE, COMMUNITY)

    def teams(self) -> tuple[Team, ...]:
        return self.known

    def resting_in(self, team) -> tuple[Waiting, ...]:
        return ()

    def news_of(self, team) -> tuple[Event, ...]:
        return ()

    def confirm(self, account, actor, reset=None) -> None:
        raise MayNotConfirmError


@dataclass(frozen=True)
class FakeSignedIn:
    """Everybody who is signed in, by the token of their session."""

    people: dict[str, Staff]

    def staff_of(self, token: str) -> Staff | None:
        return self.people.get(token)


@dataclass(frozen=True)
class FakeFacts:
    public_url: str = "http://testserver"
    organisation: str = "Example Hospice"
    draft_days: int = 45


@dataclass
class FakeTeamServices:
    team_pages: TeamPages = field(default_factory=FakeTeamPages)
    settings: FakeFacts = field(default_factory=FakeFacts)
    accounts: FakeTeams = field(default_factory=FakeTeams)
    clock: MovingClock = field(default_factory=MovingClock)


def item(share: str, state: InboxState, **more: Any) -> InboxItem:
    given = {"called": "Bel", "shared_at": at(19), "changed_at": at(19), "version": 1, "due": None, "team": "t1"}
    return InboxItem(share=share, state=state, **(given | more))


def serve_team(services: FakeTeamServices, people: dict[str, Staff] = TOKENS) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None)
    install(app, services.settings)
    guard = Guard(FakeSignedIn(people), services.settings)
    router = team_routes.routes(services, guard)
    assert isinstance(router, APIRouter)
    app.include_router(router)
    check_routes(app)
    return app


class Desk:
    """Somebody signed in, with a browser. `sends` fills in the form's token, as the page does."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser
        self.token = ""
        self.sits("r")

    def sits(self, token: str) -> "Desk":
        self.token = token
        self.browser.cookies.clear()
        if token:
            self.browser.cookies.set("what_matters_staff", token)
        return self

    def opens(self, path: str, **options: Any) -> Any:
        return self.browser.get(path, **options)

    def sends(self, path: str, form: dict[str, str], **options: Any) -> Any:
        return self.browser.post(path, data={"csrf": csrf_of(self.token)} | form, **options)
