"""What is done beside everything else: nothing depends on it, so a failure is logged, and that is all."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import ParamSpec

from bot.channels.telegram.wire import WireError

P = ParamSpec("P")
log = logging.getLogger(__name__)


class Aside:
    """Holds what is being done, in `tasks`, until it is done."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[None]] = set()

    def do(self, doing: Callable[P, Awaitable[None]], *args: P.args, **kwargs: P.kwargs) -> None:
        """Begin to do it. It is called when its turn comes: what is cancelled before that leaves nothing behind."""
        task = asyncio.create_task(_quietly(partial(doing, *args, **kwargs)))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)


async def _quietly(doing: Callable[[], Awaitable[None]]) -> None:
    try:
        await doing()
    except WireError as error:
        log.info("Telegram did not do something on the side (%s)", type(error).__name__)
    except Exception as error:  # noqa: BLE001  (a mistake of ours must not end what goes on beside it)
        log.warning("something on the side failed (%s)", type(error).__name__)
