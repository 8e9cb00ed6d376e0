"""The only way to a page behind a sign-in: each route names its rule, and the view gets who was let through.

    inbox = guard.guarded(router, TEAM_READERS)
    inbox.get("/staff/inbox", views.show)              # def show(visit: Visit) -> Response
    inbox.post("/staff/inbox/{share}/ask", views.ask)  # visit.form has come with its csrf token

and a view answers with `pages.render(visit.frame, "staff/inbox.jinja", title=..., inbox=...)` of `StaffPages`.

`check_routes` refuses an application that has a route under /staff without a rule.
"""

import inspect
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.accounts.permissions import ANYBODY, Rule
from bot.model.staff import Staff
from bot.pages.environment import page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.pages.security import SAFE_METHODS
from bot.web.staff.cookies import StaffCookie
from bot.web.staff.csrf import FIELD, csrf_matches, csrf_of
from bot.web.staff.frame import Frame, StaffPages, present_frame
from bot.web.staff.places import sign_in_for

logger = logging.getLogger(__name__)

SIGNED_IN_ONLY = "/staff"
NO_ACCESS = "You cannot open this page"
FORM_ENDED = "This form has ended"
SESSION_ENDED = "You were signed out, and nothing was sent"


class SignedIn(Protocol):
    """Knows who is signed in, and may wait for the store. The real one is `bot.accounts.sessions.StaffSessions`."""

    def staff_of(self, token: str) -> Staff | None:
        """Return whose session this is, and count it as used; None when it has ended or is half-way."""
        ...


class RouteWithoutRuleError(Exception):
    """A route under /staff names no rule, so nobody could say who may open it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that its route's rule let through. `form` is empty unless something is sent; its token was checked.

    `frame` is what stands around the page, with the token for its forms. `token` is the session's own: it is for
    ending or renewing that session, and goes into no page.
    """

    request: Request
    staff: Staff
    frame: Frame = field(repr=False)
    token: str = field(repr=False)
    form: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def csrf(self) -> str:
        """The token for the forms of the page."""
        return self.frame.csrf

    def part(self, name: str) -> str:
        """Return a part of the address, such as `share` of "/staff/inbox/{share}"."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """Return what the address asks after its question mark, or nothing."""
        return self.request.query_params.get(name, "")


View = Callable[[Visit], Response] | Callable[[Visit], Awaitable[Response]]
"""A plain function runs in a thread, where waiting for the store holds nobody up."""


class GuardedEndpoint:
    """What a route of the staff site is made of: its rule, and the view behind it."""

    def __init__(self, guard: "Guard", rule: Rule, view: View) -> None:
        self.rule = rule
        self._guard = guard
        self._view = view

    async def __call__(self, request: Request) -> Response:
        return await self._guard.answer(request, self.rule, self._view)


class OpenEndpoint:
    """A route under /staff for people who are not signed in. Its view looks after its own form."""

    def __init__(self, rule: Rule, view: Callable[[Request], Awaitable[Response]]) -> None:
        self.rule = rule
        self._view = view

    async def __call__(self, request: Request) -> Response:
        return await self._view(request)


def open_to_anybody(router: APIRouter, path: str, method: str, view: Callable[[Request], Awaitable[Response]]) -> None:
    """Add a route on which one signs in, or comes to an account."""
    router.add_api_route(path, OpenEndpoint(ANYBODY, view), methods=[method], include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Guarded:
    """Adds routes under one rule."""

    guard: "Guard"
    router: APIRouter
    rule: Rule

    def get(self, path: str, view: View) -> None:
        self._add(path, "GET", view)

    def post(self, path: str, view: View) -> None:
        self._add(path, "POST", view)

    def _add(self, path: str, method: str, view: View) -> None:
        endpoint = GuardedEndpoint(self.guard, self.rule, view)
        self.router.add_api_route(path, endpoint, methods=[method], include_in_schema=False)


class Guard:
    """Stands before every page for people who are signed in."""

    def __init__(self, signed_in: SignedIn, facts: SiteFacts) -> None:
        self.cookie = StaffCookie(facts.public_url, "staff")
        self._signed_in = signed_in
        self._pages = StaffPages(facts)

    def guarded(self, router: APIRouter, rule: Rule) -> Guarded:
        """Return what adds routes to `router` that only this rule's people pass."""
        return Guarded(self, router, rule)

    async def answer(self, request: Request, rule: Rule, view: View) -> Response:
        """Let the view answer, or answer in its place: sign in first, not for you, or a form that did not come from us.

        A role that does not fit is told before anything is looked up, so the answer is the same whether it exists.
        """
        token = self.cookie.read(request)
        staff = await run_in_threadpool(self._signed_in.staff_of, token) if token else None
        if staff is None:
            return await self._sign_in_first(request, rule, token)
        if not rule.allows(staff, str(request.path_params.get("team", ""))):
            logger.info("account %s was refused a page for %s", staff.id, rule.name)
            return self._refused(request, staff, token, NO_ACCESS)
        form: Mapping[str, str] = {}
        if request.method not in SAFE_METHODS:
            form = await read_form(request)
            if not csrf_matches(token, form.get(FIELD, "")):
                logger.info("account %s sent a form without its token", staff.id)
                return self._refused(request, staff, token, FORM_ENDED)
        visit = Visit(request, staff, present_frame(staff, csrf_of(token), request.url.path), token, form)
        if inspect.iscoroutinefunction(view):
            answer: Response = await view(visit)
            return answer
        return await run_in_threadpool(_call, view, visit)

    async def _sign_in_first(self, request: Request, rule: Rule, token: str) -> Response:
        """Lead to signing in. What was written for a person as the session ended is shown once more, to be copied."""
        if request.method not in SAFE_METHODS and rule.of_team:
            form = await read_form(request)
            words = tuple(sent for name, sent in form.items() if name != FIELD and " " in sent.strip())
            if words and csrf_matches(token, form.get(FIELD, "")):
                title = page_title(SESSION_ENDED, error=True)
                return self._pages.render_outside(
                    "staff/session_ended.jinja", title=title, status=403, heading=SESSION_ENDED, words=words
                )
        return RedirectResponse(sign_in_for(_page(request)), 303)

    def _refused(self, request: Request, staff: Staff, token: str, why: str) -> Response:
        frame = present_frame(staff, csrf_of(token), request.url.path)
        template = {NO_ACCESS: "staff/no_access.jinja", FORM_ENDED: "staff/form_ended.jinja"}[why]
        return self._pages.render(frame, template, status=403, title=page_title(why, error=True), heading=why)


