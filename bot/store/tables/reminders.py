"""Reminders that people asked for. No word of them is kept: each says the same."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


class ReminderRow(Table):
    """The one reminder of a person; another takes its place. It is open until it was sent or, too late, missed.

    `asks_to_keep`: nobody asked for it; it asks, once, whether what is kept is to stay.
    `sent_at`: when it was handed to a channel. `chat_id`: the chat on Telegram in which it was asked for.
    """

    __tablename__ = "reminders"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), unique=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    asked_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    missed_at: Mapped[datetime | None]
    chat_id: Mapped[str | None] = mapped_column(String(64))
    asks_to_keep: Mapped[bool] = mapped_column(default=False, server_default=false())
