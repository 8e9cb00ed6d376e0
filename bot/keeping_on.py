"""Work that goes on beside everything else, for as long as the process runs: a mistake in it does not end it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)

PAUSE = 10.0
"""Seconds until it starts again."""


async def keep_on(
    name: str, work: Callable[[], Awaitable[None]], wait: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Do the work until it ends by itself or is cancelled. What stops it is logged, and it starts again."""
    while True:
        try:
            return await work()
        except Exception as error:  # noqa: BLE001  (nobody waits for it: it would end without a word)
            log.error("%s stopped and starts again (%s)", name, type(error).__name__)  # noqa: TRY400
        await wait(PAUSE)
