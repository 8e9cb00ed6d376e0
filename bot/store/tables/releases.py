"""Notes that open after a death: what was chosen, and who has a link. Words (names) are in `sealed_*` alone."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


class ReleaseRow(Table):
    """Chosen sections that open after the person's death. `voided_at`: when what was said of it last lost its force."""

    __tablename__ = "releases"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    door: Mapped[str] = mapped_column(String(16))
    delay_days: Mapped[int]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    voided_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]


class ReleaseHolderRow(Table):
    """Somebody with a link and PIN: one of the two trusted people, or a reader. Only hashes of both are held.

    `said_at` is when a trusted person said that the person died. Once that counts no more it moves to `voided_said_at`,
    until the person was told.
    """

    __tablename__ = "release_holders"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    release_id: Mapped[str] = mapped_column(ForeignKey("releases.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(16))
    place: Mapped[int]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    pin_hash: Mapped[str] = mapped_column(String(128))
    sealed_name: Mapped[bytes] = mapped_column(LargeBinary)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    said_at: Mapped[datetime | None]
    voided_said_at: Mapped[datetime | None]
    openings: Mapped[int] = mapped_column(default=0)
    opened_at: Mapped[datetime | None]
