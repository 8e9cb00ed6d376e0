"""An update is tried until it has its answer. Whoever waits long is told once that nothing is lost."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.channels.telegram.answering import Answer, Answering
from bot.channels.telegram.danger_first import DangerFirst
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.incoming import Incoming
from bot.channels.telegram.mailbox import STORE_ERRORS, Mailbox
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.trying_again import wait_after
from bot.model.ids import ChatId, PersonId
from bot.model.messages import Reply
from bot.records.telegram import Chat

log = logging.getLogger(__name__)

AT_ONCE = 32
"""Chats whose turn is dealt with at the same time."""
TYPING_AFTER = 0.4
"""Seconds of a turn after which "typing" is shown."""
TYPING_SHOWS = 4.5
"""Seconds until it is shown again. Telegram takes it away after five."""
PATIENCE = 12.0
"""Seconds for which a turn is tried again in silence, before the person is told that it takes longer."""
MOST_MISTAKES = 4
"""How often an update is tried that a mistake of ours stops, before the person is told that it cannot be kept."""
MOST_LOST = 10
"""How often an update is tried anew that nobody can write down. It is given up only where that can be written down."""


class Patience:
    """Answers updates, however long it takes; `at_once` of them at the same time."""

    def __init__(
        self,
        mailbox: Mailbox,
        answering: Answering,
        delivery: Delivery,
        danger: DangerFirst,
        wait: Callable[[float], Awaitable[None]],
    ) -> None:
        self._mailbox = mailbox
        self._answering = answering
        self._delivery = delivery
        self._danger = danger
        self._wait = wait
        self.at_once = AT_ONCE
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._told_it_takes_longer: set[ChatId] = set()

    async def answer(self, chat: Chat, person: PersonId, update: Incoming) -> Answer:
        """Return the answer to an update. Raises what the store raises."""
        typing = asyncio.create_task(self._show_typing(chat))
        began, tries = asyncio.get_running_loop().time(), 0
        try:
            while True:
                async with self._turns:
                    answer = await self._tried(chat, person, update, tries)
                if not answer.kept:
                    self._told_it_takes_longer.discard(chat.id)
                    return answer
                if answer.lost and tries >= MOST_LOST:
                    log.error("update %d is given up", update.update)
                    return self._given_up()
                takes_long = asyncio.get_running_loop().time() - began > PATIENCE
                if takes_long and chat.id not in self._told_it_takes_longer:
                    self._told_it_takes_longer.add(chat.id)
                    await self._say(chat, self._answering.it_takes_longer)
                await self._wait(wait_after(tries, 0.5))
                tries += 1
        finally:
            typing.cancel()

    async def _tried(self, chat: Chat, person: PersonId, update: Incoming, tries: int) -> Answer:
        try:
            answer = await self._answering.answer(chat, person, update)
            if not answer.urgent:
                self._danger.was_read(update)
            return answer
        except STORE_ERRORS:
            raise
        except Exception as error:  # noqa: BLE001  (a mistake of ours must not leave a chat unanswered for ever)
            log.error("update %d could not be dealt with (%s)", update.update, type(error).__name__)  # noqa: TRY400
            return self._given_up() if tries + 1 >= MOST_MISTAKES else Answer(kept=True)

    def _given_up(self) -> Answer:
        return Answer(tuple(outgoing([self._answering.could_not.messages])))

    async def _say(self, chat: Chat, reply: Reply) -> None:
        await asyncio.to_thread(self._mailbox.answer, chat.id, (), outgoing([reply.messages]))
        await self._delivery.send_waiting(chat)

    async def _show_typing(self, chat: Chat) -> None:
        with suppress(asyncio.CancelledError):
            await self._wait(TYPING_AFTER)
            while True:
                await self._delivery.show_typing(chat)
                await self._wait(TYPING_SHOWS)
