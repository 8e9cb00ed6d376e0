"""What one visitor may send and start: the size of a request's body, and new conversations by address.

Neither is ever in the way of a message of ordinary size: whoever writes of danger is answered.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.pages.forms import LIMIT

TOO_LONG = "That is too long to send in one go. Send it in smaller parts."
TOO_MANY = "A lot was just sent from your address. Wait a minute, then try again."
MOST_ADDRESSES = 10_000
"""So many addresses are remembered before those that are quiet again are let go."""
_MINUTE = 60.0


class BodyLimit:
    """Refuses, with 413, a request whose body is longer than `limit` bytes, whatever its headers claim.

    `refusal` makes the answer for a request. A body that turns out too long while it is read raises HTTPException
    where it is read, and gets the same answer from the application's handler.
    """

    def __init__(self, app: ASGIApp, refusal: Callable[[Request], ASGIApp], limit: int = LIMIT) -> None:
        self.app = app
        self.refusal = refusal
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self.limit:
            await self.refusal(Request(scope))(scope, receive, send)
            return
        read = 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.limit:
                raise HTTPException(413, TOO_LONG)
            return message

        await self.app(scope, receive_counted, send)


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class NewSessions:
    """How many conversations one address may start: `a_minute` at once, and as many again each minute.

    It counts other things that leave something behind as well, such as cards made on the support site.

    Held in this process's memory only, so no address is ever stored or logged.
    """

    def __init__(self, a_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self._a_minute = a_minute
        self._now = now
        self._buckets: dict[str, _Bucket] = {}

    def take(self, request: Request) -> None:
        """Count one new conversation. Raises HTTPException (429, with Retry-After) when it is one too many."""
        now = self._now()
        if len(self._buckets) >= MOST_ADDRESSES:
            self._buckets = {name: each for name, each in self._buckets.items() if now - each.at < _MINUTE}
        bucket = self._buckets.setdefault(_address(request), _Bucket(self._a_minute, now))
        bucket.left = min(self._a_minute, bucket.left + (now - bucket.at) * self._a_minute / _MINUTE)
        bucket.at = now
        if bucket.left < 1:
            seconds = math.ceil((1 - bucket.left) * _MINUTE / self._a_minute)
            raise HTTPException(429, TOO_MANY, headers={"Retry-After": str(seconds)})
        bucket.left -= 1


def _address(request: Request) -> str:
    """Return the visitor's address; for IPv6 its network of 64 bits, all of which one household has."""
    host = request.client.host if request.client else ""
    try:
        found = ip_address(host)
    except ValueError:
        return host
    return str(int(found) >> 64) if isinstance(found, IPv6Address) and not found.ipv4_mapped else str(found)
