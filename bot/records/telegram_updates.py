"""What comes in from Telegram: written down before it is acknowledged, and let go once it has its answer."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import ChatId
from bot.records.telegram_rows import ChatRows
from bot.store.tables.telegram import UpdateRow

MANY = 1000
"""Updates of one chat that are looked at together."""


class Updates:
    """The updates of all chats, each by Telegram's own number."""

    def __init__(self, session: Session, clock: Clock, chats: ChatRows) -> None:
        self._session = session
        self._clock = clock
        self._chats = chats

    def take_in(
        self, number: int, chat_number: int, content: dict[str, Any], written: tuple[int, str] | None = None
    ) -> ChatId | None:
        """Write an update down; return its chat, or None when it was there before.

        `written`: the number of a message that its writer can change later, and its words.
        """
        if self._session.get(UpdateRow, number) is not None:
            return None
        chat = self._chats.opened(chat_number)
        row = UpdateRow(
            number=number,
            chat_id=chat.id,
            sealed_update=self._chats.seal(chat, json.dumps(content), _what(number)),
            received_at=self._clock.now(),
        )
        if written:
            row.message_id, row.words_mark = written[0], self._chats.mark(chat, written[1])
        self._session.add(row)
        self._session.flush()
        return ChatId(chat.id)

    def waiting(self, chat: ChatId, most: int) -> list[dict[str, Any]]:
        """Return what was sent in updates of a chat that have no answer yet, earliest first."""
        chat_row = self._chats.get(chat)
        if chat_row is None:
            return []
        unanswered = select(UpdateRow).where(UpdateRow.chat_id == chat, UpdateRow.answered_at.is_(None))
        rows = self._session.scalars(unanswered.order_by(UpdateRow.number).limit(most))
        sealed = [(each.sealed_update, _what(each.number)) for each in rows]
        opened = (self._chats.opens(chat_row, words, what) for words, what in sealed if words is not None)
        return [json.loads(words) for words in opened if words is not None]

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
        chat_row, row = self._chats.get(chat), self._session.get(UpdateRow, number)
        if chat_row is None or row is None or row.chat_id != chat or row.sealed_update is None:
            return None
        content: dict[str, Any] = json.loads(self._chats.unseal(chat_row, row.sealed_update, _what(number)))
        return content

    def wrote(self, chat: ChatId, message_id: int, words: str) -> bool:
        """Say whether these were the words of a message of the last two days, as it was first written."""
        chat_row = self._chats.get(chat)
        if chat_row is None:
            return False
        written = select(UpdateRow.words_mark).where(UpdateRow.chat_id == chat, UpdateRow.message_id == message_id)
        return self._chats.mark(chat_row, words) in set(self._session.scalars(written))

    def let_go_of(self, chat: ChatId) -> None:
        """Let go of what was sent in a chat; the numbers of its updates stay."""
        self._session.execute(update(UpdateRow).where(UpdateRow.chat_id == chat).values(sealed_update=None))

    def take_in_anew(self, number: int, chat_number: int, content: dict[str, Any]) -> None:
        """Have an update wait in a chat that begins anew, under its new key."""
        chat, row = self._chats.opened(chat_number), self._session.get(UpdateRow, number)
        assert row is not None
        row.chat_id, row.sealed_update = chat.id, self._chats.seal(chat, json.dumps(content), _what(number))

    def tidy(self, before: datetime) -> None:
        """Let go of the numbers of what was answered before then."""
        self._session.execute(delete(UpdateRow).where(UpdateRow.answered_at < before))


def _what(number: int) -> str:
    return f"update/{number}"
