"""Whether this copy lives, and whether a message would be answered now by engine, actions and store together."""

import asyncio

import httpx
from fastapi import APIRouter, Response
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.engine import Engine
from bot.records.unit_of_work import Begin
from bot.store.crypto import KeyFileError

SECONDS = 2.0


class Liveness(BaseModel):
    """This process runs."""

    live: bool


class Readiness(BaseModel):
    """`ready` when all three parts are."""

    ready: bool
    engine: bool
    actions: bool
    store: bool


def routes(engine: Engine, begin: Begin, actions_url: str) -> APIRouter:
    """Return the two health routes."""
    router = APIRouter(prefix="/health", tags=["health"])

    @router.get("/live")
    async def live() -> Liveness:
        """Say that this process runs."""
        return Liveness(live=True)

    @router.get("/ready", responses={503: {"model": Readiness, "description": "A message would not be answered now"}})
    async def ready(response: Response) -> Readiness:
        """Say whether a message would be answered now, and which part is missing."""
        parts = await asyncio.gather(engine.is_ready(), _answers(actions_url), asyncio.to_thread(_opens, begin))
        response.status_code = 200 if all(parts) else 503
        return Readiness(ready=all(parts), engine=parts[0], actions=parts[1], store=parts[2])

    return router


async def _answers(actions_url: str) -> bool:
    async with httpx.AsyncClient(timeout=SECONDS, trust_env=False) as client:
        try:
            return (await client.get(f"{actions_url}/health")).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False


def _opens(begin: Begin) -> bool:
    try:
        with begin() as records:
            records.people.check_key()
    except (SQLAlchemyError, OSError, KeyFileError):
        return False
    return True
