"""The page behind a link to go on in a browser with a conversation that was begun elsewhere.

Looking at the address uses nothing up, because previews of links look too. The button does: the browser then gets a
session of its own.
"""

from typing import Protocol

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from bot.channels.joining import Joined, Outcome
from bot.channels.web_chat.join_presenters import present_join
from bot.channels.web_chat.session_cookie import SessionCookie
from bot.channels.web_chat.views import TEMPLATES
from bot.pages.environment import Pages
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.pages.limits import NewSessions


class Codes(Protocol):
    """Opens what a link leads to. `bot.channels.inbound.Inbound` is the real one."""

    async def look_at_code(self, code: str, token: str | None) -> Outcome: ...

    async def open_code(self, code: str, token: str | None, *, leave_draft: bool) -> Joined: ...


class JoinServices(Protocol):
    """What the page is handed."""

    @property
    def inbound(self) -> Codes: ...

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def join_tries(self) -> NewSessions: ...


def join_routes(services: JoinServices) -> APIRouter:
    """Return the address /join/{code}: to look at by GET, to open by POST."""
    router = APIRouter(include_in_schema=False)
    page = JoinPage(services)
    router.add_api_route("/join/{code}", page.looked, methods=["GET", "HEAD"])
    router.add_api_route("/join/{code}", page.opened, methods=["POST"])
    return router


class JoinPage:
    """The views. They hold nothing between requests."""

    def __init__(self, services: JoinServices) -> None:
        self._codes = services.inbound
        self._tries = services.join_tries
        self._draft_days = services.settings.draft_days
        self._cookie = SessionCookie(services.settings.public_url)
        self._pages = Pages(services.settings, TEMPLATES)

    async def looked(self, request: Request, code: str) -> Response:
        self._tries.take(request)
        return self._page(await self._codes.look_at_code(code, self._cookie.read(request)), asked=False)

    async def opened(self, request: Request, code: str) -> Response:
        self._tries.take(request)
        form = await read_form(request)
        # Asked here too: after following a link from elsewhere, the browser sends no cookie with the first request.
        joined = await self._codes.open_code(code, self._cookie.read(request), leave_draft=form.get("leave") == "yes")
        if joined.token is None:
            return self._page(joined.outcome, asked=True)
        response = RedirectResponse("/", 303)
        self._cookie.set(response, joined.token)
        return response

    def _page(self, outcome: Outcome, *, asked: bool) -> Response:
        """Return the page; only what was asked for and refused is told as refused."""
        view = present_join(outcome, self._draft_days)
        status = view.status if asked or outcome is Outcome.NOT_GOOD else 200
        return self._pages.render("web_chat/join.jinja", status=status, title=view.title, join=view)
