"""What a person shared with a team, and what the team says back. Words are sealed under the person's own key."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.tables.base import Table


def _owner() -> Mapped[str]:
    return mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)


def _team_share() -> Mapped[str]:
    return mapped_column(ForeignKey("team_shares.id", ondelete="CASCADE"), index=True)


class TeamShareRow(Table):
    """Chosen sections for one team. `sealed_called`: the name they gave; `seen_version`: the newest opened, or 0.

    `attention` sorts inboxes: 0 never opened, 1 a newer version than that, 2 an answer nobody saw yet, 3 none of these.
    `next_due` is the first day of what is still to be done. `stopped_at` is also set when the consent is taken back.
    """

    __tablename__ = "team_shares"
    __table_args__ = (
        Index(
            "ix_team_shares_inbox",
            *("team_id", "stopped_at", "attention", "created_at", "id", "expires_at", "next_due"),
        ),
        Index("ix_team_shares_count", "team_id", "stopped_at", "attention", "expires_at", "next_due"),
    )
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = _owner()
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id"))
    door: Mapped[str] = mapped_column(String(16))
    sealed_called: Mapped[bytes] = mapped_column(LargeBinary)
    seen_version: Mapped[int] = mapped_column(default=0)
    attention: Mapped[int] = mapped_column(default=0)
    next_due: Mapped[date | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    stopped_at: Mapped[datetime | None]


class TeamOpeningRow(Table):
    """One time a member of a team opened what was shared with it."""

    __tablename__ = "team_openings"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    share_id: Mapped[str] = _team_share()
    account_id: Mapped[str] = mapped_column(String(36))
    version: Mapped[int]
    opened_at: Mapped[datetime]


class CommitmentRow(Table):
    """What the team will do about one line: its id in a version. `state`: planned, done, partly or not_possible.

    `sealed_promised` is what was said at first, where other words have taken its place.
    """

    __tablename__ = "commitments"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = _owner()
    share_id: Mapped[str] = _team_share()
    line_id: Mapped[str] = mapped_column(String(12))
    version: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))
    due: Mapped[date | None]
    sealed_words: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_promised: Mapped[bytes | None] = mapped_column(LargeBinary)
    made_by: Mapped[str] = mapped_column(String(36))
    changed_by: Mapped[str] = mapped_column(String(36))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class QuestionRow(Table):
    """What the team asks the person, and their answer if they give one. `left` they chose not to."""

    __tablename__ = "questions"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = _owner()
    share_id: Mapped[str] = _team_share()
    sealed_question: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_answer: Mapped[bytes | None] = mapped_column(LargeBinary)
    asked_by: Mapped[str] = mapped_column(String(36))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]


class NoticeRow(Table):
    """Something to tell the person in their own channel: `kind` commitment or question, and its id. Told once."""

    __tablename__ = "notices"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    person_id: Mapped[str] = _owner()
    share_id: Mapped[str] = _team_share()
    kind: Mapped[str] = mapped_column(String(12))
    subject: Mapped[str] = mapped_column(String(36))
    created_at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class ReflectionRow(Table):
    """What a team learnt beside a person's words, on one of seven success statements. `people`: how many were there."""

    __tablename__ = "reflections"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    person_id: Mapped[str] = _owner()
    share_id: Mapped[str] = _team_share()
    statement: Mapped[int]
    together: Mapped[bool] = mapped_column(default=False)
    people: Mapped[int] = mapped_column(default=1)
    sealed_words: Mapped[bytes] = mapped_column(LargeBinary)
    made_by: Mapped[str] = mapped_column(String(36))
    created_at: Mapped[datetime]
