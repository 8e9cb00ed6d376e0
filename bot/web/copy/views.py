"""The addresses behind the link to a person's own copy.

The link alone opens the copy, so looking at the address shows nothing yet: link previews use nothing up.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from bot.exports.summary import made_on, present_own_copy
from bot.model.clock import Clock
from bot.model.own_copy import CopyForm
from bot.pages.environment import Pages, page_title
from bot.pages.facts import SiteFacts
from bot.records.copies import CopyExpiredError
from bot.stages.copy_files import CopyFiles, OwnCopies, OwnNotes
from bot.web.copy.download import download
from bot.web.shared.views import TEMPLATES as SHARED_TEMPLATES

TEMPLATES = Path(__file__).parent / "templates"
_COPY = "Your copy"
_OF_THE_COPY = ("This link shows what you wrote about what matters. It works for half an hour.",)
_OF_A_FILE = ("This link gives you one file. It works for half an hour.",)
_OF_THE_ZIP = (*_OF_A_FILE, "The file is a zip. Open it, and start with the page ‘start-here’.")
_TITLES = {
    CopyForm.PRINT: "Your copy on paper",
    CopyForm.LARGE_PRINT: "Your copy in large print",
    CopyForm.CARD: "A card for an ambulance crew",
    CopyForm.TEXT: "Your copy as plain text",
    CopyForm.RECORD: "A file for a record system",
    CopyForm.EVERYTHING: "Everything held about you",
}


class CopyServices(Protocol):
    """What these pages are handed."""

    @property
    def shared_pages(self) -> OwnNotes: ...

    @property
    def own_copies(self) -> OwnCopies: ...

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def clock(self) -> Clock: ...


def routes(services: CopyServices) -> APIRouter:
    """Return the addresses: /copy/{token} to land on and to open, and below it one for each form to download."""
    router = APIRouter(include_in_schema=False)
    pages = Pages(services.settings, TEMPLATES, SHARED_TEMPLATES)

    files = CopyFiles(services.shared_pages, services.own_copies, services.settings.organisation, services.clock.now)

    def expired() -> Response:
        return pages.render("copy/expired.jinja", status=404, title=page_title("This link has ended"))

    @router.get("/copy/{token}")
    def land(token: str) -> Response:
        return pages.render(
            "copy/landing.jinja",
            title=page_title(_COPY),
            heading=_COPY,
            lines=_OF_THE_COPY,
            action=f"/copy/{quote(token, safe='')}",
            press="Show my copy",
        )

    # Plain functions: FastAPI runs them in a thread, where waiting for the store holds nobody up.
    @router.post("/copy/{token}")
    def show(token: str) -> Response:
        try:
            view = present_own_copy(services.shared_pages.own_copy(token))
        except CopyExpiredError:
            return expired()
        address = f"/copy/{quote(token, safe='')}"
        made = made_on(services.settings.organisation, services.clock.now())
        return pages.render("copy/copy.jinja", title=page_title(view.heading), summary=view, address=address, made=made)

    for form in CopyForm:
        _add(router, form, pages, files, expired)
    return router


def _add(router: APIRouter, form: CopyForm, pages: Pages, files: CopyFiles, expired: Callable[[], Response]) -> None:
    """Add the address of one form: looking at it shows what it is, pressing the button there downloads it."""
    title = _TITLES[form]

    @router.get(f"/copy/{{token}}/{form}")
    def land(token: str) -> Response:
        return pages.render(
            "copy/landing.jinja",
            title=page_title(title),
            heading=title,
            lines=_OF_THE_ZIP if form is CopyForm.EVERYTHING else _OF_A_FILE,
            action=f"/copy/{quote(token, safe='')}/{form}",
            press="Download it",
        )

    @router.post(f"/copy/{{token}}/{form}")
    def hand_out(token: str) -> Response:
        try:
            return download(files.make(token, form))
        except CopyExpiredError:
            return expired()
