"""The only way to a page behind a sign-in: each route names its rule, and the view gets who was let through.

    inbox = guard.guarded(router, TEAM_READERS)
    inbox.get("/staff/inbox", views.show)              # def show(visit: Visit) -> Response
    inbox.post("/staff/inbox/{share}/ask", views.ask)  # visit.form has come with its csrf token

and a view answers with `pages.render(visit.frame, "staff/inbox.jinja", title=..., inbox=...)` of `StaffPages`.
"""

import inspect
import logging
from typing import Protocol

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.accounts.permissions import Rule
from bot.model.staff import Staff
from bot.pages.environment import page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.pages.security import SAFE_METHODS
from bot.web.staff.account_presenters import ROLES_REST
from bot.web.staff.cookies import StaffCookie
from bot.web.staff.csrf import FIELD, csrf_matches, csrf_of
from bot.web.staff.frame import StaffPages, present_frame
from bot.web.staff.guarded_routes import Guarded, check_routes
from bot.web.staff.own_words import once_more, words_in
from bot.web.staff.places import sign_in_for
from bot.web.staff.visit import View, Visit

__all__ = ["Guard", "Visit", "check_routes"]

logger = logging.getLogger(__name__)

NO_ACCESS = "You cannot open this page"
FORM_ENDED = "This form has ended"
SESSION_ENDED = "You were signed out, and nothing was sent"
ANOTHER_ROLE = (
    "It is for people with another role or in another team, or its team was closed.",
    "If you need it for your work, ask the person who made your account.",
)


class SignedIn(Protocol):
    """Knows who is signed in, and may wait for the store. The real one is `bot.accounts.sessions.StaffSessions`."""

    def staff_of(self, token: str) -> Staff | None:
        """Return whose session this is, and count it as used; None when it has ended or is half-way."""
        ...


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
            return await self._no_access(request, rule, staff, token)
        form: dict[str, str] = {}
        if request.method not in SAFE_METHODS:
            form = await read_form(request)
            if not csrf_matches(token, form.get(FIELD, "")):
                logger.info("account %s sent a form without its token", staff.id)
                return self._refused(request, staff, token, "staff/form_ended.jinja", FORM_ENDED)
        visit = Visit(request, staff, present_frame(staff, csrf_of(token), request.url.path), token, form)
        if inspect.iscoroutinefunction(view):
            answer: Response = await view(visit)
            return answer
        return await run_in_threadpool(_call, view, visit)

    async def _sign_in_first(self, request: Request, rule: Rule, token: str) -> Response:
        """Lead to signing in. What was written for a person as the session ended is shown once more, to be copied."""
        words = await _words(request, rule, token)
        if words:
            title = page_title(SESSION_ENDED, error=True)
            return self._pages.render_outside(
                "staff/session_ended.jinja", title=title, status=403, heading=SESSION_ENDED, words=words
            )
        return RedirectResponse(sign_in_for(_page(request)), 303)

    async def _no_access(self, request: Request, rule: Rule, staff: Staff, token: str) -> Response:
        """Refuse, and say why as far as it is about the account. What was written meanwhile is shown to be copied."""
        reasons = ROLES_REST if any(grant.role in rule.roles for grant in staff.resting) else ANOTHER_ROLE
        words = once_more(await _words(request, rule, token))
        template = "staff/no_access.jinja"
        return self._refused(request, staff, token, template, NO_ACCESS, reasons=reasons, written=words)

    def _refused(self, request: Request, staff: Staff, token: str, template: str, why: str, **view: object) -> Response:
        frame = present_frame(staff, csrf_of(token), request.url.path)
        return self._pages.render(frame, template, status=403, title=page_title(why, error=True), heading=why, **view)


async def _words(request: Request, rule: Rule, token: str) -> tuple[str, ...]:
    """Return what somebody wrote for a person, in a form of ours that cannot be taken."""
    if request.method in SAFE_METHODS or not rule.of_team:
        return ()
    form = await read_form(request)
    return words_in(form) if csrf_matches(token, form.get(FIELD, "")) else ()


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
