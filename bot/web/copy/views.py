"""The addresses behind the link to a person's own copy.

The link alone opens the copy, so looking at the address shows nothing yet: link previews use nothing up.
"""

from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from bot.exports.files import copy_as_text, copy_in_print
from bot.exports.summary import present_own_copy
from bot.model.clock import Clock
from bot.model.sharing import SharedSummary
from bot.pages.environment import Pages, page_title
from bot.pages.facts import SiteFacts
from bot.records.copies import CopyExpiredError
from bot.web.copy.download import download
from bot.web.shared.views import TEMPLATES as SHARED_TEMPLATES

TEMPLATES = Path(__file__).parent / "templates"


class OwnCopies(Protocol):
    """Opens what a link leads to, and may wait for the store. The real one is in `bot.stages.share_pages`."""

    def own_copy(self, token: str) -> SharedSummary: ...


class CopyServices(Protocol):
    """What these pages are handed."""

    @property
    def shared_pages(self) -> OwnCopies: ...

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def clock(self) -> Clock: ...


def routes(services: CopyServices) -> APIRouter:
    """Return the addresses: /copy/{token} to land on and to open, /pdf and /text below it to download."""
    router = APIRouter(include_in_schema=False)
    pages = Pages(services.settings, TEMPLATES, SHARED_TEMPLATES)

    def expired() -> Response:
        return pages.render("copy/expired.jinja", status=404, title=page_title("This link has ended"))

    @router.get("/copy/{token}")
    @router.get("/copy/{token}/pdf")
    @router.get("/copy/{token}/text")
    def land(token: str) -> Response:
        title = page_title("Your copy")
        return pages.render("copy/landing.jinja", title=title, action=f"/copy/{quote(token, safe='')}")

    # Plain functions: FastAPI runs them in a thread, where waiting for the store holds nobody up.
    @router.post("/copy/{token}")
    def show(token: str) -> Response:
        try:
            view = present_own_copy(services.shared_pages.own_copy(token))
        except CopyExpiredError:
            return expired()
        address = f"/copy/{quote(token, safe='')}"
        return pages.render("copy/copy.jinja", title=page_title(view.heading), summary=view, address=address)

    @router.post("/copy/{token}/pdf")
    def in_print(token: str) -> Response:
        try:
            summary = services.shared_pages.own_copy(token)
        except CopyExpiredError:
            return expired()
        return download(copy_in_print(summary, services.settings.organisation, services.clock.now()))

    @router.post("/copy/{token}/text")
    def as_text(token: str) -> Response:
        try:
            return download(copy_as_text(services.shared_pages.own_copy(token)))
        except CopyExpiredError:
            return expired()

    return router
