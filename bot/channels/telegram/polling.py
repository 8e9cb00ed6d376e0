"""Long polling: no public address is needed. What could not be written down is not acknowledged, and comes again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.channels.telegram.gateway import Gateway
from bot.channels.telegram.texts import Texts
from bot.channels.telegram.wire import LaterError, TelegramWire, UnknownTokenError, WireError

log = logging.getLogger(__name__)

SECONDS = 25
"""How long Telegram holds a question for updates open while there are none."""
LONGEST_WAIT = 30.0


async def reach_telegram(
    wire: TelegramWire,
    texts: Texts,
    webhook: tuple[str, str] | None,
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> str:
    """Say hello until Telegram answers, set the menu, and say how updates are to come; return the bot's name.

    `webhook`: address and secret, None for polling. Raises UnknownTokenError.
    """
    tries = 0
    while True:
        try:
            name = await wire.open()
            await wire.introduce(texts.menu, texts.description, texts.short_description)
            await (wire.use_webhook(*webhook) if webhook else wire.use_polling())
        except UnknownTokenError:
            raise
        except WireError as error:
            log.warning("Telegram cannot be reached; it is tried again (%s)", _reason(error))
            await wait(_pause(error, tries))
            tries += 1
        else:
            return name


async def keep_polling(
    wire: TelegramWire, gateway: Gateway, wait: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> None:
    """Ask for updates until cancelled."""
    offset, tries = 0, 0
    while True:
        try:
            updates = await wire.poll(offset, SECONDS)
            if updates:
                await gateway.take(updates)
                offset = max(int(update["update_id"]) for update in updates) + 1
            tries = 0
        except UnknownTokenError:
            # A proxy on the way says the same with its own page, so it may yet know it.
            log.error("Telegram does not know this token any more; look at WHATMATTERS_TELEGRAM_TOKEN")  # noqa: TRY400
            await wait(LONGEST_WAIT)
        except Exception as error:  # noqa: BLE001  (whatever failed, what was not taken comes again)
            log.warning("updates could not be taken; they come again (%s)", _reason(error))
            await wait(_pause(error, tries))
            tries += 1


def _pause(error: Exception, tries: int) -> float:
    return error.seconds if isinstance(error, LaterError) else min(LONGEST_WAIT, 2.0 ** min(tries, 10) / 2)


def _reason(error: Exception) -> str:
    return " < ".join(type(each).__name__ for each in (error, error.__cause__) if each is not None)
