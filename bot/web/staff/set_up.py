"""Setting up an account: the address of a one-time link, on which one chooses a password and connects a phone."""

import io
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any
from urllib.parse import quote

import segno
from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.accounts.passwords import WeakPasswordError
from bot.accounts.setting_up import NoPasswordYetError, SetUpEndedError
from bot.accounts.sign_in import WrongCodeError
from bot.accounts.totp import in_groups
from bot.pages.environment import page_title
from bot.web.staff.account_services import AccountServices
from bot.web.staff.faults import Faults, fault, missing
from bot.web.staff.frame import StaffPages
from bot.web.staff.guard import Guard
from bot.web.staff.guarded_routes import open_to_anybody
from bot.web.staff.open_forms import FormEndedError, OpenForms
from bot.web.staff.places import START
from bot.web.staff.sign_in import FORM_ENDED

SET_UP = "/staff/set-up"
ENDED = "This link does not work"
DIFFERENT = "The two passwords differ. Enter the same one twice."
WRONG_CODE = "That code is not right. Check the time on your phone, wait for the next code, and enter it."
_PLACE = f"{SET_UP}/{{link}}"

AsyncView = Callable[["SetUpPages", Request], Coroutine[Any, Any, Response]]


def _while_it_works(view: AsyncView) -> AsyncView:
    """Answers the same page for every link that does not work, and leads back to the step that comes first."""

    @wraps(view)
    async def answer(self: "SetUpPages", request: Request) -> Response:
        try:
            return await view(self, request)
        except SetUpEndedError:
            return self.ended()
        except NoPasswordYetError:
            return RedirectResponse(_address(request), 303)

    return answer


class SetUpPages:
    """The views behind a set-up link. Looking at it changes nothing, so that previews of links use nothing up."""

    def __init__(self, services: AccountServices, guard: Guard) -> None:
        self._setting_up = services.accounts.setting_up
        self._tries = services.sign_in_tries
        self._cookie = guard.cookie
        self._forms = OpenForms(services.settings)
        self._pages = StaffPages(services.settings)

    def add_to(self, router: APIRouter) -> None:
        open_to_anybody(router, _PLACE, "GET", self.ask_password)
        open_to_anybody(router, _PLACE, "POST", self.take_password)
        open_to_anybody(router, f"{_PLACE}/phone", "GET", self.ask_code)
        open_to_anybody(router, f"{_PLACE}/phone", "POST", self.take_code)
        open_to_anybody(router, f"{_PLACE}/phone.svg", "GET", self.picture)

    def ended(self) -> Response:
        return self._pages.render_outside(
            "staff/link_ended.jinja", title=page_title(ENDED, error=True), status=404, heading=ENDED
        )

    @_while_it_works
    async def ask_password(self, request: Request) -> Response:
        return await self._password_form(request)

    @_while_it_works
    async def take_password(self, request: Request) -> Response:
        self._tries.take(request)
        try:
            form = await self._forms.read(request)
        except FormEndedError:
            return await self._password_form(request, fault("password", FORM_ENDED), 403)
        faults = missing(form, password="Choose a password", again="Enter the password once more")  # noqa: S106
        if not faults and form["password"] != form["again"]:
            faults = fault("again", DIFFERENT)
        if faults:
            return await self._password_form(request, faults, 422)
        try:
            await run_in_threadpool(self._setting_up.choose_password, _link(request), form["password"])
        except WeakPasswordError as error:
            return await self._password_form(request, fault("password", str(error)), 422)
        return RedirectResponse(f"{_address(request)}/phone", 303)

    @_while_it_works
    async def ask_code(self, request: Request) -> Response:
        return await self._code_form(request)

    @_while_it_works
    async def take_code(self, request: Request) -> Response:
        self._tries.take(request)
        try:
            form = await self._forms.read(request)
        except FormEndedError:
            return await self._code_form(request, fault("code", FORM_ENDED), 403)
        faults = missing(form, code="Enter the 6 figures that your app shows")
        if faults:
            return await self._code_form(request, faults, 422)
        before = self._cookie.read(request)
        try:
            done = await run_in_threadpool(self._setting_up.confirm, _link(request), form["code"], before)
        except WrongCodeError:
            return await self._code_form(request, fault("code", WRONG_CODE), 422)
        name = "Your account is ready"
        response = self._pages.render_outside(
            "staff/recovery_codes.jinja", title=page_title(name), heading=name, codes=done.codes, onward=START
        )
        self._cookie.set(response, done.token)
        return response

    @_while_it_works
    async def picture(self, request: Request) -> Response:
        phone = await run_in_threadpool(self._setting_up.phone, _link(request))
        drawn = io.BytesIO()
        segno.make(phone.address, error="m").save(drawn, kind="svg", scale=4, border=2, xmldecl=False)
        return Response(drawn.getvalue(), media_type="image/svg+xml")

    async def _password_form(self, request: Request, faults: Faults | None = None, status: int = 200) -> Response:
        invited = await run_in_threadpool(self._setting_up.invited, _link(request))
        name = "Set up your account"
        return self._forms.show(
            request, "staff/choose_password.jinja", name, faults=faults, status=status, invited=invited
        )

    async def _code_form(self, request: Request, faults: Faults | None = None, status: int = 200) -> Response:
        phone = await run_in_threadpool(self._setting_up.phone, _link(request))
        return self._forms.show(
            request,
            "staff/connect_phone.jinja",
            "Connect your phone",
            faults=faults,
            status=status,
            picture=f"{_address(request)}/phone.svg",
            secret=in_groups(phone.secret),
        )


def _link(request: Request) -> str:
    return str(request.path_params["link"])


def _address(request: Request) -> str:
    return f"{SET_UP}/{quote(_link(request), safe='')}"
