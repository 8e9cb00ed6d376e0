"""getUpdates: hands out what waits, or waits for it. There is one reader at a time."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from tests.telegram_server.errors import conflict
from tests.telegram_server.methods.webhooks import allow
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.result import Result
from tests.telegram_server.serving import hung_up
from tests.telegram_server.world import World

LONGEST_POLL = 50
MOST_UPDATES = 100


@dataclass(eq=False)
class _Reader:
    limit: int
    end: float
    is_waiting: bool = False


class Polling:
    """Who waits for updates. A new one who has to wait sends the old one away with 409, as a new webhook does."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._reader: _Reader | None = None

    async def get_updates(self, request: Request, asked: Parameters) -> Result:
        """Raises ApiError 409 where a webhook is set, or somebody else reads. Empty where the reader hung up."""
        timeout = asked.integer("timeout", 0, least=0, most=LONGEST_POLL)
        limit = asked.integer("limit", MOST_UPDATES, least=1, most=MOST_UPDATES)
        reader = _Reader(limit, time.monotonic() + timeout)
        with self._world.bell:
            if self._world.webhook.url:
                raise conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
                )
            allow(self._world, asked)
            self._confirm(asked.integer("offset", 0))
        with self._world.bell.listening() as rung:
            gone: asyncio.Future[Any] = asyncio.ensure_future(hung_up(request))
            try:
                return await self._wait(reader, rung, gone)
            finally:
                gone.cancel()

    async def _wait(self, reader: _Reader, rung: asyncio.Event, gone: asyncio.Future[Any]) -> Result:
        while True:
            rung.clear()
            left = reader.end - time.monotonic()
            found = self._look(reader, must_wait=left > 0)
            if found is not None:
                return found
            ring: asyncio.Future[Any] = asyncio.ensure_future(rung.wait())
            await asyncio.wait({ring, gone}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            ring.cancel()
            if gone.done():
                with self._world.bell:
                    self._leave(reader)
                return Result([], has_effect=False)

    def _look(self, reader: _Reader, *, must_wait: bool) -> Result | None:
        """The updates; none of them where the time is up; None where there is still time to wait."""
        with self._world.bell:
            if reader.is_waiting:
                self._stay(reader)
            updates = self._world.hand_out()[: reader.limit]
            if not updates and must_wait:
                if not reader.is_waiting:
                    reader.is_waiting, self._reader = True, reader
                    self._world.bell.ring()
                return None
            self._leave(reader)
            for update in updates:
                self._world.is_given(update)
                self._world.record_delivery(update, "polling")
            return Result([update.body for update in updates], has_effect=bool(updates))

    def _stay(self, reader: _Reader) -> None:
        """Raises ApiError 409 where it may not."""
        if self._world.webhook.url:
            self._leave(reader)
            raise conflict("terminated by setWebhook request")
        if self._reader is not reader:
            raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")

    def _leave(self, reader: _Reader) -> None:
        if self._reader is reader:
            self._reader = None

    def _confirm(self, offset: int) -> None:
        """All below the offset is confirmed; a negative one leaves only that many. One from the future does nothing."""
        queue = self._world.queue
        if offset < 0:
            queue.keep_last(-offset)
        elif offset <= queue.next_id:
            queue.confirm_below(offset)
        self._world.bell.ring()
