"""Every address for finding support, and what stands between them: open ones first, then those behind a sign-in."""

from pathlib import Path

from fastapi import APIRouter

from bot.pages.environment import Pages
from bot.web.staff.guard import Guard
from bot.web.support import cards, entries, open_referral, reports, search, search_api
from bot.web.support.services import SupportServices

TEMPLATES = Path(__file__).parent / "templates"


def routes(services: SupportServices, guard: Guard) -> APIRouter:
    """Return all of them. `guard` stands before the pages on which entries are checked and corrected."""
    pages = Pages(services.settings, TEMPLATES)
    router = APIRouter()
    router.include_router(search.routes(services, pages))
    router.include_router(cards.routes(services, pages))
    router.include_router(reports.routes(services, pages))
    router.include_router(entries.routes(services, guard, TEMPLATES))
    router.include_router(search_api.routes(services))
    router.include_router(open_referral.routes(services.open_directory))
    return router