def check_routes(app: FastAPI) -> None:
    """Refuse an application in which a route under /staff names no rule. Called when the application is built.

    A route that would take every address counts as one under /staff too.
    """
    for name, rule in rules_of(app):
        if rule is None:
            raise RouteWithoutRuleError(f"{name} has no rule. Add it with Guard.guarded, and name who may open it.")


def rules_of(app: FastAPI) -> list[tuple[str, Rule | None]]:
    """Return each route that has a rule or needs one, as "METHOD path", with its rule."""
    found: list[tuple[str, Rule | None]] = []
    for context in iter_route_contexts(app.routes):
        path = context.path or ""
        rule = getattr(context.endpoint, "rule", None)
        if rule is None and not _needs_rule(context.original_route, path):
            continue
        found += [(f"{method} {path}", rule) for method in sorted(context.methods or {"ANY"})]
    return found


def _needs_rule(route: object, path: str) -> bool:
    if path == SIGNED_IN_ONLY or path.startswith(f"{SIGNED_IN_ONLY}/"):
        return True
    pattern = getattr(route, "path_regex", None)
    return pattern is not None and any(pattern.match(each) for each in (SIGNED_IN_ONLY, f"{SIGNED_IN_ONLY}/x/y"))


def _page(request: Request) -> str:
    """The page to come back to; nothing that was sent is sent again."""
    if request.method not in SAFE_METHODS:
        return ""
    asked = request.url.query
    return f"{request.url.path}?{asked}" if asked else request.url.path


def _call(view: View, visit: Visit) -> Response:
    answer = view(visit)
    assert isinstance(answer, Response)
    return answer
