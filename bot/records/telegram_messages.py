"""What goes out to Telegram: written down before it is sent, and what it says is let go once it has arrived."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import ChatId
from bot.records.telegram_rows import ChatRows
from bot.store.tables.telegram import ChatRow, OutgoingRow


class State(StrEnum):
    """How far a message has come. `unsure`: the line broke while it was sent, so it may be there or not."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    REFUSED = "refused"


ON_ITS_WAY = {State.WAITING, State.SENDING}
_DONE = {State.SENT, State.REFUSED}


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


class Messages:
    """The messages to all chats."""

    def __init__(self, session: Session, clock: Clock, chats: ChatRows) -> None:
        self._session = session
        self._clock = clock
        self._chats = chats

    def put(self, chat: ChatId, message: Outgoing, *, lasting: bool = False) -> int:
        """Write a message down, to be sent; return its number. `lasting` buttons stay when others follow."""
        chat_row = self._chats.get(chat)
        if chat_row is None:
            raise KeyError(f"No chat {chat}.")
        row = OutgoingRow(
            chat_id=chat,
            state=State.WAITING,
            urgent=message.urgent,
            has_buttons=bool(message.buttons) and not lasting,
            reminder_id=message.reminder or None,
            created_at=self._clock.now(),
        )
        self._session.add(row)
        self._session.flush()
        content = {"text": message.text, "buttons": message.buttons, "quiet": message.quiet, "file": message.file}
        row.sealed_message = self._chats.seal(chat_row, json.dumps(content), _what(row.number))
        return row.number

    def put_once(self, chat: ChatId, messages: Sequence[Outgoing]) -> None:
        """Write messages down with buttons that stay, but for those that are on their way to the chat already."""
        on_the_way = {each.text for state in ON_ITS_WAY for each in self.outgoing(chat, state)}
        for message in messages:
            if message.text not in on_the_way:
                self.put(chat, message, lasting=True)

    def outgoing(self, chat: ChatId, state: State = State.WAITING) -> list[Outgoing]:
        """Return the messages of a chat in this state, in the order in which they are to be sent."""
        chat_row = self._chats.get(chat)
        if chat_row is None:
            return []
        found = select(OutgoingRow).where(OutgoingRow.chat_id == chat, OutgoingRow.state == state)
        rows = self._session.scalars(found.order_by(OutgoingRow.number))
        messages = (self._message(chat_row, row) for row in rows)
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

    def let_go_all(self, chat: ChatId) -> None:
        """Let go of all messages to a chat."""
        self._session.execute(delete(OutgoingRow).where(OutgoingRow.chat_id == chat))

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

    def tidy(self, before: datetime) -> None:
        """Let go of what was written down before then and waits no longer."""
        old = OutgoingRow.created_at < before
        self._session.execute(delete(OutgoingRow).where(old, OutgoingRow.state.not_in(ON_ITS_WAY)))

    def _message(self, chat: ChatRow, row: OutgoingRow) -> Outgoing | None:
        assert row.sealed_message is not None
        words = self._chats.opens(chat, row.sealed_message, _what(row.number))
        if words is None:
            return None
        content = json.loads(words)
        return Outgoing(
            content["text"],
            tuple((title, choice) for title, choice in content["buttons"]),
            row.urgent,
            content["quiet"],
            row.number,
            content.get("file", ""),
            row.reminder_id or "",
        )


def _what(number: int) -> str:
    return f"message/{number}"
