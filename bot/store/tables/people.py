"""People and their words. Only columns named `sealed_*` hold words; they open with the person's key alone."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.model.own_time import UK
from bot.store.tables.base import Table


def _owner() -> Mapped[str]:
    return mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)


class PersonRow(Table):
    """A person, known only by a random id, with their own key (wrapped by the key file).

    `asked_to_keep_at`: when they were asked, once, whether what they keep is to stay.
    """

    __tablename__ = "people"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    position: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime] = mapped_column(index=True)
    time_zone: Mapped[str] = mapped_column(String(40), default=UK, server_default=UK)
    asked_to_keep_at: Mapped[datetime | None]


class NamedKeyRow(Table):
    """A key for one use, wrapped by the key file. There is none before the key file is first changed."""

    __tablename__ = "named_keys"
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)


class SessionRow(Table):
    """One device or program that speaks as a person. Only a hash of its token is held."""

    __tablename__ = "sessions"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[str] = _owner()
    channel: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime]


class TurnRow(Table):
    """One message and what came of it. Words leave this row as soon as the turn is answered."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("person_id", "message_id"),)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36), unique=True)
    person_id: Mapped[str] = _owner()
    message_id: Mapped[str] = mapped_column(String(64))
    intent: Mapped[str | None] = mapped_column(String(40))
    tries: Mapped[int] = mapped_column(default=0)
    sealed_input: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_said: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_reply: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None] = mapped_column(index=True)


class ChoiceRow(Table):
    """A button that can be pressed now. Its payload never leaves the server; the person's side sees the id."""

    __tablename__ = "choices"
    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    person_id: Mapped[str] = _owner()
    payload: Mapped[str] = mapped_column(String(80))
    sealed_title: Mapped[bytes | None] = mapped_column(LargeBinary)


class DraftRow(Table):
    """What was said and is not kept yet. It expires."""

    __tablename__ = "drafts"
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    sealed_draft: Mapped[bytes] = mapped_column(LargeBinary)
    updated_at: Mapped[datetime] = mapped_column(index=True)


class SummaryRow(Table):
    """One kept version of a person's summary. Earlier versions stay."""

    __tablename__ = "summaries"
    __table_args__ = (UniqueConstraint("person_id", "version"),)
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = _owner()
    version: Mapped[int]
    door: Mapped[str] = mapped_column(String(16))
    sealed_lines: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]


class ConsentRow(Table):
    """One decision, a yes or the taking back of one: to what, in which words, when, how and by whom it was said.

    Append-only: the database refuses changes, and lets rows go with their person only. `number` is that of the entry
    in the audit which notes the decision and seals this row. The columns about what was agreed are empty where a yes
    is taken back.
    """

    __tablename__ = "consents"
    __table_args__ = (Index("ix_consents_decided", "person_id", "purpose", "subject", "number"),)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    decision: Mapped[str] = mapped_column(String(16))
    purpose: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(36), default="")
    wording: Mapped[str] = mapped_column(String(24))
    recipient: Mapped[str] = mapped_column(String(36), default="")
    sections: Mapped[list[str]] = mapped_column(default=list)
    door: Mapped[str] = mapped_column(String(16), default="")
    channel: Mapped[str] = mapped_column(String(16), default="")
    manner: Mapped[str] = mapped_column(String(16), default="")
    decided_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]


class ShareRow(Table):
    """Chosen sections for one named reader, behind a link and a PIN of which only hashes are held.

    `look_told_at`: when the person was told that it was opened for the first time.
    """

    __tablename__ = "shares"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = _owner()
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    pin_hash: Mapped[str] = mapped_column(String(128))
    sealed_recipient: Mapped[bytes] = mapped_column(LargeBinary)
    door: Mapped[str] = mapped_column(String(16))
    wrong_pins: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    look_told_at: Mapped[datetime | None]


class OpeningRow(Table):
    """One time a shared page was opened."""

    __tablename__ = "openings"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    share_id: Mapped[str] = mapped_column(ForeignKey("shares.id", ondelete="CASCADE"), index=True)
    opened_at: Mapped[datetime]


class AuditRow(Table):
    """What was done, by whom, to whose record. Append-only (the database refuses changes); holds ids, never words.

    Numbers follow each other without a gap. The link of each row is in the table `audit_links`.
    """

    __tablename__ = "audit"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(60))
    action: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[str] = mapped_column(String(36), index=True)
    subject: Mapped[str] = mapped_column(String(60), default="")
