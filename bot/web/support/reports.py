"""One tap that says "that number is wrong", from anybody.

A browser that reports gets a random cookie, so that it counts once; the directory sees no more of it than a hash.
How much one address may report is limited, or one person could clear the cookie and hide every number there is.
"""

import hashlib
import secrets

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bot.pages.environment import Pages, page_title
from bot.pages.forms import read_form
from bot.web.staff.cookies import StaffCookie
from bot.web.support.search import BY_SCRIPT
from bot.web.support.services import SupportServices

DAYS_30 = 30 * 24 * 60 * 60
_COOKIE_LETTERS = 64


def routes(services: SupportServices, pages: Pages) -> APIRouter:
    """Return the one address, /support/number-wrong."""
    router = APIRouter(include_in_schema=False)
    cookie = StaffCookie(services.settings.public_url, "reporter", seconds=DAYS_30)

    @router.post("/support/number-wrong")
    async def report(request: Request) -> Response:
        services.numbers_reported.take(request)
        service_id = (await read_form(request)).get("service", "")
        entry = await run_in_threadpool(services.directory.entry, service_id)
        if entry is None or not entry.phones:
            title = page_title("There is no such number", error=True)
            return pages.render("support/no_number.jinja", status=404, title=title)
        reporter = cookie.read(request)[:_COOKIE_LETTERS] or secrets.token_urlsafe(16)
        hashed = hashlib.sha256(reporter.encode()).hexdigest()
        await run_in_threadpool(services.directory.report_number, entry.id, hashed)
        template = "support/thanks_fragment.jinja" if BY_SCRIPT in request.headers else "support/thanks.jinja"
        response = pages.render(template, title=page_title("Thank you"), name=entry.name)
        cookie.set(response, reporter)
        return response

    return router
