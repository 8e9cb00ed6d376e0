"""Signing in: email address and password, then a code; and signing out.

Every refusal looks the same. Each step gives the browser a new token, and a step back starts from the password.
"""

from urllib.parse import quote

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.accounts.permissions import ANYBODY_SIGNED_IN
from bot.accounts.sign_in import SignInEndedError, WrongCodeError, WrongSignInError
from bot.web.staff.account_services import AccountServices
from bot.web.staff.faults import Faults, fault, missing
from bot.web.staff.frame import home
from bot.web.staff.guard import Guard
from bot.web.staff.guarded_routes import open_to_anybody
from bot.web.staff.open_forms import FormEndedError, OpenForms
from bot.web.staff.places import NEXT, SIGN_IN, START, safe_next
from bot.web.staff.visit import Visit

CODE = f"{SIGN_IN}/code"
NO_MATCH = "That did not work. Check your email address and your password. After 5 wrong tries, wait 15 minutes."
WRONG_CODE = "That code is not right, or was used before. Wait for the next one, and enter it."
START_AGAIN = (
    "That took too long, or there were too many wrong codes. Start again. After 5 wrong tries, wait 15 minutes."
)
FORM_ENDED = "This form had ended, or your browser keeps no cookies. Nothing was done. Try once more."
NO_EMAIL = "Enter your email address"
NO_PASSWORD = "Enter your password"  # noqa: S105  (words on the page)
NO_CODE = "Enter the 6 figures from your app, or a recovery code"


class SignInPages:
    """The views for both steps."""

    def __init__(self, services: AccountServices, guard: Guard) -> None:
        self._sign_in = services.accounts.sign_in
        self._sessions = services.accounts.sessions
        self._tries = services.sign_in_tries
        self._has_provider = services.provider is not None
        self._cookie = guard.cookie
        self._forms = OpenForms(services.settings)

    def add_to(self, router: APIRouter, guard: Guard) -> None:
        open_to_anybody(router, SIGN_IN, "GET", self.ask)
        open_to_anybody(router, SIGN_IN, "POST", self.check)
        open_to_anybody(router, CODE, "GET", self.ask_code)
        open_to_anybody(router, CODE, "POST", self.check_code)
        signed_in = guard.guarded(router, ANYBODY_SIGNED_IN)
        signed_in.get(START, self.start)
        signed_in.post("/staff/sign-out", self.sign_out)

    async def ask(self, request: Request) -> Response:
        back, token = safe_next(request.query_params.get(NEXT, "")), self._cookie.read(request)
        staff = await run_in_threadpool(self._sessions.staff_of, token) if token else None
        if staff is not None:
            return RedirectResponse(back, 303)
        return self._form(request, back)

    async def check(self, request: Request) -> Response:
        self._tries.take(request)
        try:
            form = await self._forms.read(request)
        except FormEndedError:
            return self._form(request, START, fault("email", FORM_ENDED), status=403)
        email, password, back = form.get("email", ""), form.get("password", ""), safe_next(form.get(NEXT, ""))
        faults = missing(form, email=NO_EMAIL, password=NO_PASSWORD)
        if faults:
            return self._form(request, back, faults, email, status=422)
        before = self._cookie.read(request)
        try:
            token = await run_in_threadpool(self._sign_in.with_password, email, password, before)
        except WrongSignInError:
            return self._form(request, back, fault("email", NO_MATCH), email, status=422)
        response = RedirectResponse(f"{CODE}?{NEXT}={quote(back)}", 303)
        self._cookie.set(response, token)
        return response

    async def ask_code(self, request: Request) -> Response:
        back, token = safe_next(request.query_params.get(NEXT, "")), self._cookie.read(request)
        if not token or not await run_in_threadpool(self._sign_in.is_half_way, token):
            return RedirectResponse(SIGN_IN, 303)
        return self._code_form(request, back)

    async def check_code(self, request: Request) -> Response:
        self._tries.take(request)
        try:
            form = await self._forms.read(request)
        except FormEndedError:
            return self._code_form(request, START, fault("code", FORM_ENDED), status=403)
        back = safe_next(form.get(NEXT, ""))
        typed = form.get("code", "").strip() or form.get("recovery", "").strip()
        if not typed:
            return self._code_form(request, back, fault("code", NO_CODE), status=422)
        try:
            token = await run_in_threadpool(self._sign_in.with_code, self._cookie.read(request), typed)
        except WrongCodeError:
            return self._code_form(request, back, fault("code", WRONG_CODE), status=422)
        except SignInEndedError:
            response = self._form(request, back, fault("email", START_AGAIN), status=422)
            self._cookie.remove(response)
            return response
        answer = RedirectResponse(back, 303)
        self._cookie.set(answer, token)
        return answer

    def start(self, visit: Visit) -> Response:
        return RedirectResponse(home(visit.staff), 303)

    def sign_out(self, visit: Visit) -> Response:
        self._sessions.sign_out(visit.token)
        response = RedirectResponse(SIGN_IN, 303)
        self._cookie.remove(response)
        # Pages that the browser still holds go too.
        response.headers["Clear-Site-Data"] = '"cache"'
        return response

    def _form(
        self, request: Request, back: str, faults: Faults | None = None, email: str = "", *, status: int = 200
    ) -> Response:
        through = f"{SIGN_IN}/organisation?{NEXT}={quote(back)}"
        return self._forms.show(
            request,
            "staff/sign_in.jinja",
            "Sign in",
            faults=faults,
            status=status,
            email=email,
            back=back,
            providers=(through,) if self._has_provider else (),
        )

    def _code_form(self, request: Request, back: str, faults: Faults | None = None, *, status: int = 200) -> Response:
        return self._forms.show(request, "staff/code.jinja", "Enter your code", faults=faults, status=status, back=back)
