"""Signing in through the organisation's identity provider, where one is set."""

import logging

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.accounts.provider import Provider, ProviderDownError, ProviderRefusedError
from bot.accounts.provider_sign_in import NoAccountError
from bot.pages.environment import page_title
from bot.web.staff.account_services import AccountServices
from bot.web.staff.cookies import StaffCookie
from bot.web.staff.frame import StaffPages
from bot.web.staff.guard import Guard
from bot.web.staff.guarded_routes import open_to_anybody
from bot.web.staff.places import NEXT, SIGN_IN, safe_next

logger = logging.getLogger(__name__)

THROUGH = f"{SIGN_IN}/organisation"
RETURN = f"{THROUGH}/return"
_TEN_MINUTES = 600
DOWN = (
    "Your organisation's sign-in does not answer",
    "Wait a moment, then try again. If it goes on, tell your IT team.",
)
REFUSED = ("That did not work", "Your organisation's sign-in was not finished. Nothing was done. Start again.")
NO_ACCOUNT = (
    "You have no account here yet",
    "Your organisation knows you, but nobody has added you here. Ask the person who looks after accounts.",
)


class ProviderPages:
    """The views: away to the provider, and back."""

    def __init__(self, services: AccountServices, guard: Guard, provider: Provider) -> None:
        self._provider = provider
        self._enter = services.accounts.provider_sign_in.enter
        self._tries = services.sign_in_tries
        self._cookie = guard.cookie
        # Lax, because the way back starts at the provider. It is good for this one errand.
        public_url = services.settings.public_url
        self._errand = StaffCookie(public_url, "staff_provider", same_site="lax", seconds=_TEN_MINUTES)
        self._pages = StaffPages(services.settings)

    def add_to(self, router: APIRouter) -> None:
        open_to_anybody(router, THROUGH, "GET", self.away)
        open_to_anybody(router, RETURN, "GET", self.back)

    async def away(self, request: Request) -> Response:
        self._tries.take(request)
        page = safe_next(request.query_params.get(NEXT, ""))
        try:
            begun = await run_in_threadpool(self._provider.begin, page)
        except ProviderDownError as error:
            return self._failed(error, DOWN, 503)
        response = RedirectResponse(begun.url, 303)
        self._errand.set(response, begun.kept)
        return response

    async def back(self, request: Request) -> Response:
        """Sign in, and lead on by a page of our own.

        A redirect would still count as coming from the provider, and browsers would not send the session's cookie.
        """
        self._tries.take(request)
        kept, before = self._errand.read(request), self._cookie.read(request)
        try:
            identity = await run_in_threadpool(self._provider.finish, kept, dict(request.query_params))
            token = await run_in_threadpool(self._enter, identity, before)
        except ProviderDownError as error:
            return self._failed(error, DOWN, 503)
        except ProviderRefusedError as error:
            return self._failed(error, REFUSED, 403)
        except NoAccountError as error:
            return self._failed(error, NO_ACCOUNT, 403)
        name = "You are signed in"
        response = self._pages.render_outside(
            "staff/signed_in.jinja", title=page_title(name), heading=name, onward=safe_next(identity.next_page)
        )
        self._errand.remove(response)
        self._cookie.set(response, token)
        return response

    def _failed(self, error: Exception, told: tuple[str, str], status: int) -> Response:
        logger.warning("signing in through the provider failed: %s", type(error).__name__)
        heading, words = told
        response = self._pages.render_outside(
            "staff/not_signed_in.jinja",
            title=page_title(heading, error=True),
            status=status,
            heading=heading,
            words=words,
            sign_in=SIGN_IN,
        )
        self._errand.remove(response)
        return response
