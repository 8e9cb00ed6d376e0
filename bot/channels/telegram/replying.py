"""What the conversation says to one update, by its kind: words, a press, a command, or anything else."""

import asyncio
from dataclasses import replace

from bot.channels.inbound import Inbound
from bot.channels.lines import TRY_AGAIN
from bot.channels.taking_back import takes_back
from bot.channels.telegram.edits import Edits
from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.odd import reply_to
from bot.channels.telegram.texts import COMMANDS, INTENTS, Fixed, Texts
from bot.model.ids import ChatId
from bot.model.messages import Message, Reply
from bot.records.telegram import Chat
from bot.safety import door
from bot.understanding import card
from bot.understanding.commands import command, plain

JOIN = "join-"
"""How what follows /start begins that makes this chat speak as the person of another device."""
LEAVE = "leave this conversation"
"""The words by which a chat comes away from a conversation that is open elsewhere too."""
_SAYS = frozenset({Kind.WORDS, Kind.PRESSED, Kind.COMMAND})
"""Kinds that may take back a yes that was sent before them."""


class Replying:
    """Asks the conversation. `not_yet` are its replies that come in place of one that is still being tried for."""

    def __init__(
        self, inbound: Inbound, mailbox: Mailbox, edits: Edits, *, not_yet: tuple[Reply, ...], texts: Texts
    ) -> None:
        self._inbound = inbound
        self._mailbox = mailbox
        self._edits = edits
        self._not_yet = not_yet
        self._texts = texts
        self._albums: dict[ChatId, tuple[str, int]] = {}
        """The album that came last in a chat, and the update that brought the first picture of it."""
        self._pressed_last: dict[ChatId, tuple[str, int]] = {}
        """What was pressed last in a chat, with its update, as long as nothing else came after it."""

    async def reply(self, chat: Chat, update: Incoming) -> Reply | None:
        """Return what is said; None where nothing is to be said."""
        own_id = f"telegram-{update.update}"
        if self._is_pressed_again(chat, update):
            return None
        if asks_to_leave(update):
            return await self._then_resume(chat, self._texts.only_here, own_id)
        match update.kind:
            case Kind.WORDS:
                says_yes = command(update.words) == "affirm"
                early = says_yes and await asyncio.to_thread(self._mailbox.is_early, chat.id, update)
                followed = says_yes and await self._is_followed(chat, update)
                return await self._inbound.receive(
                    chat.token, text=update.words, message_id=own_id, early=early, followed=followed
                )
            case Kind.PRESSED:
                return await self._pressed(chat, update, own_id)
            case Kind.COMMAND:
                return await self._commanded(chat, update, own_id)
        return await self._odd(chat, update, own_id)

    async def _odd(self, chat: Chat, update: Incoming, own_id: str) -> Reply | None:
        odd = reply_to(update, self._texts)
        if odd.heard and (danger := await self._inbound.heed(chat.token, odd.heard)):
            return danger
        if update.kind is Kind.EDITED and await asyncio.to_thread(self._edits.is_in_draft, chat, update):
            return self._texts.edited_line(update.update)
        if odd.reply == self._texts.edited and not await asyncio.to_thread(self._edits.may_change, chat):
            odd = replace(odd, reply=self._texts.edited_nothing)
        said = self._of_an_album(chat.id, update, odd.reply, odd.words) if update.album else odd.reply
        if said is None:
            return None
        if not odd.words:
            return said if chat.told else await self._with_greeting(chat, said)
        reply = await self._inbound.receive(chat.token, text=odd.words, message_id=own_id)
        if reply.urgent or reply in self._not_yet:
            return reply
        return replace(reply, messages=said.messages + reply.messages)

    def _of_an_album(self, chat: ChatId, update: Incoming, said: Reply | None, words: str) -> Reply | None:
        """Return what is said to one of several pictures: all to the first, to others no more than to their words."""
        album, first = self._albums.get(chat, ("", 0))
        if album != update.album or first == update.update:
            self._albums[chat] = (update.album, update.update)
            return said
        return Reply(self._texts.caption) if words else None

    async def _with_greeting(self, chat: Chat, reply: Reply) -> Reply:
        greeting = await self._inbound.arrive(chat.token)
        return greeting if greeting in self._not_yet else replace(reply, messages=reply.messages + greeting.messages)

    async def _pressed(self, chat: Chat, update: Incoming, own_id: str) -> Reply | None:
        match update.choice:
            case Fixed.PRESSED:
                return None
            case Fixed.SHOW_AGAIN:
                if await asyncio.to_thread(self._mailbox.show_again, chat.id):
                    return None
            case Fixed.LEAVE_IT:
                return self._texts.left
        if update.choice.startswith(Fixed.REPLACE):
            return await self._replace(chat, update, own_id)
        if intent := INTENTS.get(update.choice):
            return await self._inbound.receive(chat.token, intent=intent, message_id=own_id)
        followed = await self._is_followed(chat, update)
        return await self._inbound.receive(chat.token, choice=update.choice, message_id=own_id, followed=followed)

    async def _is_followed(self, chat: Chat, update: Incoming) -> bool:
        """Say whether something that may take a yes back was sent after it, and waits behind it."""
        waiting = await asyncio.to_thread(self._mailbox.waiting, chat.id)
        later = [each for each in waiting if each.update > update.update and each.kind in _SAYS]
        return takes_back([each.words for each in later if not (each.choice and each.choice == update.choice)])

    async def _replace(self, chat: Chat, update: Incoming, own_id: str) -> Reply:
        """Put changed words in the place of the old ones, and ask the open question again."""
        number = update.choice.removeprefix(Fixed.REPLACE)
        done = number.isdecimal() and await asyncio.to_thread(self._edits.put_in_place, chat, int(number))
        return await self._then_resume(chat, self._texts.replaced if done else self._texts.not_replaced, own_id)

    async def _then_resume(self, chat: Chat, said: tuple[Message, ...], own_id: str) -> Reply:
        """Say something, and ask the open question again."""
        reminder = await self._inbound.receive(chat.token, intent="resume", message_id=own_id)
        return reminder if reminder in self._not_yet else replace(reminder, messages=said + reminder.messages)

    async def _commanded(self, chat: Chat, update: Incoming, own_id: str) -> Reply:
        if update.command == "start":
            return await self._started(chat, update.choice, own_id)
        known = COMMANDS.get(update.command)
        if known is None and not update.choice:
            if danger := await self._inbound.heed(chat.token, update.words.lstrip("/").replace("_", " ")):
                return danger
            return await self._then_resume(chat, self._texts.unknown_command, own_id)
        behind = update.words.lstrip("/") if known else update.words
        words = known.words if known and not update.choice else behind
        return await self._inbound.receive(chat.token, text=words, message_id=own_id)

    async def _started(self, chat: Chat, payload: str, own_id: str) -> Reply:
        if payload.startswith(JOIN):
            return await self._inbound.join(chat.token, payload.removeprefix(JOIN))
        if danger := await self._inbound.heed(chat.token, payload):
            return danger
        greeting = await self._inbound.arrive(chat.token)
        words = f"code {payload}" if card.is_code(payload) else payload if " " in payload else ""
        if not words or greeting in self._not_yet:
            return greeting
        given = await self._inbound.receive(chat.token, text=words, message_id=own_id)
        return given if given in self._not_yet else replace(given, messages=greeting.messages[:-1] + given.messages)

    def _is_pressed_again(self, chat: Chat, update: Incoming) -> bool:
        """Say whether this is the second touch of a double one: it has its answer."""
        last = self._pressed_last.pop(chat.id, ("", 0))
        if update.kind is not Kind.PRESSED or _may_be_repeated(update.choice):
            return False
        again = last[0] == update.choice and last[1] != update.update
        self._pressed_last[chat.id] = last if again else (update.choice, update.update)
        return again


def asks_to_leave(update: Incoming) -> bool:
    """Say whether somebody wants this chat to come away from a conversation that is open elsewhere too."""
    return update.kind is Kind.WORDS and len(update.words) < 2 * len(LEAVE) and plain(update.words) == LEAVE


def _may_be_repeated(choice: str) -> bool:
    """Say whether a button always does the same: all but those of the conversation, which count once."""
    return door.press(choice) is not None or choice == TRY_AGAIN or choice in set(Fixed)
