"""The staff site as a browser reaches it: the real accounts behind it, on a clock that the test moves."""

import asyncio
import re
from dataclasses import dataclass, field

from fastapi import APIRouter, FastAPI
from httpx import ASGITransport, AsyncClient, Response

from bot.accounts.accounts import Accounts
from bot.accounts.provider import Provider
from bot.pages.limits import NewSessions
from bot.pages.site import install
from bot.web.staff import account_routes
from bot.web.staff.guard import Guard
from tests.unit.fakes import MovingClock


@dataclass(frozen=True)
class StaffFacts:
    public_url: str = "http://testserver"
    organisation: str = "Example Hospice"
    draft_days: int = 45


@dataclass(frozen=True)
class StaffServices:
    accounts: Accounts
    clock: MovingClock
    settings: StaffFacts = field(default_factory=StaffFacts)
    provider: Provider | None = None
    sign_in_tries: NewSessions = field(default_factory=lambda: NewSessions(1000, lambda: 0.0))


def serve(services: StaffServices, *routers: APIRouter) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None)
    install(app, services.settings)
    app.include_router(account_routes.routes(services, Guard(services.accounts.sessions, services.settings)))
    for router in routers:
        app.include_router(router)
    return app


class StaffBrowser:
    """Keeps cookies and follows no redirect. `send` fills in the token of the form that was last opened."""

    def __init__(self, app: FastAPI, address: str = "http://testserver") -> None:
        self._client = AsyncClient(transport=ASGITransport(app, raise_app_exceptions=False), base_url=address)
        self.cookies = self._client.cookies
        self.csrf = ""

    def request(self, method: str, path: str, **options) -> Response:
        answer = asyncio.run(self._client.request(method, path, **options))
        found = re.search(r'name="csrf" value="([^"]+)"', answer.text)
        self.csrf = found.group(1) if found else self.csrf
        return answer

    def get(self, path: str, **options) -> Response:
        return self.request("GET", path, **options)

    def post(self, path: str, **form: str) -> Response:
        return self.request("POST", path, data=form)

    def send(self, path: str, **form: str) -> Response:
        return self.post(path, csrf=self.csrf, **form)

    @property
    def session(self) -> str:
        """The token in the cookie of somebody signed in, or half-way there."""
        return next((cookie.value for cookie in self.cookies.jar if cookie.name.endswith("what_matters_staff")), "")

    def carry(self, token: str) -> "StaffBrowser":
        """Have the cookie of a session."""
        self.cookies.set("what_matters_staff", token, domain="testserver.local", path="/")
        return self
