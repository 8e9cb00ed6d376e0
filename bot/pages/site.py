"""What the whole site has once: headers, kind error pages, static files, privacy page and closed page."""

import logging

from fastapi import APIRouter, FastAPI
from fastapi.exception_handlers import http_exception_handler
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.pages.assets import STATIC_ROUTE
from bot.pages.environment import Pages, page_title
from bot.pages.facts import SiteFacts
from bot.pages.forms import FormTooLargeError
from bot.pages.limits import TOO_LONG, BodyLimit
from bot.pages.security import SameOriginOnly, SecurityHeaders, add_headers, security_headers

logger = logging.getLogger(__name__)

BY_SECRET = ("/shared/", "/trusted/", "/copy/")
GIVES_SESSION = ("/join/",)
OPEN_DIRECTORY = ("/services", "/taxonomies", "/taxonomy_terms")
"""The beginnings of addresses of the directory as data, in the places that its standard names."""
ERRORS = {
    403: ("This did not come from our page", "Nothing was done. Open the page again, then try once more."),
    404: ("Page not found", "The address may be typed or copied wrongly. Check it, or start again."),
    413: ("That is too long to send in one go", "Go back, and send it in smaller parts."),
    429: ("Please wait a minute", "A lot was just sent from your address. Wait, then try again."),
    500: ("Something went wrong", "The fault is ours. Wait a moment, go back, and try again."),
}


def install(app: FastAPI, facts: SiteFacts) -> None:
    """Gives an application all of it. Routers of other packages are included by the caller."""
    pages = Pages(facts)
    refusal = error_page(pages, 403)

    def too_long(request: Request) -> Response:
        return JSONResponse({"detail": TOO_LONG}, 413) if _is_api(request) else error_page(pages, 413)

    app.add_middleware(BodyLimit, refusal=too_long)
    app.add_middleware(
        SameOriginOnly,
        public_url=facts.public_url,
        refusal=refusal,
        by_secret=BY_SECRET,
        gives_session=GIVES_SESSION,
    )
    app.add_middleware(SecurityHeaders, public_url=facts.public_url)  # added last, so it is the outermost
    _handle_errors(app, pages, facts.public_url)
    app.include_router(_routes(pages, facts))
    app.router.routes.append(STATIC_ROUTE)


def error_page(pages: Pages, status: int) -> Response:
    """Return the kind page for a status; one without words of its own is told as 404 or 500."""
    heading, words = ERRORS.get(status, ERRORS[404 if status < 500 else 500])  # noqa: PLR2004  (the server's own faults)
    title = page_title(heading, error=True)
    return pages.render("pages/error.jinja", status=status, title=title, heading=heading, words=words)


def _routes(pages: Pages, facts: SiteFacts) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get("/privacy")
    def privacy() -> Response:
        title = page_title("Your privacy")
        return pages.render("pages/privacy.jinja", title=title, draft_days=facts.draft_days)

    @router.get("/closed")
    def closed() -> Response:
        return pages.render("pages/closed.jinja")

    return router


def _handle_errors(app: FastAPI, pages: Pages, public_url: str) -> None:
    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        if _is_api(request):
            return await http_exception_handler(request, error)
        response = error_page(pages, error.status_code)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(FormTooLargeError)
    async def too_large(_request: Request, _error: FormTooLargeError) -> Response:
        return error_page(pages, 413)

    @app.exception_handler(Exception)
    async def failed(request: Request, error: Exception) -> Response:
        logger.error("a request failed: %s", type(error).__name__)
        told = JSONResponse({"detail": ERRORS[500][0]}, 500)
        response = told if _is_api(request) else error_page(pages, 500)
        # Starlette sends this one from outside all middleware.
        add_headers(response.headers, security_headers(public_url))
        return response


def _is_api(request: Request) -> bool:
    return request.url.path.startswith(("/api/", "/health/", *OPEN_DIRECTORY))
