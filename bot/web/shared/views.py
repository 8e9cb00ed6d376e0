"""The addresses behind a shared link.

Opening the address always shows the same form and uses nothing up, so that link previews and guesses learn
nothing. The PIN travels in the form alone, never in an address or a cookie.
"""

from pathlib import Path
from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bot.exports.summary import made_on, present_shared
from bot.model.clock import Clock
from bot.model.sharing import SharedSummary
from bot.pages.environment import Pages, page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.web.shared.presenters import PinView, present_pin, read_pin, wrong_pin

TEMPLATES = Path(__file__).parent / "templates"


class SharedPages(Protocol):
    """Opens what a link leads to, and may wait for the store. The real one is in `bot.stages.share_pages`."""

    def open(self, token: str, pin: str) -> SharedSummary: ...


class SharedServices(Protocol):
    """What these pages are handed."""

    @property
    def shared_pages(self) -> SharedPages: ...

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def clock(self) -> Clock: ...


def routes(services: SharedServices) -> APIRouter:
    """Return the one address, /shared/{token}, to look at and to send the PIN to."""
    router = APIRouter(include_in_schema=False)
    pages = Pages(services.settings, TEMPLATES)

    def form(view: PinView, status: int = 200) -> Response:
        return pages.render("shared/pin.jinja", status=status, title=view.title, pin=view)

    @router.get("/shared/{token}")
    def ask() -> Response:
        return form(present_pin())

    @router.post("/shared/{token}")
    async def show(token: str, request: Request) -> Response:
        pin, fault = read_pin((await read_form(request)).get("pin", ""))
        if fault:
            return form(present_pin(fault), 422)
        try:
            summary = await run_in_threadpool(services.shared_pages.open, token, pin)
        except WrongPinError as error:
            return form(present_pin(wrong_pin(error.tries_left)), 422)
        except ShareClosedError:
            return pages.render("shared/closed.jinja", status=404, title=page_title("This link is not open"))
        view = present_shared(summary)
        made = made_on(services.settings.organisation, services.clock.now())
        return pages.render("shared/summary.jinja", title=page_title(view.heading), summary=view, made=made)

    return router
