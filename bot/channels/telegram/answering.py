"""What one update is answered with. The conversation itself is `bot.channels.inbound`, the same as on the web."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.channels.inbound import Inbound
from bot.channels.joining import Outcome
from bot.channels.lines import LEAVE_IT, STAY_HERE, Lines
from bot.channels.telegram.edits import Edits
from bot.channels.telegram.incoming import Incoming, Kind
from bot.channels.telegram.languages import is_other_language
from bot.channels.telegram.mailbox import Mailbox
from bot.channels.telegram.outgoing import outgoing
from bot.channels.telegram.replying import JOIN, Replying, asks_to_leave
from bot.channels.telegram.texts import Fixed, Texts
from bot.model.ids import ChatId, PersonId
from bot.model.messages import Message, Reply
from bot.records.telegram import Chat
from bot.records.telegram_messages import Outgoing
from bot.safety import door
from bot.understanding.commands import command

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
        self._not_yet = (lines.kept, lines.not_kept)
        self._replying = Replying(inbound, mailbox, edits, not_yet=self._not_yet, texts=texts)
        self._joined = lines.joining[Outcome.JOINED]
        self._stale = lines.stale
        self.it_takes_longer = lines.kept
        """What is said to somebody who waits for an answer that is still being tried for."""
        self.could_not = lines.not_kept
        """What is said to somebody whose words nothing could be done with."""
        self._texts = texts
        self._now = now
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
        if asks_to_leave(update) and await asyncio.to_thread(self._mailbox.is_joined, chat):
            return Answer(tuple(outgoing([self._texts.left_conversation])), told=True, leaving=True, hurry=True)
        return await self._answer(chat, person, update)

    async def _answer(self, chat: Chat, person: PersonId, update: Incoming) -> Answer:
        reply = await self._replying.reply(chat, update)
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
        if update.kind in _OWN and self._texts.other_language not in parts and is_other_language(update.words):
            parts.insert(0, self._english_only(chat))
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

    def _english_only(self, chat: Chat) -> tuple[Message, ...]:
        """Return what is said to words that are clearly not English: all of it once, then a short line each time."""
        again = chat.id in self._language_told
        self._language_told.add(chat.id)
        return self._texts.other_language_again if again else self._texts.other_language

    def _is_late(self, chat: Chat, update: Incoming) -> bool:
        """Say whether the answer comes late and that was not said since the message was sent."""
        late = bool(update.sent) and self._now() - update.sent > LATE
        return late and self._away_told.get(chat.id, 0) < update.sent


_STANDING = frozenset({Kind.BLOCKED, Kind.UNBLOCKED})
"""Kinds without an answer. After the second, Telegram sends what the person then says, /start first of all."""
_OWN = frozenset({Kind.WORDS, Kind.PICTURE, Kind.VOICE, Kind.FILE})
"""Kinds whose words the person wrote, and that go on to the conversation."""
HEARD = frozenset(
    {Kind.WORDS, Kind.EDITED, Kind.FORWARDED, Kind.PICTURE, Kind.VOICE, Kind.FILE, Kind.COMMAND, Kind.UNKNOWN}
)
"""Kinds whose words may tell of danger, whoever wrote them first."""


def _about_danger(choice: str) -> Reply | None:
    """Return the reply to a button under an answer to danger; None for others, and where the conversation goes on."""
    pressed = door.press(choice)
    return pressed.reply if pressed is not None and not pressed.carries_on else None


def _is_about_joining(update: Incoming) -> bool:
    """Say whether an update can make the chat speak as somebody else without anything being deleted."""
    starts = update.command == "start" and update.choice.startswith(JOIN)
    return starts or (update.kind is Kind.PRESSED and update.choice in {LEAVE_IT, STAY_HERE})


def _asks_to_join(reply: Reply) -> bool:
    return any(choice.choice == LEAVE_IT for choice in reply.messages[-1].choices)


def _begins(reply: Reply, line: tuple[Message, ...]) -> bool:
    return reply.messages[: len(line)] == line


def _is_foreign(language: str) -> bool:
    return bool(language) and not language.lower().startswith("en")
