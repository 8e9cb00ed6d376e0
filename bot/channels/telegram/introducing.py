"""The menu, and what stands on the bot's page. Nobody waits for it: people are answered while it is not set yet."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.channels.telegram.texts import Texts
from bot.channels.telegram.wire import LaterError, TelegramWire, WireError

log = logging.getLogger(__name__)

MOST_TRIES = 5
PAUSE = 60.0
"""Seconds before the second try; twice as many before each one after it."""


async def introduce(wire: TelegramWire, texts: Texts, wait: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Set them; what Telegram does not take is tried a few times more, and then at the next start."""
    for tries in range(MOST_TRIES):
        try:
            return await wire.introduce(texts.menu, texts.description, texts.short_description)
        except WireError as error:
            reason = type(error.__cause__ or error).__name__
            log.warning("the menu and the bot's page are not set yet (%s)", reason)
            pause = PAUSE * 2**tries
            seconds = max(error.seconds, pause) if isinstance(error, LaterError) else pause
        if tries < MOST_TRIES - 1:
            await wait(seconds)
    log.warning("the menu and the bot's page are not set; the next start tries again")
    return None
