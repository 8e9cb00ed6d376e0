"""The addresses behind the link of a trusted person.

As with shared links, looking at the address tells and does nothing, and the PIN travels in the form alone. It is asked
for at each deed, so no page and no cookie speaks for the person who was trusted.
"""

from pathlib import Path
from typing import Protocol

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bot.model.release import Say, TrustedView
from bot.pages.environment import Pages, page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import read_form
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.web.shared.presenters import PinView, present_pin, read_pin, wrong_pin
from bot.web.trusted.presenters import NOT_CHOSEN, NOT_SENT, present_standing

TEMPLATES = Path(__file__).parent / "templates"


class TrustedPages(Protocol):
    """Does what is said behind a link, and may wait for the store. The real one is in `bot.stages.trusted_pages`."""

    def say(self, token: str, pin: str, what: Say) -> TrustedView: ...


class TrustedServices(Protocol):
    """What these pages are handed."""

    @property
    def trusted_pages(self) -> TrustedPages: ...

    @property
    def settings(self) -> SiteFacts: ...


def routes(services: TrustedServices) -> APIRouter:
    """Return the one address, /trusted/{token}, to look at and to send the PIN and an answer to."""
    router = APIRouter(include_in_schema=False)
    pages = Pages(services.settings, TEMPLATES)

    def form(view: PinView, status: int = 200, *, unsent: bool = False) -> Response:
        not_sent = (NOT_SENT,) if unsent else ()
        return pages.render("trusted/pin.jinja", status=status, title=view.title, pin=view, not_sent=not_sent)

    @router.get("/trusted/{token}")
    def ask() -> Response:
        return form(present_pin())

    @router.post("/trusted/{token}")
    async def say(token: str, request: Request) -> Response:
        sent = await read_form(request)
        pin, fault = read_pin(sent.get("pin", ""))
        chosen = sent.get("say", "")
        unsent = chosen in set(Say)
        if fault:
            return form(present_pin(fault), 422, unsent=unsent)
        what = Say(chosen) if chosen in set(Say) else Say.NOTHING
        try:
            found = await run_in_threadpool(services.trusted_pages.say, token, pin, what)
        except WrongPinError as error:
            return form(present_pin(wrong_pin(error.tries_left)), 422, unsent=unsent)
        except ShareClosedError:
            return pages.render("trusted/closed.jinja", status=404, title=page_title("This link is not open"))
        missing = "asked" in sent and chosen not in set(Say)
        view = present_standing(found, what if chosen else None, NOT_CHOSEN if missing else "")
        title = page_title(view.heading, error=missing)
        return pages.render("trusted/standing.jinja", status=422 if missing else 200, title=title, standing=view)

    return router
