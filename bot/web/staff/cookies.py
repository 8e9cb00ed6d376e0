"""Cookies of the staff site. They last until the browser closes; the server decides when a session ends."""

from typing import Literal
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response


class StaffCookie:
    """Reads, sets and removes one cookie for a site at this public address."""

    def __init__(
        self,
        public_url: str,
        name: str,
        *,
        same_site: Literal["strict", "lax"] = "strict",
        seconds: int | None = None,
    ) -> None:
        parts = urlsplit(public_url)
        self.secure = parts.scheme == "https"
        # Cookies do not tell ports apart, and two copies may run on one machine.
        port = f"_{parts.port}" if parts.port else ""
        # The prefix makes browsers insist on https, this host alone and the whole site.
        self.name = f"{'__Host-' if self.secure else ''}what_matters_{name}{port}"
        self._same_site = same_site
        self._seconds = seconds

    def read(self, request: Request) -> str:
        return request.cookies.get(self.name, "")

    def set(self, response: Response, value: str) -> None:
        response.set_cookie(
            self.name,
            value,
            max_age=self._seconds,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite=self._same_site,
        )

    def remove(self, response: Response) -> None:
        response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite=self._same_site)
