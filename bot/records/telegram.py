"""Chats on Telegram: what came in is written down before it is acknowledged, what goes out before it is sent.

Each chat has a key of its own, wrapped by the key file: once its row is gone, nothing of it can be read.
"""

import base64
import hmac
import json
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any, NewType

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId, SessionToken
from bot.records.sessions import hash_of
from bot.store.crypto import SealError, new_key, seal, unseal
from bot.store.tables.people import SessionRow
from bot.store.tables.telegram import BotRow, ChatRow, OutgoingRow, UpdateRow

log = logging.getLogger(__name__)

ChatId = NewType("ChatId", str)
HELD = timedelta(days=2)
"""How long numbers of updates, and messages that may not have arrived, are held. Telegram itself repeats for a day."""


class State(StrEnum):
    """How far a message has come. `unsure`: the line broke while it was sent, so it may be there or not."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    REFUSED = "refused"


MANY = 1000
"""Updates of one chat that are looked at together."""
_DONE = {State.SENT, State.REFUSED}
ON_ITS_WAY = {State.WAITING, State.SENDING}


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat: its `number` is what Telegram calls it, its `token` speaks as its person.

    `told`: what Telegram is was said here. `leaving`: all was deleted, the chat is let go once
    that was `told` and the last reply is out.
    """

    id: ChatId
    number: int
    token: SessionToken
    told: bool
    leaving: bool
    blocked: bool


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to a chat: plain text, and rows of buttons as (title, what comes back when it is pressed).

    `number` is its place among all messages, 0 until it is written down. `quiet`: it makes no sound. `file`: the path
    of an address of ours; what it gives goes with the message, made when it is sent. `reminder`: the id of the reminder
    that it is, which may be stopped until then.
    """

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    urgent: bool = False
    quiet: bool = False
    number: int = 0
    file: str = ""
    reminder: str = ""


class TelegramChats:
    """The chats of the store."""

    def __init__(self, session: Session, clock: Clock, master_key: bytes) -> None:
        self._session = session
        self._clock = clock
        self._master_key = master_key

    @property
    def bot_name(self) -> str:
        """The bot's name without the @, as Telegram said it last; "" where this copy has talked to no bot."""
        row = self._session.get(BotRow, 1)
        return row.name if row else ""

    def name_bot(self, name: str) -> None:
        """Note the bot's name, "" for no bot any more."""
        self._session.merge(BotRow(number=1, name=name))

    # --- chats ----------------------------------------------------------------------------------------------------

    def id_of(self, number: int) -> ChatId:
        """Return the id of the chat that Telegram gives this number."""
        return ChatId(hash_of(self.token_of(number)))

    def token_of(self, number: int) -> SessionToken:
        """Return the token with which this chat speaks. It is stored nowhere: the number and the key file give it."""
        derived = hmac.digest(self._naming_key, str(number).encode(), "sha256")
        return SessionToken(base64.urlsafe_b64encode(derived).decode().rstrip("="))

    def get(self, chat: ChatId) -> Chat | None:
        """Return a chat, or None when it is not (or no longer) known."""
        row = self._session.get(ChatRow, chat)
        if row is None:
            return None
        number = int(self._unseal(row, row.sealed_number, "number"))
        return Chat(chat, number, self.token_of(number), row.told, row.leaving, row.blocked_at is not None)

    def of_person(self, person: PersonId, rather: str | None = None) -> Chat | None:
        """Return the chat in which a person can be written to first, or None: this one, where it can be."""
        here = select(ChatRow.id).join(SessionRow, SessionRow.token_hash == ChatRow.id)
        open_ones = here.where(SessionRow.person_id == person, ChatRow.blocked_at.is_(None), ChatRow.leaving.is_(False))
        rather_first = (ChatRow.id == (rather or "")).desc()
        found = self._session.scalar(open_ones.order_by(rather_first, ChatRow.created_at.desc()).limit(1))
        return self.get(ChatId(found)) if found else None

    def mark(self, chat: ChatId, *, told: bool | None = None, leaving: bool | None = None) -> None:
        """Note what is so from now on."""
        row = self._session.get(ChatRow, chat)
        if row is not None:
            row.told = row.told if told is None else told
            row.leaving = row.leaving if leaving is None else leaving

    def leave(self, person: PersonId) -> None:
        """Have the chats of somebody who is forgotten let go, each once it was told so and that reply is out."""
        theirs = select(SessionRow.token_hash).where(SessionRow.person_id == person)
        self._session.execute(update(ChatRow).where(ChatRow.id.in_(theirs)).values(leaving=True, told=False))

    def block(self, chat: ChatId, *, blocked: bool) -> None:
        """Note that the person blocked the bot, or let it in again. What was on its way is let go when blocked."""
        row = self._session.get(ChatRow, chat)
        if row is not None:
            row.blocked_at = self._clock.now() if blocked else None
            if blocked:
                self._session.execute(delete(OutgoingRow).where(OutgoingRow.chat_id == chat))

    def drop(self, chat: ChatId) -> None:
        """Let go of a chat and all that is on its way there. Numbers of its updates stay for a while.

        What came in meanwhile, and has no answer yet, begins a chat anew: with another key, and nothing told.
        """
        row = self._session.get(ChatRow, chat)
        if row is None:
            return
        number = int(self._unseal(row, row.sealed_number, "number"))
        later = {int(content["update"]): content for content in self.waiting(chat, MANY)}
        self._session.execute(update(UpdateRow).where(UpdateRow.chat_id == chat).values(sealed_update=None))
        self._session.execute(delete(ChatRow).where(ChatRow.id == chat))
        self._session.expire_all()
        for own, content in later.items():
            anew, waiting = self._opened(number), self._session.get(UpdateRow, own)
            assert waiting is not None
            waiting.chat_id, waiting.sealed_update = anew.id, self._seal(anew, json.dumps(content), f"update/{own}")
        self._session.flush()

    # --- in -------------------------------------------------------------------------------------------------------

    def take_in(
        self, number: int, chat_number: int, content: dict[str, Any], written: tuple[int, str] | None = None
    ) -> ChatId | None:
        """Write an update down; return its chat, or None when it was there before.

        `written`: the number of a message that its writer can change later, and its words.
        """
        if self._session.get(UpdateRow, number) is not None:
            return None
        row = self._opened(chat_number)
        update = UpdateRow(
            number=number,
            chat_id=row.id,
            sealed_update=self._seal(row, json.dumps(content), f"update/{number}"),
            received_at=self._clock.now(),
        )
        if written:
            update.message_id, update.words_mark = written[0], self._mark(row, written[1])
        self._session.add(update)
        self._session.flush()
        return ChatId(row.id)

    def waiting(self, chat: ChatId, most: int) -> list[dict[str, Any]]:
        """Return what was sent in updates of a chat that have no answer yet, earliest first."""
        row = self._session.get(ChatRow, chat)
        if row is None:
            return []
        unanswered = select(UpdateRow).where(UpdateRow.chat_id == chat, UpdateRow.answered_at.is_(None))
        rows = self._session.scalars(unanswered.order_by(UpdateRow.number).limit(most))
        sealed = [(each.sealed_update, f"update/{each.number}") for each in rows]
        opened = (self._opens(row, words, what) for words, what in sealed if words is not None)
        return [json.loads(words) for words in opened if words is not None]

    def is_answered(self, number: int) -> bool:
        """Say whether an update has its answer."""
        row = self._session.get(UpdateRow, number)
        return row is not None and row.answered_at is not None

    def answered(self, number: int, *, hold: bool = False) -> bool:
        """Note that an update has its answer; what was sent is let go, or held for a question about it.

        Returns False where it had one before: of several who answer at once, one gets True.
        """
        row = self._session.get(UpdateRow, number)
        if row is None or row.answered_at is not None:
            return False
        row.answered_at = self._clock.now()
        row.sealed_update = row.sealed_update if hold else None
        return True

    def came_at(self, number: int) -> datetime | None:
        """Return when an update was written down."""
        row = self._session.get(UpdateRow, number)
        return row.received_at if row else None

    def held(self, chat: ChatId, number: int) -> dict[str, Any] | None:
        """Return what was sent in an update that is held, or None."""
        chat_row, row = self._session.get(ChatRow, chat), self._session.get(UpdateRow, number)
        if chat_row is None or row is None or row.chat_id != chat or row.sealed_update is None:
            return None
        content: dict[str, Any] = json.loads(self._unseal(chat_row, row.sealed_update, f"update/{number}"))
        return content

    def wrote(self, chat: ChatId, message_id: int, words: str) -> bool:
        """Say whether these were the words of a message of the last two days, as it was first written."""
        chat_row = self._session.get(ChatRow, chat)
        if chat_row is None:
            return False
        written = select(UpdateRow.words_mark).where(UpdateRow.chat_id == chat, UpdateRow.message_id == message_id)
        return self._mark(chat_row, words) in set(self._session.scalars(written))

    def busy(self) -> list[ChatId]:
        """Return the chats where something waits: updates without an answer, messages not sent, or a leave-taking."""
        unanswered = exists().where(UpdateRow.chat_id == ChatRow.id, UpdateRow.answered_at.is_(None))
        unsent = exists().where(OutgoingRow.chat_id == ChatRow.id, OutgoingRow.state == State.WAITING)
        rows = self._session.scalars(select(ChatRow.id).where(unanswered | unsent | ChatRow.leaving.is_(True)))
        return [ChatId(row) for row in rows]

    # --- out ------------------------------------------------------------------------------------------------------

    def put(self, chat: ChatId, message: Outgoing, *, lasting: bool = False) -> int:
        """Write a message down, to be sent; return its number. `lasting` buttons stay when others follow."""
        row = self._required(chat)
        out = OutgoingRow(
            chat_id=chat,
            state=State.WAITING,
            urgent=message.urgent,
            has_buttons=bool(message.buttons) and not lasting,
            reminder_id=message.reminder or None,
            created_at=self._clock.now(),
        )
        self._session.add(out)
        self._session.flush()
        content = {"text": message.text, "buttons": message.buttons, "quiet": message.quiet, "file": message.file}
        out.sealed_message = self._seal(row, json.dumps(content), f"message/{out.number}")
        return out.number

    def put_once(self, chat: ChatId, messages: Sequence[Outgoing]) -> None:
        """Write messages down with buttons that stay, but for those that are on their way to the chat already."""
        on_the_way = {each.text for state in (State.WAITING, State.SENDING) for each in self.outgoing(chat, state)}
        for message in messages:
            if message.text not in on_the_way:
                self.put(chat, message, lasting=True)

    def outgoing(self, chat: ChatId, state: State = State.WAITING) -> list[Outgoing]:
        """Return the messages of a chat in this state, in the order in which they are to be sent."""
        row = self._session.get(ChatRow, chat)
        if row is None:
            return []
        found = select(OutgoingRow).where(OutgoingRow.chat_id == chat, OutgoingRow.state == state)
        messages = (self._message(row, out) for out in self._session.scalars(found.order_by(OutgoingRow.number)))
        return [message for message in messages if message is not None]

    def has_outgoing(self, chat: ChatId) -> bool:
        """Say whether messages of a chat wait to be sent."""
        waiting = select(OutgoingRow.number).where(OutgoingRow.chat_id == chat, OutgoingRow.state == State.WAITING)
        return self._session.scalar(waiting.limit(1)) is not None

    def claim(self, chat: ChatId, number: int) -> bool:
        """Note that a waiting message of the chat is being sent; False when it does not wait."""
        row = self._session.get(OutgoingRow, number)
        if row is None or row.chat_id != chat or row.state != State.WAITING:
            return False
        row.state = State.SENDING
        return True

    def reminder_in(self, number: int) -> str | None:
        """Return the id of the reminder that a waiting message is; None for any other message."""
        row = self._session.get(OutgoingRow, number)
        return row.reminder_id if row and row.state == State.WAITING else None

    def let_go(self, number: int) -> None:
        """Let go of a message that waits; it is not sent."""
        waits = OutgoingRow.state == State.WAITING
        self._session.execute(delete(OutgoingRow).where(OutgoingRow.number == number, waits))

    def move(self, number: int, state: State, message_id: int | None = None) -> None:
        """Note how far a message has come; what it says is let go once it is sent, or refused."""
        row = self._session.get(OutgoingRow, number)
        if row is not None:
            row.state = state
            row.message_id = message_id or row.message_id
            row.sealed_message = None if state in _DONE else row.sealed_message

    def recover(self, again: Collection[str]) -> list[ChatId]:
        """After a fault: say of each message that was being sent whether it is sent again; return the unsure chats.

        An answer to danger is sent again, for twice is better than not at all; and so is one of the texts `again`. Of a
        reminder that may not have arrived nothing is said: that would be a message nobody asked for, perhaps at night.
        """
        unsure: dict[ChatId, None] = {}
        for chat in self._session.scalars(select(OutgoingRow.chat_id).where(OutgoingRow.state == State.SENDING)).all():
            for message in self.outgoing(ChatId(chat), State.SENDING):
                may_be_doubled = message.urgent or message.text in again
                self.move(message.number, State.WAITING if may_be_doubled else State.UNSURE)
                if not may_be_doubled and not message.reminder:
                    unsure[ChatId(chat)] = None
        return list(unsure)

    def last_sent(self, chat: ChatId) -> int:
        """Return Telegram's number of the latest message in a chat, as far as it is known; 0 for none."""
        numbers = select(func.max(OutgoingRow.message_id)).where(OutgoingRow.chat_id == chat)
        return self._session.scalar(numbers) or 0

    def take_old_buttons(self, chat: ChatId, before: int) -> list[int]:
        """Return the ids of messages sent before this one whose buttons still show; they count as gone from now on."""
        showing = select(OutgoingRow).where(
            OutgoingRow.chat_id == chat,
            OutgoingRow.has_buttons,
            OutgoingRow.number < before,
            OutgoingRow.state == State.SENT,
        )
        rows = self._session.scalars(showing).all()
        for row in rows:
            row.has_buttons = False
        return [row.message_id for row in rows if row.message_id]

    # --- retention ------------------------------------------------------------------------------------------------

    def tidy(self) -> None:
        """Let go of what is held no longer: numbers, old messages, and chats whose person is gone."""
        before = self._clock.now() - HELD
        self._session.execute(delete(UpdateRow).where(UpdateRow.answered_at < before))
        old = OutgoingRow.created_at < before
        self._session.execute(delete(OutgoingRow).where(old, OutgoingRow.state.in_({*_DONE, State.UNSURE})))
        speaks = exists().where(SessionRow.token_hash == ChatRow.id)
        waits = exists().where(UpdateRow.chat_id == ChatRow.id, UpdateRow.answered_at.is_(None))
        on_its_way = exists().where(OutgoingRow.chat_id == ChatRow.id, OutgoingRow.state.in_(ON_ITS_WAY))
        left = ChatRow.leaving.is_(True) & ~on_its_way  # forgotten on another device: here nobody writes
        gone = select(ChatRow.id).where(left | (~speaks & (ChatRow.created_at < before)), ~waits)
        self._session.execute(delete(ChatRow).where(ChatRow.id.in_(gone)))

    # --- inside ---------------------------------------------------------------------------------------------------

    @cached_property
    def _naming_key(self) -> bytes:
        return HKDF(SHA256(), length=32, salt=None, info=b"tokens of chats on Telegram").derive(self._master_key)

    def _opened(self, number: int) -> ChatRow:
        chat = self.id_of(number)
        row = self._session.get(ChatRow, chat)
        if row is None:
            key = new_key()
            row = ChatRow(
                id=chat,
                wrapped_key=seal(self._master_key, key, f"telegram/{chat}/key"),
                sealed_number=seal(key, str(number).encode(), f"telegram/{chat}/number"),
                told=False,
                leaving=False,
                created_at=self._clock.now(),
            )
            self._session.add(row)
            self._session.flush()
        return row

    def _required(self, chat: ChatId) -> ChatRow:
        row = self._session.get(ChatRow, chat)
        if row is None:
            raise KeyError(f"No chat {chat}.")
        return row

    def _message(self, chat: ChatRow, row: OutgoingRow) -> Outgoing | None:
        assert row.sealed_message is not None
        words = self._opens(chat, row.sealed_message, f"message/{row.number}")
        if words is None:
            return None
        content = json.loads(words)
        buttons = tuple((title, choice) for title, choice in content["buttons"])
        return Outgoing(
            content["text"],
            buttons,
            row.urgent,
            content["quiet"],
            row.number,
            content.get("file", ""),
            row.reminder_id or "",
        )

    def _seal(self, row: ChatRow, words: str, what: str) -> bytes:
        return seal(self._key(row), words.encode(), f"telegram/{row.id}/{what}")

    def _unseal(self, row: ChatRow, sealed: bytes, what: str) -> str:
        return unseal(self._key(row), sealed, f"telegram/{row.id}/{what}").decode()

    def _opens(self, row: ChatRow, sealed: bytes, what: str) -> str | None:
        """Return what is sealed, or None where it is damaged: one row must not hold up the others for ever."""
        try:
            return self._unseal(row, sealed, what)
        except SealError:
            log.error("%s of chat %s cannot be opened; it is passed over", what, row.id)  # noqa: TRY400
            return None

    def _mark(self, row: ChatRow, words: str) -> bytes:
        return hmac.digest(self._key(row), f"telegram/{row.id}/words\0{words}".encode(), "sha256")

    def _key(self, row: ChatRow) -> bytes:
        return unseal(self._master_key, row.wrapped_key, f"telegram/{row.id}/key")
