"""The pages as people reach them, with the parts behind them made of plain memory."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response

from bot.channels import web_chat
from bot.channels.inbound import UnknownSessionError
from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.messages import Choice, Link, Message, Reply
from bot.model.own_copy import Agreed, OwnCopy
from bot.model.position import Door
from bot.model.sharing import SharedLine, SharedSection, SharedSummary
from bot.pages.limits import NewSessions
from bot.pages.site import install
from bot.records.copies import CopyExpiredError
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.web import copy, shared
from tests.unit.fakes import MovingClock
from tests.unit.web.support_fakes import FakeSupport, SignedIn, Standing, serve_support, support_on
from tests.unit.web.team_fakes import Desk, FakeTeamServices, serve_team

NASTY = "<script>alert(1)</script> {{7*7}} {x} <b onclick='x'>"


@dataclass(frozen=True)
class FakeFacts:
    public_url: str = "http://testserver"
    organisation: str = "Example Hospice"
    draft_days: int = 45


@dataclass
class FakeInbound:
    """Greets, and repeats what it hears. `down` makes everything fail but a crisis."""

    sessions: list[str] = field(default_factory=list)
    heard: list[tuple[str | None, str | None, str | None]] = field(default_factory=list)
    replies: dict[str, Reply] = field(default_factory=dict)
    down: bool = False
    keeps: bool = True

    async def open_session(self, channel: str) -> str:
        self._working()
        self.sessions.append(f"{channel}-{len(self.sessions) + 1}")
        return self.sessions[-1]

    async def arrive(self, token: str) -> Reply:
        self._known(token)
        return Reply((Message("Who is this for?", (Choice("Me", "c1"), Choice("Someone else", "c2"))),))

    async def receive(self, token, *, text=None, choice=None, message_id=None) -> Reply:
        if text and "danger" in text:
            return Reply((Message("Call 999.", links=(Link("Call 999", "tel:999"),)),))
        self._known(token)
        if not self.keeps:
            return Reply((Message("Please send that again."),), received=False)
        if message_id is None or message_id not in self.replies:
            self.heard.append((token, text, choice))
            self.replies[message_id or ""] = Reply((Message(f"Heard: {text or choice}"),))
        return self.replies[message_id or ""]

    async def leave(self, token: str) -> None:
        self._known(token)
        self.sessions.remove(token)

    def _working(self) -> None:
        if self.down:
            raise RuntimeError

    def _known(self, token: str | None) -> None:
        self._working()
        if token not in self.sessions:
            raise UnknownSessionError


@dataclass
class FakePages:
    """One link, "open-link", whose PIN is 123456, and one copy, "copy-link"."""

    summary: SharedSummary
    tries: int = 3
    asked: list[tuple[str, str]] = field(default_factory=list)

    def open(self, token: str, pin: str) -> SharedSummary:
        self.asked.append((token, pin))
        if token != "open-link" or self.tries == 0:
            raise ShareClosedError
        if pin != "123456":
            self.tries -= 1
            raise WrongPinError(self.tries)
        return self.summary

    def own_copy(self, token: str) -> SharedSummary:
        self.asked.append((token, ""))
        if token != "copy-link":
            raise CopyExpiredError
        return replace(self.summary, recipient="", expires_at=None)


@dataclass
class FakeCopies:
    """The same copy for its other forms."""

    opened: list[str] = field(default_factory=list)

    def open(self, token: str, form: str) -> OwnCopy:
        if token != "copy-link":
            raise CopyExpiredError
        self.opened.append(form)
        lines = (
            Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "My garden"),
            Line("l2", Heading.MOST_IMPORTANT, Kind.WHY, 0, "It is quiet"),
            Line("l3", Heading.COMMUNICATION, Kind.ADDED, -1, NASTY),
        )
        at = datetime(2026, 11, 21, 12, tzinfo=UTC)
        return OwnCopy(lines, Door.ME, 3, at, Agreed("keep/2", at))

    def everything(self, token: str) -> dict[str, list[dict[str, str]]]:
        if token not in {"copy-link", "bare-link"}:
            raise CopyExpiredError
        return {"complaints": [{"words": NASTY}]}


@dataclass(frozen=True)
class FakeServices:
    inbound: FakeInbound
    shared_pages: FakePages
    settings: FakeFacts
    own_copies: FakeCopies = field(default_factory=FakeCopies)
    new_sessions: NewSessions = field(default_factory=lambda: NewSessions(60, lambda: 0.0))
    clock: MovingClock = field(default_factory=lambda: MovingClock(datetime(2026, 11, 22, 10, 15, tzinfo=UTC)))


@pytest.fixture
def summary() -> SharedSummary:
    return SharedSummary(
        recipient="Dr Example",
        written_by="the person themselves",
        sections=(
            SharedSection(
                "What is most important to me", (SharedLine("My garden", "It is quiet"), SharedLine(NASTY, None))
            ),
            SharedSection("My wellness", ()),
        ),
        version=3,
        updated_at=datetime(2026, 11, 21, 12, tzinfo=UTC),
        expires_at=datetime(2026, 12, 21, 14, 30, tzinfo=UTC),
    )


@pytest.fixture
def services(summary) -> FakeServices:
    return FakeServices(FakeInbound(), FakePages(summary), FakeFacts())


def serve(services: FakeServices) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None)
    install(app, services.settings)
    for door in (web_chat, shared, copy):
        app.include_router(door.routes(services))
    app.include_router(copy.calendar_routes(services.clock))
    return app


class Browser:
    """Keeps cookies, follows redirects, and gets an answer even when the application raises."""

    def __init__(self, app: FastAPI, address: str) -> None:
        transport = ASGITransport(app, raise_app_exceptions=False)
        self._client = AsyncClient(transport=transport, base_url=address, follow_redirects=True)
        self.cookies = self._client.cookies

    def request(self, method: str, path: str, **options) -> Response:
        return asyncio.run(self._client.request(method, path, **options))

    def get(self, path: str, **options) -> Response:
        return self.request("GET", path, **options)

    def post(self, path: str, **options) -> Response:
        return self.request("POST", path, **options)


@pytest.fixture
def browser(services) -> Browser:
    return Browser(serve(services), services.settings.public_url)


@pytest.fixture
def browser_over_https(services) -> Browser:
    public_url = "https://notes.example.org"
    return Browser(serve(replace(services, settings=FakeFacts(public_url))), public_url)


@pytest.fixture(scope="session")
def team_site():
    """The pages of a team and what stands behind them, made once: reading their templates takes a while."""
    services = FakeTeamServices()
    return services, serve_team(services)


@pytest.fixture
def team(team_site) -> FakeTeamServices:
    services, _app = team_site
    services.team_pages.__init__()
    return services


@pytest.fixture
def desk(team, team_site) -> Desk:
    """Somebody of a team, signed in."""
    return Desk(Browser(team_site[1], team.settings.public_url))


@pytest.fixture(scope="session")
def support_site():
    """The support site, made once, and what says which services stand behind it."""
    standing = Standing()
    return standing, serve_support(standing)


@pytest.fixture
def support(support_site, open_transaction, clock) -> FakeSupport:
    standing, _app = support_site
    standing.now = support_on(open_transaction, clock)
    return standing.now


@pytest.fixture
def visitor(support, support_site) -> Browser:
    """Somebody who looks for support and is not signed in."""
    _standing, app = support_site
    return Browser(app, support.settings.public_url)


@pytest.fixture
def volunteer(visitor, support) -> SignedIn:
    return SignedIn(visitor, support)
