"""Each chat in order, all chats side by side: what waits to be sent there, then what waits for an answer."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.telegram.answering import Answer
from bot.channels.telegram.aside import Aside
from bot.channels.telegram.danger_first import DangerFirst
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.long_texts import is_cut, joined, parts_of_first
from bot.channels.telegram.mailbox import STORE_ERRORS, Mailbox
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.texts import Fixed, Texts
from bot.channels.telegram.trying_again import wait_after
from bot.channels.telegram.wire import Wire
from bot.channels.telegram.without_store import WithoutStore
from bot.model.ids import ChatId
from bot.records.telegram import Chat
from bot.understanding.commands import command

log = logging.getLogger(__name__)

MOST_PARTS = 20
NEXT_PART = 1.5
"""Seconds for which the rest of a long text is waited for; apps send it at once."""


class Queues:
    """Looks after each chat that is rung for, until nothing waits there. Nothing is sent before it is `opened`."""

    def __init__(
        self,
        wire: Wire,
        mailbox: Mailbox,
        delivery: Delivery,
        patience: Patience,
        danger: DangerFirst,
        *,
        without_store: WithoutStore,
        texts: Texts,
        aside: Aside,
        wait: Callable[[float], Awaitable[None]],
    ) -> None:
        self._wire = wire
        self._mailbox = mailbox
        self._delivery = delivery
        self._patience = patience
        self._danger = danger
        self._without_store = without_store
        self._texts = texts
        self._aside = aside
        self._wait = wait
        self._workers: dict[ChatId, asyncio.Task[None]] = {}
        self._rung: set[ChatId] = set()
        self.opened = asyncio.Event()

    @property
    def tasks(self) -> list[asyncio.Task[None]]:
        """What is being done, chat by chat."""
        return [*self._workers.values()]

    def ring(self, chat_id: ChatId) -> None:
        """Have a chat looked after. It may be so already: then it is looked at once more before that ends."""
        self._rung.add(chat_id)
        if chat_id not in self._workers:
            self._workers[chat_id] = asyncio.create_task(self._work(chat_id))

    def has_to_wait(self, chat_id: ChatId) -> bool:
        """Say whether others come before what is new in a chat."""
        return chat_id in self._workers or len(self._workers) >= self._patience.at_once

    async def _work(self, chat_id: ChatId) -> None:
        tries = 0
        try:
            await self.opened.wait()
            while chat_id in self._rung:
                self._rung.discard(chat_id)
                try:
                    await self._look_after(chat_id)
                    tries = 0
                except STORE_ERRORS as error:
                    log.warning("chat %s waits for the store (%s)", chat_id, type(error).__name__)
                    await self._danger.heed_unanswered(chat_id)
                    await self._later(chat_id, tries)
                    tries += 1
                except Exception as error:  # noqa: BLE001  (a mistake of ours must not leave a chat unanswered for ever)
                    log.error("chat %s could not be looked after (%s)", chat_id, type(error).__name__)  # noqa: TRY400
                    await self._later(chat_id, tries)
                    tries += 1
        finally:
            self._workers.pop(chat_id, None)
            self._danger.let_go(chat_id)

    async def _later(self, chat_id: ChatId, tries: int) -> None:
        await self._wait(wait_after(tries, 0.25))
        self._rung.add(chat_id)

    async def _look_after(self, chat_id: ChatId) -> None:
        """Send what waits, answer what waits, one after the other, until nothing does."""
        while looked := await asyncio.to_thread(self._mailbox.look, chat_id, MOST_PARTS):
            chat, person, unsent, waiting = looked
            if unsent:
                await self._delivery.send_waiting(chat)
                waiting = await asyncio.to_thread(self._mailbox.waiting, chat_id, MOST_PARTS)
            if chat.leaving:
                await self._let_go(chat)
                continue
            parts = await self._first_of(chat_id, waiting)
            if not parts:
                return
            update = joined(parts)
            answer = await self._patience.answer(chat, person, update)
            if answer.urgent and await self._without_store.has_answered(update):
                answer = Answer()  # it has its answer, and that is noted now
            begun = await asyncio.to_thread(
                self._mailbox.answer,
                chat.id,
                [part.update for part in parts],
                answer.messages,
                told=answer.told,
                leaving=answer.leaving,
                hold=answer.hold,
                at_once=self._delivery.is_free(chat),
            )
            self._danger.answered(chat_id, parts)
            await self._delivery.send_waiting(chat, hurry=answer.hurry, begun=begun)
            if update.kind is Kind.PRESSED:
                self._aside.do(self._mark, chat, update, stale=answer.stale)

    async def _let_go(self, chat: Chat) -> None:
        """Let a chat go whose person is forgotten; say so first where that was not said here yet."""
        if chat.told:
            await asyncio.to_thread(self._mailbox.drop, chat)
            return
        waiting = await asyncio.to_thread(self._mailbox.waiting, chat.id, 1)
        asked = [each.update for each in waiting if each.kind is Kind.PRESSED or command(each.words) == "affirm"]
        messages = outgoing([self._texts.all_deleted])
        await asyncio.to_thread(self._mailbox.answer, chat.id, asked, messages, told=True, leaving=True)

    async def _first_of(self, chat_id: ChatId, waiting: Sequence[Incoming]) -> list[Incoming]:
        """Return the update that is to be answered next, in parts where the app cut a long text; nothing for none."""
        waited = False
        while waiting:
            parts = parts_of_first(waiting)
            if event := self._danger.heeding(parts):
                await event.wait()
            elif waited or not is_cut(parts[-1]):
                return parts
            else:
                await self._wait(NEXT_PART)
                waited = True
            waiting = await asyncio.to_thread(self._mailbox.waiting, chat_id, MOST_PARTS)
        return []

    async def _mark(self, chat: Chat, update: Incoming, *, stale: bool) -> None:
        """Put what was pressed in the place of the buttons, to be read later; nothing where it was stale."""
        if update.title and update.choice != Fixed.PRESSED:
            mark = [] if stale else [(f"✓ {update.title}", str(Fixed.PRESSED))]
            await self._wire.set_buttons(chat.number, update.message, mark)
