"""Routes that name their rule, and the check that every route under /staff does.

`check_routes` refuses an application that has one without.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.requests import Request
from starlette.responses import Response

from bot.accounts.permissions import ANYBODY, Rule
from bot.web.staff.visit import View

SIGNED_IN_ONLY = "/staff"


class RouteWithoutRuleError(Exception):
    """A route under /staff names no rule, so nobody could say who may open it."""


class Answers(Protocol):
    """Stands before a view. The real one is `bot.web.staff.guard.Guard`."""

    async def answer(self, request: Request, rule: Rule, view: View) -> Response:
        """Let the view answer, or answer in its place."""
        ...


class GuardedEndpoint:
    """What a route of the staff site is made of: its rule, and the view behind it."""

    def __init__(self, guard: Answers, rule: Rule, view: View) -> None:
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


@dataclass(frozen=True, slots=True)
class Guarded:
    """Adds routes under one rule."""

    guard: Answers
    router: APIRouter
    rule: Rule

    def get(self, path: str, view: View) -> None:
        self._add(path, "GET", view)

    def post(self, path: str, view: View) -> None:
        self._add(path, "POST", view)

    def _add(self, path: str, method: str, view: View) -> None:
        endpoint = GuardedEndpoint(self.guard, self.rule, view)
        self.router.add_api_route(path, endpoint, methods=[method], include_in_schema=False)


def open_to_anybody(router: APIRouter, path: str, method: str, view: Callable[[Request], Awaitable[Response]]) -> None:
    """Add a route on which one signs in, or comes to an account."""
    router.add_api_route(path, OpenEndpoint(ANYBODY, view), methods=[method], include_in_schema=False)


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
