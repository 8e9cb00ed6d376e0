"""Forms for people who are not signed in yet. Their token is made from a cookie that is good for nothing else."""

import secrets

from starlette.requests import Request
from starlette.responses import Response

from bot.pages.environment import page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.web.staff.cookies import StaffCookie
from bot.web.staff.csrf import FIELD, csrf_matches, csrf_of
from bot.web.staff.faults import Faults
from bot.web.staff.frame import StaffPages


class FormEndedError(Exception):
    """The form did not come from a page that this browser was given lately."""


class OpenForms:
    """Shows pages with a form, with its token, and takes the form back."""

    def __init__(self, facts: SiteFacts) -> None:
        self._cookie = StaffCookie(facts.public_url, "staff_form")
        self._pages = StaffPages(facts)

    def show(
        self, request: Request, template: str, name: str, *, faults: Faults | None, status: int, **view: object
    ) -> Response:
        """Return the page called `name`. The browser keeps what its token is made from, unless it does already."""
        found = faults or Faults()
        held = self._cookie.read(request)
        secret = held or secrets.token_urlsafe(32)
        response = self._pages.render_outside(
            template,
            title=page_title(name, error=bool(found)),
            status=status,
            heading=name,
            csrf=csrf_of(secret),
            faults=found,
            **view,
        )
        if not held:
            self._cookie.set(response, secret)
        return response

    async def read(self, request: Request) -> dict[str, str]:
        """Return what was sent. Raises FormEndedError when its token is missing or another's."""
        form = await read_form(request)
        if not csrf_matches(self._cookie.read(request), form.get(FIELD, "")):
            raise FormEndedError
        return form
