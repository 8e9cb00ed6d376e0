"""A card to print: what a volunteer chose for somebody, with a short code that opens the chat on it.

The code stands for ids of services, what was ticked, and the place. It holds no word of anybody, so a card that is
left on a table tells nothing but which services were chosen.
"""

from collections.abc import Iterable
from io import BytesIO
from urllib.parse import quote

import segno
from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from bot.model.directory import Entry, Need
from bot.pages.environment import Pages, page_title
from bot.pages.forms import read_fields
from bot.web.support.card_presenters import present_card
from bot.web.support.services import SupportServices

MOST = 3
"""Services on one card."""
_CODE_LETTERS = 24


class Cards:
    """Signs what was chosen, and finds it again behind its code."""

    def __init__(self, services: SupportServices) -> None:
        self._directory = services.directory
        self._finder = services.finder
        self._public_url = services.settings.public_url.rstrip("/")

    def sign(self, asked: Iterable[str], needs: str, district: str) -> str:
        """Return the code for these services, or nothing when none of them is shown any more."""
        entries = self._shown(asked)[:MOST]
        if not entries:
            return ""
        ticked = [Need(need) for need in dict.fromkeys(needs.split()) if need in set(Need)]
        meant = ticked or list(dict.fromkeys(need for entry in entries for need in entry.needs[:1]))
        return self._directory.sign([entry.id for entry in entries], meant, self._finder.place(district))

    def chosen(self, code: str) -> tuple[Entry, ...]:
        """Return the services behind a code that are still shown; none for a code that ended or never was."""
        signpost = self._directory.signed(code) if len(code) <= _CODE_LETTERS else None
        return self._shown(signpost.chosen) if signpost else ()

    def address(self, code: str) -> str:
        """Return the address that opens the chat on a card."""
        return f"{self._public_url}/?card={quote(code, safe='')}"

    def _shown(self, asked: Iterable[str]) -> tuple[Entry, ...]:
        found = (self._directory.entry(each) for each in dict.fromkeys(asked))
        return tuple(entry for entry in found if entry and not entry.closed and not entry.held_back)


def routes(services: SupportServices, pages: Pages) -> APIRouter:
    """Return /support/card to make one, /support/card/{code} to print it, and its QR code."""
    router = APIRouter(include_in_schema=False)
    cards = Cards(services)

    def gone() -> Response:
        title = page_title("There is no such card", error=True)
        return pages.render("support/card_gone.jinja", status=404, title=title)

    @router.get("/support/card")
    def again() -> Response:
        return RedirectResponse("/support", 303)

    @router.post("/support/card")
    async def make(request: Request) -> Response:
        services.cards_made.take(request)
        fields = await read_fields(request)
        ticked = [value for name, value in fields if name == "service"]
        shown = [value for name, value in fields if name == "shown"]
        given = dict(fields)
        needs, district = given.get("needs", ""), given.get("district", "")
        code = await run_in_threadpool(cards.sign, ticked or shown, needs, district)
        return RedirectResponse(f"/support/card/{quote(code, safe='')}", 303) if code else gone()

    @router.get("/support/card/{code}")
    def show(code: str) -> Response:
        entries = cards.chosen(code)
        if not entries:
            return gone()
        view = present_card(entries, code, cards.address(code), services.clock.now())
        return pages.render("support/card.jinja", title=page_title("Card"), card=view)

    @router.get("/support/card/{code}/qr.svg")
    def qr_code(code: str) -> Response:
        if not cards.chosen(code):
            return gone()
        drawn = BytesIO()
        symbol = segno.make(cards.address(code), error="m", micro=False)
        symbol.save(drawn, kind="svg", border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None)
        return Response(drawn.getvalue(), media_type="image/svg+xml")

    return router
