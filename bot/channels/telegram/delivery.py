"""Sends what is written down for a chat, in order, at a pace that people can read and that Telegram takes.

What may have been sent is never sent again by itself: the person is told, and can have it shown again. Only an answer
to danger is: twice is better than not at all.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import ParamSpec, TypeVar

from aiolimiter import AsyncLimiter

from bot.channels.telegram import trying_again
from bot.channels.telegram.files import Files
from bot.channels.telegram.mailbox import STORE_ERRORS, Mailbox
from bot.channels.telegram.wire import (
    GoneError,
    LaterError,
    RefusedError,
    UnknownTokenError,
    UnsureError,
    Wire,
    WireError,
)
from bot.exports.files import File
from bot.model.ids import ChatId
from bot.records.telegram import Chat
from bot.records.telegram_messages import Outgoing, State

log = logging.getLogger(__name__)
Given = ParamSpec("Given")
Found = TypeVar("Found")

A_SECOND = 25
"""Messages to all chats together. Telegram takes thirty: what is left is for answers to danger, which wait for none."""
BETWEEN = 1.0
"""Seconds between two messages to one chat, as Telegram asks."""
LONGEST_PAUSE = 2.5
READING = 60
"""Characters read in a second, for the pause before the next message."""
MANY = 5000
"""Chats whose last message is remembered before those of long ago are forgotten."""
MOST_COPIES = 3
"""Times that an answer to danger is sent where each of them may have arrived."""
TO_THE_END = 5.0
"""Seconds that a stop gives to what is on the line: cut off, it would be in doubt."""


class Delivery:
    """Sends messages.

    `not_sure` is what is said after one that may not have arrived; it may be doubled itself. `no_file` is said where a
    file cannot be made any more.
    """

    def __init__(
        self,
        wire: Wire,
        mailbox: Mailbox,
        not_sure: Sequence[Outgoing],
        *,
        files: Files,
        no_file: str,
        wait: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._wire = wire
        self._mailbox = mailbox
        self._not_sure = tuple(not_sure)
        self._files = files
        self._no_file = no_file
        self._wait = wait
        self._all = AsyncLimiter(A_SECOND, 1)
        self._last: dict[ChatId, tuple[float, int]] = {}
        self._on_the_line: set[asyncio.Task[float | None]] = set()

    async def recover(self) -> None:
        """After a fault: have what was on the line sent again, or say that it may not have arrived."""
        await self.surely(self._mailbox.recover, self._not_sure)

    def is_free(self, chat: Chat) -> bool:
        """Say whether a message to a chat would go out now, without a pause."""
        return self._pause_left(chat, following=False) <= 0 and self._all.has_capacity()

    async def send_waiting(
        self, chat: Chat, *, hurry: bool = False, urgent_only: bool = False, begun: Outgoing | None = None
    ) -> None:
        """Send what waits for a chat. Returns once it is sent, or cannot be; raises what the store raises.

        `hurry`: without pauses for reading. `urgent_only`: what answers danger, and nothing that waits beside it.
        `begun`: what is noted as on the line already; it goes first.
        """
        sent: list[int] = []
        if begun:
            await self._send(chat, begun, claimed=True)
            sent.append(begun.number)
        while message := await self._next(chat, urgent_only=urgent_only):
            await self._pause(chat, message, following=bool(sent) and not hurry)
            await self._send(chat, message)
            sent.append(message.number)
        if sent:
            await self._take_old_buttons(chat, min(sent))

    async def surely(self, write: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
        """Write down what nobody else knows, and return what comes of it, however long the store takes."""
        tries = 0
        while True:
            try:
                return await asyncio.to_thread(write, *given, **named)
            except STORE_ERRORS as error:
                log.warning("something waits to be written down (%s)", type(error).__name__)
                await self._wait(trying_again.wait_after(tries) / 4)
                tries += 1

    async def close(self) -> None:
        """Let what is on the line come to its end, for a short while."""
        if self._on_the_line:
            _, pending = await asyncio.wait(self._on_the_line, timeout=TO_THE_END)
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)

    async def _next(self, chat: Chat, *, urgent_only: bool) -> Outgoing | None:
        """Return what is to be sent next: a word about a broken line at once, or it would be about something else."""
        waiting = await asyncio.to_thread(self._mailbox.outgoing, chat.id)
        messages = [each for each in waiting if each.urgent or not urgent_only]
        return min(messages, key=self._place, default=None)

    def _place(self, message: Outgoing) -> tuple[bool, bool, int]:
        return not message.urgent, not self._may_be_doubled(message), message.number

    async def _send(self, chat: Chat, message: Outgoing, *, claimed: bool = False) -> None:
        """Send one message, however long it takes."""
        tries = 0
        while True:
            trying = asyncio.create_task(self._try(chat, message, tries, claimed=claimed and tries == 0))
            self._on_the_line.add(trying)
            trying.add_done_callback(self._on_the_line.discard)
            if (wait := await asyncio.shield(trying)) is None:
                return
            await self._wait(wait)
            tries += 1

    async def _try(self, chat: Chat, message: Outgoing, tries: int, *, claimed: bool) -> float | None:
        """Try to send a message; return None when that is all, else the seconds after which it is tried again."""
        if not message.urgent:
            await self._all.acquire()
        text, file = await self._with_file(message)  # before it is noted as on the line: the store may not answer
        if not claimed and not await asyncio.to_thread(self._mailbox.claim, chat.id, message.number):
            return None  # somebody else sends it, or it was let go
        try:
            sent = await self._wire.send(chat.number, text, message.buttons, quiet=message.quiet, file=file)
        except WireError as error:
            return await self._failed(chat, message, error, tries)
        self._note(chat.id, len(message.text))
        await self.surely(self._mailbox.move, message.number, State.SENT, sent)
        return None

    async def _with_file(self, message: Outgoing) -> tuple[str, File | None]:
        """Return what is said, and the file that goes with it; words instead where there is no such file any more."""
        if not message.file:
            return message.text, None
        try:
            file = await asyncio.to_thread(self._files.make, message.file)
        except STORE_ERRORS:
            raise
        except Exception as error:  # noqa: BLE001  (a file that cannot be made must not hold up what comes after it)
            log.error("the file of message %d could not be made (%s)", message.number, type(error).__name__)  # noqa: TRY400
            file = None
        return (message.text, file) if file else (self._no_file, None)

    async def _failed(self, chat: Chat, message: Outgoing, error: WireError, tries: int) -> float | None:
        """Write down what a failure means for the message; return as `_try` does."""
        again = (message.urgent or self._may_be_doubled(message)) and tries + 1 < MOST_COPIES
        if isinstance(error, UnsureError) and not again:
            log.warning("message %d to chat %s may not have arrived (%s)", message.number, chat.id, _reason(error))
            told = () if message.reminder or self._may_be_doubled(message) else self._not_sure
            await self.surely(self._mailbox.leave_unsure, chat.id, message.number, told)
            return None
        if isinstance(error, GoneError):
            log.info("chat %s cannot be written to any more", chat.id)
            await self.surely(self._mailbox.block, chat.id, blocked=True)
            return None
        if isinstance(error, RefusedError):
            log.error("message %d to chat %s was refused (%s)", message.number, chat.id, _reason(error))
            await self.surely(self._mailbox.move, message.number, State.REFUSED)
            return None
        # It was not sent, or may be doubled: so a fault during the wait must not leave it in doubt.
        await self.surely(self._mailbox.move, message.number, State.WAITING)
        if isinstance(error, LaterError):
            return error.seconds
        unknown = isinstance(error, UnknownTokenError)
        return trying_again.LONGEST_WAIT if unknown else trying_again.wait_after(tries)

    def _may_be_doubled(self, message: Outgoing) -> bool:
        return any(message.text == each.text for each in self._not_sure)

    async def _pause(self, chat: Chat, message: Outgoing, *, following: bool) -> None:
        """Wait as long as the message before takes to read; for danger not at all."""
        left = 0.0 if message.urgent else self._pause_left(chat, following=following)
        if left > 0:
            if following:
                await self.show_typing(chat)
            await self._wait(left)

    def _pause_left(self, chat: Chat, *, following: bool) -> float:
        now = asyncio.get_running_loop().time()
        at, length = self._last.get(chat.id, (now - LONGEST_PAUSE, 0))
        pause = max(BETWEEN, min(LONGEST_PAUSE, length / READING)) if following else BETWEEN
        return at + pause - now

    def _note(self, chat: ChatId, length: int) -> None:
        now = asyncio.get_running_loop().time()
        if len(self._last) > MANY:
            self._last = {each: last for each, last in self._last.items() if now - last[0] < LONGEST_PAUSE}
        self._last[chat] = (now, length)

    async def show_typing(self, chat: Chat) -> None:
        """Show that an answer is on its way. Nothing depends on it."""
        with suppress(WireError):
            await self._wire.show_typing(chat.number)

    async def _take_old_buttons(self, chat: Chat, before: int) -> None:
        for message in await asyncio.to_thread(self._mailbox.take_old_buttons, chat.id, before):
            with suppress(WireError):
                await self._all.acquire()
                await self._wire.set_buttons(chat.number, message, ())


def _reason(error: WireError) -> str:
    return type(error.__cause__ or error).__name__
