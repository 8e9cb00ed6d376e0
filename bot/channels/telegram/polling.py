"""Long polling: no public address is needed. What could not be written down is not acknowledged, and comes again."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from bot.channels.telegram import trying_again
from bot.channels.telegram.gateway import Gateway
from bot.channels.telegram.wire import LaterError, TelegramWire, UnknownTokenError, WireError

log = logging.getLogger(__name__)

SECONDS = 25
"""How long Telegram holds a question for updates open while there are none."""
UNKNOWN_AGAIN = 1800.0
"""Seconds after which it is said once more that Telegram does not know the token."""


class TokenAlarm:
    """Says that Telegram does not know the token. It may yet: a proxy on the way says the same with its own page."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._said: float | None = None

    def sound(self) -> None:
        """Say so, unless it was said lately."""
        now = self._now()
        if self._said is None or now - self._said >= UNKNOWN_AGAIN:
            self._said = now
            log.error("Telegram knows no bot with this token; it is tried again; look at WHATMATTERS_TELEGRAM_TOKEN")


async def reach_telegram(
    wire: TelegramWire,
    webhook: tuple[str, str] | None,
    alarm: TokenAlarm,
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> str:
    """Say hello until Telegram answers, and say how updates are to come; return the bot's name.

    `webhook`: address and secret, None for polling.
    """
    tries = 0
    while True:
        try:
            name = await wire.open()
            await (wire.use_webhook(*webhook) if webhook else wire.use_polling())
        except WireError as error:
            if isinstance(error, UnknownTokenError):
                alarm.sound()
            else:
                log.warning("Telegram cannot be reached; it is tried again (%s)", _reason(error))
            await wait(_pause(error, tries))
            tries += 1
        else:
            return name


async def keep_polling(
    wire: TelegramWire,
    gateway: Gateway,
    alarm: TokenAlarm,
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
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
            alarm.sound()
            await wait(trying_again.LONGEST_WAIT)
        except Exception as error:  # noqa: BLE001  (whatever failed, what was not taken comes again)
            log.warning("updates could not be taken; they come again (%s)", _reason(error))
            await wait(_pause(error, tries))
            tries += 1


def _pause(error: Exception, tries: int) -> float:
    return error.seconds if isinstance(error, LaterError) else trying_again.wait_after(tries, 0.5)


def _reason(error: Exception) -> str:
    return " < ".join(type(each).__name__ for each in (error, error.__cause__) if each is not None)
