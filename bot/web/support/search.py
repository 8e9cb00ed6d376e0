"""The page on which a volunteer finds support for somebody who is waiting. Nobody signs in.

The page's own form is sent by POST, with and without its script, because what is typed about somebody's need is
personal: an address ends up in the browser's history, in bookmarks and in the logs of whatever stands between. What
was ticked, and the place, can be passed on as an address; the page offers that address without the words. An address
that brings words along is answered all the same, for by then they have been where they went, but none of our pages
makes one.
"""

from collections.abc import Iterable, Sequence

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bot.model.directory import Found, Need
from bot.pages.environment import Pages
from bot.pages.forms import read_fields
from bot.web.support import first_hours
from bot.web.support.asking import MOST_FIELDS, Asked, read_asked
from bot.web.support.first import First, read_first
from bot.web.support.presenters import present_found, present_search
from bot.web.support.services import SupportServices

BY_SCRIPT = "HX-Request"
"""The header by which htmx says that it wants the results alone."""
_FORM_BYTES = 16 * 1024


def routes(services: SupportServices, pages: Pages) -> APIRouter:
    """Return the one address, /support, to open and to send the form to. Raises ResponsesError."""
    first_hours.load()
    router = APIRouter(include_in_schema=False)

    @router.get("/support")
    async def open_page(request: Request) -> Response:
        return await answer(request.query_params.multi_items(), by_script=False)

    @router.post("/support")
    async def search(request: Request) -> Response:
        fields = await read_fields(request, _FORM_BYTES, MOST_FIELDS)
        return await answer(fields, by_script=BY_SCRIPT in request.headers)

    async def answer(fields: Iterable[tuple[str, str]], *, by_script: bool) -> Response:
        asked = read_asked(fields)
        found, meant, first = await run_in_threadpool(find, asked)
        status = 422 if asked.fault else 200
        if by_script:
            return pages.render("support/found.jinja", status=status, found=present_found(asked, found, meant, first))
        view = present_search(asked, found, meant, first)
        return pages.render("support/search.jinja", status=status, title=view.title, search=view)

    def find(asked: Asked) -> tuple[Found | None, Sequence[Need], First]:
        first = read_first(services.finder, asked.looking)
        if asked.fault or not asked.something:
            return None, (), first
        found = services.finder.find(asked.looking)
        meant = services.finder.read(asked.looking.text).needs if found.matches and asked.looking.text else ()
        return found, meant, first

    return router
