"""Codes by which somebody goes on elsewhere as the same person. Only a hash of a code is held."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


class JoinCodeRow(Table):
    """One code: whose conversation it opens, in which channel, and when it was used."""

    __tablename__ = "join_codes"
    __table_args__ = (UniqueConstraint("person_id", "channel"),)
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    channel: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]
