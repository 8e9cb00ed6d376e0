"""Chats on Telegram, what came in, and what goes out. Columns named `sealed_*` open with the chat's own key alone."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


class BotRow(Table):
    """The name of the bot, as Telegram said it last; one row at the most, number 1."""

    __tablename__ = "telegram_bot"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(40))


class ChatRow(Table):
    """One private chat. Its id is the hash of its session's token, so that the two find each other.

    `told`: what Telegram is was said here. `leaving`: everything was deleted; the row goes once the last reply is out.
    """

    __tablename__ = "telegram_chats"
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_number: Mapped[bytes] = mapped_column(LargeBinary)
    told: Mapped[bool] = mapped_column(default=False)
    leaving: Mapped[bool] = mapped_column(default=False)
    blocked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class UpdateRow(Table):
    """One update, by Telegram's own number, so that it counts once. What was sent goes once it is answered.

    `words_mark` is what is left of the words for two days: under the chat's key, it tells whether others are the same.
    """

    __tablename__ = "telegram_updates"
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[str | None] = mapped_column(ForeignKey("telegram_chats.id", ondelete="SET NULL"), index=True)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    sealed_update: Mapped[bytes | None] = mapped_column(LargeBinary)
    words_mark: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None] = mapped_column(index=True)


class OutgoingRow(Table):
    """One message on its way to a chat. `state` is a word of bot.records.telegram_messages.State.

    `reminder_id`: the reminder that it is. It may be gone: then the message is not sent.
    """

    __tablename__ = "telegram_messages"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    chat_id: Mapped[str] = mapped_column(ForeignKey("telegram_chats.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = mapped_column(String(8), index=True)
    urgent: Mapped[bool] = mapped_column(default=False)
    has_buttons: Mapped[bool] = mapped_column(default=False)
    sealed_message: Mapped[bytes | None] = mapped_column(LargeBinary)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    reminder_id: Mapped[str | None] = mapped_column(String(36), index=True)
    created_at: Mapped[datetime]
