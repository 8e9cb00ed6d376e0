"""Words that tell of danger are read and answered before any queue, and without the store where it takes long."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.telegram.answering import Answering
from bot.channels.telegram.aside import Aside
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.mailbox import STORE_ERRORS, Mailbox
from bot.channels.telegram.without_store import WithoutStore
from bot.model.ids import ChatId

SOON = 2.5
"""Seconds after which words that have no answer yet are read for danger once more, without the store."""


class DangerFirst:
    """Knows what came in lately, and sees that danger in it is answered whatever waits, hangs or fails."""

    def __init__(
        self,
        mailbox: Mailbox,
        answering: Answering,
        delivery: Delivery,
        without_store: WithoutStore,
        *,
        aside: Aside,
        wait: Callable[[float], Awaitable[None]],
    ) -> None:
        self._mailbox = mailbox
        self._answering = answering
        self._delivery = delivery
        self._without_store = without_store
        self._aside = aside
        self._wait = wait
        self._heeding: dict[int, asyncio.Event] = {}
        self._unread: set[int] = set()
        """Numbers of updates that were not read for danger yet."""
        self._fresh: dict[ChatId, list[Incoming]] = {}
        """What came in lately, for as long as its chat is looked after."""

    def watch(self, chat_id: ChatId, update: Incoming) -> None:
        """See that an update is read for danger soon, even where the store hangs."""
        self._fresh.setdefault(chat_id, []).append(update)
        if may_tell(update):
            self._unread.add(update.update)
            self._aside.do(self._read_soon, update)

    def heed(self, chat_id: ChatId, update: Incoming, then: Callable[[], None]) -> None:
        """Read an update for danger now and answer it where there is some; `then` comes in any case."""
        self._heeding.setdefault(update.update, asyncio.Event())
        self._aside.do(self._heed, chat_id, update, then)

    def heeding(self, updates: Sequence[Incoming]) -> asyncio.Event | None:
        """Return what is set once the first of these that is being heeded has been; None where none is."""
        return next((event for each in updates if (event := self._heeding.get(each.update))), None)

    async def heed_unanswered(self, chat_id: ChatId) -> None:
        """Answer danger in what came in lately without the store."""
        await self._without_store.heed(self._fresh.get(chat_id, ()))

    def was_read(self, update: Incoming) -> None:
        """Note that an update was read for danger."""
        self._unread.discard(update.update)

    def answered(self, chat_id: ChatId, updates: Sequence[Incoming]) -> None:
        """Note that nobody need look at these any more."""
        numbers = {each.update for each in updates}
        self._fresh[chat_id] = [each for each in self._fresh.get(chat_id, ()) if each.update not in numbers]
        self._unread -= numbers
        for number in numbers:
            self._without_store.answered(number)

    def let_go(self, chat_id: ChatId) -> None:
        """Note that a chat is looked after no longer: nothing waits there."""
        self._fresh.pop(chat_id, None)

    async def _heed(self, chat_id: ChatId, update: Incoming, then: Callable[[], None]) -> None:
        try:
            if opened := await asyncio.to_thread(self._mailbox.open, chat_id):
                chat, _ = opened
                answer = await self._answering.heed(chat, update)
                if answer is None:
                    self.was_read(update)
                else:
                    messages = () if await self._without_store.has_answered(update) else answer.messages
                    await asyncio.to_thread(self._mailbox.answer, chat.id, [update.update], messages)
                    self.answered(chat_id, [update])
                    await self._delivery.send_waiting(chat, urgent_only=True)
        except STORE_ERRORS:
            await self._without_store.heed([update])
            raise
        finally:
            if event := self._heeding.pop(update.update, None):
                event.set()
            then()

    async def _read_soon(self, update: Incoming) -> None:
        await self._wait(SOON)
        if update.update in self._unread:
            self.was_read(update)
            await self._without_store.heed([update])


def may_tell(update: Incoming) -> bool:
    """Say whether an update may tell of danger."""
    return bool(update.words) or update.kind is Kind.PRESSED
