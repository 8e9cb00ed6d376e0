"""The cookie that carries a browser's session. It merely lasts; the server decides when a session ends."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

DAYS_400 = 400 * 24 * 60 * 60
"""The longest that browsers keep a cookie, in seconds."""


class SessionCookie:
    """Reads, sets and removes the cookie for a site at this public address."""

    def __init__(self, public_url: str) -> None:
        parts = urlsplit(public_url)
        self.secure = parts.scheme == "https"
        # Cookies do not tell ports apart, and two copies may run on one machine.
        port = f"_{parts.port}" if parts.port else ""
        # The prefix makes browsers insist on https, this host alone and the whole site.
        self.name = f"{'__Host-' if self.secure else ''}what_matters{port}"

    def read(self, request: Request) -> str | None:
        return request.cookies.get(self.name) or None

    def set(self, response: Response, token: str) -> None:
        response.set_cookie(
            self.name, token, max_age=DAYS_400, path="/", secure=self.secure, httponly=True, samesite="strict"
        )

    def remove(self, response: Response) -> None:
        response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="strict")
