"""The channel at work: each chat in order, all chats side by side, and words that tell of danger before any queue.

An update is written down before it is acknowledged. What it is answered with is written down together with the note
that it was answered, and sent from there. So whatever is killed, nothing is lost, and nothing is dealt with twice.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from bot.channels.telegram.answering import Answer, Answering
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.incoming import Incoming, Kind, read, read_at_least
from bot.channels.telegram.long_texts import is_cut, joined, parts_of_first
from bot.channels.telegram.mailbox import STORE_ERRORS, Mailbox, Take
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.texts import Fixed, Texts
from bot.channels.telegram.wire import LaterError, NotReachedError, Wire, WireError
from bot.model.ids import PersonId
from bot.model.messages import Reply
from bot.records.telegram import Chat, ChatId, Outgoing
from bot.understanding.commands import command

log = logging.getLogger(__name__)

AT_ONCE = 32
"""Chats whose turn is dealt with at the same time."""
TYPING_AFTER = 0.4
"""Seconds of a turn after which "typing" is shown."""
TYPING_SHOWS = 4.5
"""Seconds until it is shown again. Telegram takes it away after five."""
MOST_PARTS = 20
NEXT_PART = 1.5
"""Seconds for which the rest of a long text is waited for; apps send it at once."""
SOON = 2.5
"""Seconds after which words that have no answer yet are read for danger once more, without the store."""
PATIENCE = 12.0
"""Seconds for which a turn is tried again in silence, before the person is told that it takes longer."""
LONGEST_WAIT = 30.0
SAFETY_PATIENCE = 1.0
"""Seconds that words wait for the store before they are read for danger without it."""
MOST_MISTAKES = 4
"""How often an update is tried that a mistake of ours stops, before the person is told that it cannot be kept."""
MOST_TRIES = 5
"""How often what cannot be written down is tried to be sent."""
MOST_LOST = 10
"""How often an update is tried anew that nobody can write down. It is given up only where that can be written down."""
_ELSEWHERE = frozenset({Kind.GROUP, Kind.CHANNEL, Kind.INLINE})
"""Kinds that do not come from a private chat. They are never written down, not even for a moment."""


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
        self._answering = answering
        self._delivery = delivery
        self._texts = texts
        self._wait = wait
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._workers: dict[ChatId, asyncio.Task[None]] = {}
        self._rung: set[ChatId] = set()
        self._heeding: dict[int, asyncio.Event] = {}
        self._aside: set[asyncio.Task[None]] = set()
        self._told_to_wait: set[int] = set()
        self._told_it_takes_longer: set[ChatId] = set()
        self._unwritten: dict[int, asyncio.Task[bool]] = {}
        """Answers to danger that went, or are going, without the store, by the number of their update."""
        self._unread: set[int] = set()
        """Numbers of updates that were not read for danger yet."""
        self._fresh: dict[ChatId, list[Incoming]] = {}
        """What came in lately, for as long as its chat is looked after."""
        self._leaving: set[int] = set()
        """Groups and channels that are being told, and left."""
        self._resumed = asyncio.Event()

    # --- in -------------------------------------------------------------------------------------------------------

    async def resume(self, name: str) -> None:
        """Note the bot's name, and go on where an earlier run was interrupted. Nothing is sent before that."""
        await self._delivery.surely(self._mailbox.name_bot, name)
        if not self._resumed.is_set():  # else what is on the line is this process's own
            await self._delivery.recover()
        self._resumed.set()
        for chat_id in await self._delivery.surely(self._mailbox.busy):
            self._ring(chat_id)
            for update in await self._delivery.surely(self._mailbox.waiting, chat_id):
                if update.update not in self._heeding:
                    self._arrived(chat_id, replace(update, query=""))

    async def take(self, raw: Sequence[Mapping[str, Any]]) -> None:
        """Write updates down and have them dealt with. Raises what the store raises: then they are to come again."""
        updates = [_read(each) for each in raw]
        private = [each for each in updates if each.kind not in _ELSEWHERE and each.chat]
        taking = asyncio.create_task(asyncio.to_thread(self._mailbox.take_in, private))
        await asyncio.wait({taking}, timeout=SAFETY_PATIENCE)
        if not taking.done():
            await self._heed_without_store(private)
        try:
            new = await taking
        except STORE_ERRORS:
            await self._heed_without_store(private)
            await self._ask_to_wait(private)
            raise
        self._told_to_wait.clear()
        for chat_id, update in new:
            self._arrived(chat_id, update)
        for update in updates:
            if update not in private:
                self._do_aside(self._decline(update))

    async def take_one(self, body: bytes) -> None:
        """Take an update as a webhook gets it. Raises ValueError for what is none, and what `take` raises."""
        update = json.loads(body)
        try:
            int(update["update_id"])
        except (TypeError, KeyError) as error:
            raise ValueError("not an update") from error
        await self.take([update])

    def _arrived(self, chat_id: ChatId, update: Incoming) -> None:
        if update.query:
            self._do_aside(self._wire.confirm_press(update.query))
        self._fresh.setdefault(chat_id, []).append(update)
        if update.words or update.kind is Kind.PRESSED:
            self._unread.add(update.update)
            self._do_aside(self._watch(update))
        has_to_wait = chat_id in self._workers or len(self._workers) >= AT_ONCE
        if has_to_wait and (update.words or update.kind is Kind.PRESSED):
            # Others are before it: so it is read for danger now, and no later one overtakes it meanwhile.
            self._heeding.setdefault(update.update, asyncio.Event())
            self._do_aside(self._heed(chat_id, update))
        else:
            self._ring(chat_id)

    async def _heed(self, chat_id: ChatId, update: Incoming) -> None:
        try:
            if opened := await asyncio.to_thread(self._mailbox.open, chat_id):
                chat, _ = opened
                answer = await self._answering.heed(chat, update)
                if answer is None:
                    self._unread.discard(update.update)
                else:
                    messages = () if await self._went_unwritten(update) else answer.messages
                    await asyncio.to_thread(self._mailbox.answer, chat.id, [update.update], messages)
                    self._is_answered(chat_id, [update])
                    await self._delivery.send_waiting(chat, urgent_only=True)
        except STORE_ERRORS:
            await self._heed_without_store([update])
            raise
        finally:
            if event := self._heeding.pop(update.update, None):
                event.set()
            self._ring(chat_id)

    async def _watch(self, update: Incoming) -> None:
        """Answer danger without the store where an update was not read for it soon: the store may be slow for long."""
        await self._wait(SOON)
        if update.update in self._unread:
            self._unread.discard(update.update)
            await self._heed_without_store([update])

    def _is_answered(self, chat_id: ChatId, updates: Sequence[Incoming]) -> None:
        """Note that nobody need look at these any more."""
        numbers = {each.update for each in updates}
        self._fresh[chat_id] = [each for each in self._fresh.get(chat_id, ()) if each.update not in numbers]
        self._unread -= numbers
        for number in numbers:
            self._unwritten.pop(number, None)

    async def _heed_without_store(self, updates: Sequence[Incoming]) -> None:
        """The store is down, or takes long: danger is answered all the same."""
        for update in updates:
            if update.update not in self._unwritten and (reply := await self._answering.without_store(update)):
                sending = asyncio.create_task(self._answer_unwritten(update.chat, reply))
                self._unwritten[update.update] = sending

    async def _went_unwritten(self, update: Incoming) -> bool:
        """Say whether danger was answered without the store, for certain: twice is better than not at all."""
        sending = self._unwritten.get(update.update)
        return sending is not None and await asyncio.shield(sending)

    async def _ask_to_wait(self, updates: Sequence[Incoming]) -> None:
        """The store is down: tell whoever wrote, once, that what they wrote waits with Telegram."""
        for update in updates:
            if update.update not in self._unwritten and update.chat not in self._told_to_wait:
                self._told_to_wait.add(update.chat)
                self._do_aside(self._send_unwritten(update.chat, self._texts.store_down))

    async def _answer_unwritten(self, chat: int, reply: Reply) -> bool:
        try:
            await self._send_unwritten(chat, reply)
        except WireError as error:
            log.warning("an answer to danger may not have arrived (%s)", type(error).__name__)
            return False
        return True

    async def _send_unwritten(self, chat: int, reply: Reply) -> None:
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

    async def _decline(self, update: Incoming) -> None:
        """Answer what does not come from a private chat."""
        if update.kind is Kind.INLINE:
            await self._wire.point_to_private(update.query, self._texts.inline_title)
        elif update.kind in _ELSEWHERE and update.chat not in self._leaving:
            self._leaving.add(update.chat)
            reply = self._texts.group if update.kind is Kind.GROUP else self._texts.channel
            try:
                for message in outgoing([reply.messages]):
                    await self._wire.send(update.chat, message.text, (), quiet=True)
            finally:
                await self._wire.leave(update.chat)
                self._leaving.discard(update.chat)

    # --- each chat ------------------------------------------------------------------------------------------------

    def _ring(self, chat_id: ChatId) -> None:
        """Have a chat looked after. It may be so already: then it looks once more before it ends."""
        self._rung.add(chat_id)
        if chat_id not in self._workers:
            self._workers[chat_id] = asyncio.create_task(self._work(chat_id))

    async def _work(self, chat_id: ChatId) -> None:
        tries = 0
        try:
            await self._resumed.wait()
            while chat_id in self._rung:
                self._rung.discard(chat_id)
                try:
                    await self._look_after(chat_id)
                    tries = 0
                except STORE_ERRORS as error:
                    log.warning("chat %s waits for the store (%s)", chat_id, type(error).__name__)
                    await self._heed_without_store(self._fresh.get(chat_id, ()))
                    await self._later(chat_id, tries)
                    tries += 1
                except Exception as error:  # noqa: BLE001  (a mistake of ours must not leave a chat unanswered for ever)
                    log.error("chat %s could not be looked after (%s)", chat_id, type(error).__name__)  # noqa: TRY400
                    await self._later(chat_id, tries)
                    tries += 1
        finally:
            self._workers.pop(chat_id, None)
            self._fresh.pop(chat_id, None)

    async def _later(self, chat_id: ChatId, tries: int) -> None:
        await self._wait(min(LONGEST_WAIT, 2.0 ** min(tries, 10) / 4))
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
            answer = await self._answer(chat, person, update)
            if answer.urgent and await self._went_unwritten(update):
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
            self._is_answered(chat_id, parts)
            await self._delivery.send_waiting(chat, hurry=answer.hurry, begun=begun)
            if update.kind is Kind.PRESSED:
                self._do_aside(self._mark(chat, update, stale=answer.stale))

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
            if events := [event for part in parts if (event := self._heeding.get(part.update))]:
                await events[0].wait()
            elif waited or not is_cut(parts[-1]):
                return parts
            else:
                await self._wait(NEXT_PART)
                waited = True
            waiting = await asyncio.to_thread(self._mailbox.waiting, chat_id, MOST_PARTS)
        return []

    async def _answer(self, chat: Chat, person: PersonId, update: Incoming) -> Answer:
        """Answer an update, however long it takes; somebody who waits long is told once that nothing is lost."""
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
                    return Answer(tuple(outgoing([self._answering.could_not.messages])))
                takes_long = asyncio.get_running_loop().time() - began > PATIENCE
                if takes_long and chat.id not in self._told_it_takes_longer:
                    self._told_it_takes_longer.add(chat.id)
                    await self._say(chat, self._answering.it_takes_longer)
                await self._wait(min(LONGEST_WAIT, 2.0 ** min(tries, 10) / 2))
                tries += 1
        finally:
            typing.cancel()

    async def _tried(self, chat: Chat, person: PersonId, update: Incoming, tries: int) -> Answer:
        try:
            answer = await self._answering.answer(chat, person, update)
            if not answer.urgent:
                self._unread.discard(update.update)
            return answer
        except STORE_ERRORS:
            raise
        except Exception as error:  # noqa: BLE001  (a mistake of ours must not leave a chat unanswered for ever)
            log.error("update %d could not be dealt with (%s)", update.update, type(error).__name__)  # noqa: TRY400
            given_up = tries + 1 >= MOST_MISTAKES
            return Answer(tuple(outgoing([self._answering.could_not.messages]))) if given_up else Answer(kept=True)

    async def _say(self, chat: Chat, reply: Reply) -> None:
        await asyncio.to_thread(self._mailbox.answer, chat.id, (), outgoing([reply.messages]))
        await self._delivery.send_waiting(chat)

    async def _show_typing(self, chat: Chat) -> None:
        with suppress(asyncio.CancelledError):
            await self._wait(TYPING_AFTER)
            while True:
                await self._delivery.show_typing(chat)
                await self._wait(TYPING_SHOWS)

    async def _mark(self, chat: Chat, update: Incoming, *, stale: bool) -> None:
        """Put what was pressed in the place of the buttons, to be read later; nothing where it was stale."""
        if update.title and update.choice != Fixed.PRESSED:
            mark = [] if stale else [(f"✓ {update.title}", str(Fixed.PRESSED))]
            await self._wire.set_buttons(chat.number, update.message, mark)

    # --- on the side ----------------------------------------------------------------------------------------------

    def _do_aside(self, doing: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_quietly(doing))
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)

    async def reach(self, person: PersonId, reminder: str, take: Take) -> bool:
        """Remind a person of what `take` gives; say whether there is a chat where that can be done."""
        chat = await asyncio.to_thread(self._mailbox.remind, person, reminder, take)
        if chat is None:
            return False
        self._ring(chat)
        return True

    async def close(self) -> None:
        """Stop. What is not done yet is done at the next start."""
        tasks = [*self._workers.values(), *self._aside, *self._unwritten.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._delivery.close()


def _read(raw: Mapping[str, Any]) -> Incoming:
    """Read an update. One that cannot be read must not hold up those that come with it, and after it."""
    try:
        return read(raw)
    except Exception as error:  # noqa: BLE001  (as above)
        log.error("an update could not be read (%s)", type(error).__name__)  # noqa: TRY400
        return read_at_least(raw)


async def _quietly(doing: Coroutine[Any, Any, None]) -> None:
    """Do what nothing else depends on; a failure is logged."""
    try:
        await doing
    except WireError as error:
        log.info("Telegram did not do something on the side (%s)", type(error).__name__)
    except Exception as error:  # noqa: BLE001  (as above)
        log.warning("something on the side failed (%s)", type(error).__name__)
