"""How often each answer to "was this useful" was given. Nothing says who, or when."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


class FeedbackRow(Table):
    """One answer that can be pressed, and how often it was."""

    __tablename__ = "feedback"
    answer: Mapped[str] = mapped_column(String(24), primary_key=True)
    count: Mapped[int]
