"""Headers that every response carries, and the refusal of requests that another site set off.

Plain ASGI middleware, so that it holds for pages, the API, static files and errors alike.
"""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
ALWAYS = {
    "Content-Security-Policy": "; ".join(f"{what} {source}" for what, source in SOURCES.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
SECURE_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
UNLESS_SET = {"Cache-Control": "no-store"}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}


def security_headers(public_url: str) -> Mapping[str, str]:
    """Return the headers for a site at this address. Only https gets the promise to stay on https."""
    return ALWAYS | (SECURE_ONLY if public_url.startswith("https:") else {})


class SecurityHeaders:
    """Adds the headers to every response; one that says nothing about caching is never stored."""

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app = app
        self.headers = security_headers(public_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(MutableHeaders(scope=message), self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def add_headers(headers: MutableHeaders, always: Mapping[str, str]) -> None:
    """Puts `always` over what is there, and "no-store" where nothing is said about caching.

    An answer that any site may read, as of the open directory, may also be loaded by any.
    """
    headers.update(always)
    if headers.get("Access-Control-Allow-Origin") == "*":
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    for name, value in UNLESS_SET.items():
        headers.setdefault(name, value)


class SameOriginOnly:
    """Refuses a request that changes something, carries a cookie and was set off by another site.

    A second lock behind the cookie's own SameSite=Strict. `by_secret` are the beginnings of paths whose
    secret stands in the address: a cookie gives no right there. `gives_session` are those of paths that make a
    browser speak as somebody: there it is refused without a cookie too. `refusal` is what the refused get.
    """

    def __init__(
        self,
        app: ASGIApp,
        public_url: str,
        refusal: ASGIApp,
        by_secret: Collection[str] = (),
        gives_session: Collection[str] = (),
    ) -> None:
        self.app = app
        self.origin = _origin(public_url)
        self.secure = public_url.startswith("https:")
        self.refusal = refusal
        self.by_secret = tuple(by_secret)
        self.gives_session = tuple(gives_session)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._concerns(scope) and not self._same_origin(Headers(scope=scope))
        await (self.refusal if refused else self.app)(scope, receive, send)

    def _concerns(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            return False
        if scope["path"].startswith(self.gives_session):
            return True
        return "cookie" in Headers(scope=scope) and not scope["path"].startswith(self.by_secret)

    def _same_origin(self, headers: Headers) -> bool:
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None:
            return site in ("same-origin", "none")
        if origin is None:
            return True  # not a browser: every browser sends one of the two
        if origin == "null":
            # Our own pages send this over http, for they pass on no referrer and Sec-Fetch-Site needs https.
            return not self.secure
        return origin == self.origin or urlsplit(origin).netloc == headers.get("host")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
