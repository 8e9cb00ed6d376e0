"""What one update is answered with. The conversation itself is `bot.channels.inbound`, the same as on the web."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.channels.inbound import Inbound, takes_back
from bot.channels.joining import Outcome
from bot.channels.lines import LEAVE_IT, STAY_HERE, TRY_AGAIN, Lines
from bot.channels.telegram.edits import Edits
from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.languages import is_other_language
from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.odd import reply_to
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.texts import COMMANDS, INTENTS, Fixed, Texts
from bot.model.ids import PersonId
from bot.model.messages import Message, Reply
from bot.records.telegram import Chat, ChatId, Outgoing
from bot.safety import door
from bot.understanding import card
from bot.understanding.commands import command, plain

JOIN = "join-"
"""How what follows /start begins that makes this chat speak as the person of another device."""
LEAVE = "leave this conversation"
"""The words by which a chat comes away from a conversation that is open elsewhere too."""
LATE = 15 * 60
"""Seconds after which an answer begins with a word about how late it is."""
AT_ONCE = frozenset({"stop", "delete_my_data", "withdraw_consent"})
"""What is answered without pauses for reading."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an update is answered with; no messages at all where nothing is to be said.

    `told`: what Telegram is was said. `leaving`: the chat is let go once this is out: everything about the person was
    deleted, or they go on elsewhere only. `hurry`: without pauses.
    `kept`: no answer yet, the words are safe; it is to be tried again. `hold`: what was sent may be needed once more.
    `stale`: the button that was pressed did nothing. `lost`: as `kept`, but the words are nowhere but in the update.
    """

    messages: tuple[Outgoing, ...] = ()
    told: bool | None = None
    leaving: bool | None = None
    hurry: bool = False
    kept: bool = False
    hold: bool = False
    stale: bool = False
    lost: bool = False

    @property
    def urgent(self) -> bool:
        """Whether it answers danger."""
        return any(message.urgent for message in self.messages)


class Answering:
    """Answers updates of private chats."""

    def __init__(
        self, inbound: Inbound, mailbox: Mailbox, edits: Edits, *, lines: Lines, texts: Texts, now: Callable[[], float]
    ) -> None:
        self._inbound = inbound
        self._mailbox = mailbox
        self._edits = edits
        self._not_yet = (lines.kept, lines.not_kept)
        self._joined = lines.joining[Outcome.JOINED]
        self._stale = lines.stale
        self.it_takes_longer = lines.kept
        """What is said to somebody who waits for an answer that is still being tried for."""
        self.could_not = lines.not_kept
        """What is said to somebody whose words nothing could be done with."""
        self._texts = texts
        self._now = now
        self._albums: dict[ChatId, tuple[str, int]] = {}
        """The album that came last in a chat, and the update that brought the first picture of it."""
        self._pressed_last: dict[ChatId, tuple[str, int]] = {}
        """What was pressed last in a chat, with its update, as long as nothing else came after it."""
        self._danger: dict[ChatId, Incoming] = {}
        """What told of danger last in a chat, as long as nothing that came after it was answered."""
        self._away_told: dict[ChatId, float] = {}
        """When a chat was last told that answers come late."""
        self._language_told: set[ChatId] = set()
        """Chats that were told that only English is understood."""

    async def answer(self, chat: Chat, person: PersonId, update: Incoming) -> Answer:
        """Return what is to be said. Nothing is sent or marked here."""
        if update.kind is Kind.BLOCKED or chat.blocked:
            await asyncio.to_thread(self._mailbox.block, chat.id, blocked=update.kind is Kind.BLOCKED)
        if update.kind in _STANDING:
            return Answer()
        if _asks_to_leave(update) and await asyncio.to_thread(self._mailbox.is_joined, chat):
            return Answer(tuple(outgoing([self._texts.left_conversation])), told=True, leaving=True, hurry=True)
        return await self._answer(chat, person, update)

    async def _answer(self, chat: Chat, person: PersonId, update: Incoming) -> Answer:
        reply = await self._reply(chat, update)
        if reply is None:
            return Answer()
        if reply in self._not_yet:
            return Answer(kept=True, lost=reply == self.could_not)
        if reply.urgent:
            return Answer(tuple(outgoing([reply.messages], urgent=True)))
        await self._ask_again(chat, update)
        joins = _is_about_joining(update) or _begins(reply, self._joined)
        leaving = not joins and await asyncio.to_thread(self._mailbox.speaks, chat) != person
        parts = [*self._first(chat, update, reply)]
        if self._is_in_other_language(chat, update):
            self._language_told.add(chat.id)
            parts.insert(0, self._texts.other_language)
        if self._is_late(chat, update):
            self._away_told[chat.id] = self._now()
            parts.insert(0, self._texts.away)
        if leaving:
            parts.append(self._texts.deleted)
        hurry = leaving or (command(update.words) or "") in AT_ONCE or update.command in {"delete", "pause"}
        return Answer(
            tuple(outgoing(parts, site=self._texts.site)),
            told=True if leaving or not chat.told else None,
            leaving=leaving or None,
            hurry=hurry,
            hold=any(choice.choice.startswith(Fixed.REPLACE) for each in reply.messages for choice in each.choices),
            stale=_begins(reply, self._stale),
        )

    async def heed(self, chat: Chat, update: Incoming) -> Answer | None:
        """Answer words that tell of danger, whatever waits before them; None where they do not.

        A press on a button under such an answer counts as such words.
        """
        words = update.words if update.kind in HEARD else ""
        reply = await self._inbound.heed(chat.token, words) if words else None
        if update.kind is Kind.PRESSED and _about_danger(update.choice):
            reply = await self._inbound.receive(chat.token, choice=update.choice)
        if reply is None:
            return None
        self._danger[chat.id] = update
        return Answer(tuple(outgoing([reply.messages], urgent=True)))

    async def _ask_again(self, chat: Chat, update: Incoming) -> None:
        """Keep open what danger was answered with ("Are you safe?"), where the update came before it and waited."""
        danger = self._danger.pop(chat.id, None)
        if danger is not None and update.update < danger.update:
            await self.heed(chat, danger)

    async def without_store(self, update: Incoming) -> Reply | None:
        """Answer words that tell of danger while nothing can be written down; None where they do not."""
        if update.kind is Kind.PRESSED:
            return _about_danger(update.choice)
        return await self._inbound.heed("", update.words) if update.words and update.kind in HEARD else None

    async def _reply(self, chat: Chat, update: Incoming) -> Reply | None:
        own_id = f"telegram-{update.update}"
        if self._is_pressed_again(chat, update):
            return None
        if _asks_to_leave(update):
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
        said = self._of_an_album(chat, update, odd.reply, odd.words) if update.album else odd.reply
        if said is None:
            return None
        if not odd.words:
            return said if chat.told else await self._with_greeting(chat, said)
        reply = await self._inbound.receive(chat.token, text=odd.words, message_id=own_id)
        if reply.urgent or reply in self._not_yet:
            return reply
        return replace(reply, messages=said.messages + reply.messages)

    def _of_an_album(self, chat: Chat, update: Incoming, said: Reply | None, words: str) -> Reply | None:
        """Return what is said to one of several pictures: all to the first, to others no more than to their words."""
        album, first = self._albums.get(chat.id, ("", 0))
        if album != update.album or first == update.update:
            self._albums[chat.id] = (update.album, update.update)
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

    def _first(self, chat: Chat, update: Incoming, reply: Reply) -> Sequence[Sequence[Message]]:
        """Return the parts of a reply; in a new chat, with what Telegram is, before the first question."""
        if chat.told:
            return [reply.messages]
        foreign: tuple[Message, ...] = ()
        if _is_foreign(update.language):
            self._language_told.add(chat.id)
            foreign = self._texts.other_language
        # What joining means belongs to its question, and is read as one.
        place = 0 if _asks_to_join(reply) else -1
        before, question = reply.messages[:place], reply.messages[place:]
        return [part for part in (before, self._texts.honest, foreign, question) if part]

    def _is_in_other_language(self, chat: Chat, update: Incoming) -> bool:
        """Say whether own words are clearly not English, and that was not said here since the start."""
        return chat.id not in self._language_told and update.kind in _OWN and is_other_language(update.words)

    def _is_late(self, chat: Chat, update: Incoming) -> bool:
        """Say whether the answer comes late and that was not said since the message was sent."""
        late = bool(update.sent) and self._now() - update.sent > LATE
        return late and self._away_told.get(chat.id, 0) < update.sent

    def _is_pressed_again(self, chat: Chat, update: Incoming) -> bool:
        """Say whether this is the second touch of a double one: it has its answer."""
        last = self._pressed_last.pop(chat.id, ("", 0))
        if update.kind is not Kind.PRESSED or _may_be_repeated(update.choice):
            return False
        again = last[0] == update.choice and last[1] != update.update
        self._pressed_last[chat.id] = last if again else (update.choice, update.update)
        return again


_STANDING = frozenset({Kind.BLOCKED, Kind.UNBLOCKED})
"""Kinds without an answer. After the second, Telegram sends what the person then says, /start first of all."""
_OWN = frozenset({Kind.WORDS, Kind.PICTURE, Kind.VOICE, Kind.FILE})
"""Kinds whose words the person wrote, and that go on to the conversation."""
_SAYS = frozenset({Kind.WORDS, Kind.PRESSED, Kind.COMMAND})
"""Kinds that may take back a yes that was sent before them."""
HEARD = frozenset(
    {Kind.WORDS, Kind.EDITED, Kind.FORWARDED, Kind.PICTURE, Kind.VOICE, Kind.FILE, Kind.COMMAND, Kind.UNKNOWN}
)
"""Kinds whose words may tell of danger, whoever wrote them first."""


def _about_danger(choice: str) -> Reply | None:
    """Return the reply to a button under an answer to danger; None for others, and where the conversation goes on."""
    pressed = door.press(choice)
    return pressed.reply if pressed is not None and not pressed.carries_on else None


def _asks_to_leave(update: Incoming) -> bool:
    return update.kind is Kind.WORDS and len(update.words) < 2 * len(LEAVE) and plain(update.words) == LEAVE


def _is_about_joining(update: Incoming) -> bool:
    """Say whether an update can make the chat speak as somebody else without anything being deleted."""
    starts = update.command == "start" and update.choice.startswith(JOIN)
    return starts or (update.kind is Kind.PRESSED and update.choice in {LEAVE_IT, STAY_HERE})


def _asks_to_join(reply: Reply) -> bool:
    return any(choice.choice == LEAVE_IT for choice in reply.messages[-1].choices)


def _may_be_repeated(choice: str) -> bool:
    """Say whether a button always does the same: all but those of the conversation, which count once."""
    return door.press(choice) is not None or choice == TRY_AGAIN or choice in set(Fixed)


def _begins(reply: Reply, line: tuple[Message, ...]) -> bool:
    return reply.messages[: len(line)] == line


def _is_foreign(language: str) -> bool:
    return bool(language) and not language.lower().startswith("en")
