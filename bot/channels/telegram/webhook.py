"""Updates that Telegram brings to an address of ours. 200: they are written down. Anything else: come again."""

import hmac
import logging

from fastapi import APIRouter, Request, Response

from bot.channels.telegram.gateway import Gateway
from bot.channels.telegram.mailbox import STORE_ERRORS

log = logging.getLogger(__name__)

PATH = "/telegram/updates"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST = 1_000_000
"""Bytes of one update. Telegram's are far smaller."""


def secret_of(token: str) -> str:
    """Return what Telegram shows us with each update. Only who has the token knows it."""
    return hmac.digest(token.encode(), b"webhook of What Matters", "sha256").hex()


def routes(gateway: Gateway, token: str) -> APIRouter:
    """Return the one route. It is in no public description: only Telegram knows what to bring."""
    router = APIRouter(include_in_schema=False)
    secret = secret_of(token)

    @router.post(PATH)
    async def updates(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret.encode()):
            return Response(status_code=404)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LONGEST:
                return Response(status_code=413)
        try:
            await gateway.take_one(body)
        except ValueError:
            log.warning("something that is no update came with Telegram's secret")
            return Response(status_code=400)
        except STORE_ERRORS as error:
            log.warning("an update could not be written down; it comes again (%s)", type(error).__name__)
            return Response(status_code=503)
        return Response(status_code=200)

    return router
