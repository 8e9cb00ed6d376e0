"""What is said while the store is down, or takes long: answers to danger, and that other words wait with Telegram."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.telegram.answering import Answering
from bot.channels.telegram.aside import Aside
from bot.channels.telegram.incoming import Incoming
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.texts import Texts
from bot.channels.telegram.wire import LaterError, NotReachedError, Wire, WireError
from bot.model.messages import Reply
from bot.records.telegram_messages import Outgoing

log = logging.getLogger(__name__)

MOST_TRIES = 5
"""How often what cannot be written down is tried to be sent."""


class WithoutStore:
    """Sends what is written down nowhere. So it is known here only, by its update, until that is answered."""

    def __init__(
        self, wire: Wire, answering: Answering, texts: Texts, aside: Aside, wait: Callable[[float], Awaitable[None]]
    ) -> None:
        self._wire = wire
        self._answering = answering
        self._texts = texts
        self._aside = aside
        self._wait = wait
        self._answers: dict[int, asyncio.Task[bool]] = {}
        """Answers to danger that went, or are going, by the number of their update."""
        self._told_to_wait: set[int] = set()

    @property
    def tasks(self) -> list[asyncio.Task[bool]]:
        """What is being sent."""
        return [*self._answers.values()]

    async def heed(self, updates: Sequence[Incoming]) -> None:
        """Answer those that tell of danger, unless they were answered here before."""
        for update in updates:
            if update.update in self._answers:
                continue
            reply = await self._answering.without_store(update)
            if reply and update.update not in self._answers:  # it may have been read twice meanwhile
                self._answers[update.update] = asyncio.create_task(self._answer(update.chat, reply))

    async def has_answered(self, update: Incoming) -> bool:
        """Say whether danger was answered here, for certain: twice is better than not at all."""
        sending = self._answers.get(update.update)
        return sending is not None and await asyncio.shield(sending)

    def answered(self, update: int) -> None:
        """Note that an update has its answer, and that this is written down."""
        self._answers.pop(update, None)

    def ask_to_wait(self, updates: Sequence[Incoming]) -> None:
        """Tell whoever wrote, once, that what they wrote waits with Telegram."""
        for update in updates:
            if update.update not in self._answers and update.chat not in self._told_to_wait:
                self._told_to_wait.add(update.chat)
                self._aside.do(self._send, update.chat, self._texts.store_down)

    def is_over(self) -> None:
        """Note that the store is back: the next time, whoever writes is told again."""
        self._told_to_wait.clear()

    async def _answer(self, chat: int, reply: Reply) -> bool:
        try:
            await self._send(chat, reply)
        except WireError as error:
            log.warning("an answer to danger may not have arrived (%s)", type(error).__name__)
            return False
        return True

    async def _send(self, chat: int, reply: Reply) -> None:
        for message in outgoing([reply.messages], urgent=True):
            await self._send_at_last(chat, message)

    async def _send_at_last(self, chat: int, message: Outgoing) -> None:
        for tries in range(MOST_TRIES):
            try:
                await self._wire.send(chat, message.text, message.buttons, quiet=False)
            except LaterError as error:
                await self._wait(error.seconds)
            except NotReachedError:
                await self._wait(2.0**tries)
            else:
                return
        raise NotReachedError
