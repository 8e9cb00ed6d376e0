"""The channel at work: each chat in order, all chats side by side, and words that tell of danger before any queue.

An update is written down before it is acknowledged. What it is answered with is written down together with the note
that it was answered, and sent from there. So whatever is killed, nothing is lost, and nothing is dealt with twice.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bot.channels.telegram.answering import Answering
from bot.channels.telegram.aside import Aside
from bot.channels.telegram.danger_first import DangerFirst, may_tell
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.elsewhere import ELSEWHERE, Elsewhere
from bot.channels.telegram.incoming import Incoming, read, read_at_least
from bot.channels.telegram.mailbox import STORE_ERRORS, Mailbox, Take
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.queues import Queues
from bot.channels.telegram.texts import Texts
from bot.channels.telegram.wire import Wire
from bot.channels.telegram.without_store import WithoutStore
from bot.model.ids import ChatId, PersonId

log = logging.getLogger(__name__)

SAFETY_PATIENCE = 1.0
"""Seconds that words wait for the store before they are read for danger without it."""


class Gateway:
    """Takes updates, and sees that each is answered. `take` is called by polling or by a webhook."""

    def __init__(
        self,
        wire: Wire,
        mailbox: Mailbox,
        answering: Answering,
        delivery: Delivery,
        *,
        texts: Texts,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._wire = wire
        self._mailbox = mailbox
        self._delivery = delivery
        self._aside = Aside()
        self._elsewhere = Elsewhere(wire, texts)
        self._without_store = WithoutStore(wire, answering, texts, self._aside, wait)
        self._danger = DangerFirst(mailbox, answering, delivery, self._without_store, aside=self._aside, wait=wait)
        self._queues = Queues(
            wire,
            mailbox,
            delivery,
            Patience(mailbox, answering, delivery, self._danger, wait),
            self._danger,
            without_store=self._without_store,
            texts=texts,
            aside=self._aside,
            wait=wait,
        )

    async def resume(self, name: str) -> None:
        """Note the bot's name, and go on where an earlier run was interrupted. Nothing is sent before that."""
        await self._delivery.surely(self._mailbox.name_bot, name)
        if not self._queues.opened.is_set():  # else what is on the line is this process's own
            await self._delivery.recover()
        self._queues.opened.set()
        for chat_id in await self._delivery.surely(self._mailbox.busy):
            self._queues.ring(chat_id)
            for update in await self._delivery.surely(self._mailbox.waiting, chat_id):
                if not self._danger.heeding([update]):
                    self._arrived(chat_id, replace(update, query=""))

    async def take(self, raw: Sequence[Mapping[str, Any]]) -> None:
        """Write updates down and have them dealt with. Raises what the store raises: then they are to come again."""
        updates = [_read(each) for each in raw]
        private = [each for each in updates if each.kind not in ELSEWHERE and each.chat]
        taking = asyncio.create_task(asyncio.to_thread(self._mailbox.take_in, private))
        await asyncio.wait({taking}, timeout=SAFETY_PATIENCE)
        if not taking.done():
            await self._without_store.heed(private)
        try:
            new = await taking
        except STORE_ERRORS:
            await self._without_store.heed(private)
            self._without_store.ask_to_wait(private)
            raise
        self._without_store.is_over()
        for chat_id, update in new:
            self._arrived(chat_id, update)
        for update in updates:
            if update not in private:
                self._aside.do(self._elsewhere.decline, update)

    async def take_one(self, body: bytes) -> None:
        """Take an update as a webhook gets it. Raises ValueError for what is none, and what `take` raises."""
        update = json.loads(body)
        try:
            int(update["update_id"])
        except (TypeError, KeyError) as error:
            raise ValueError("not an update") from error
        await self.take([update])

    async def reach(self, person: PersonId, reminder: str, take: Take) -> bool:
        """Remind a person of what `take` gives; say whether there is a chat where that can be done."""
        chat = await asyncio.to_thread(self._mailbox.remind, person, reminder, take)
        if chat is None:
            return False
        self._queues.ring(chat)
        return True

    async def close(self) -> None:
        """Stop. What is not done yet is done at the next start."""
        tasks = [*self._queues.tasks, *self._aside.tasks, *self._without_store.tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._delivery.close()

    def _arrived(self, chat_id: ChatId, update: Incoming) -> None:
        if update.query:
            self._aside.do(self._wire.confirm_press, update.query)
        self._danger.watch(chat_id, update)
        ring = partial(self._queues.ring, chat_id)
        if may_tell(update) and self._queues.has_to_wait(chat_id):
            # Others are before it: so it is read for danger now, and no later one overtakes it meanwhile.
            self._danger.heed(chat_id, update, then=ring)
        else:
            ring()


def _read(raw: Mapping[str, Any]) -> Incoming:
    """Read an update. One that cannot be read must not hold up those that come with it, and after it."""
    try:
        return read(raw)
    except Exception as error:  # noqa: BLE001  (as above)
        log.error("an update could not be read (%s)", type(error).__name__)  # noqa: TRY400
        return read_at_least(raw)
