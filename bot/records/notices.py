"""What a team's doings leave to be told to the person, in their own channel and once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.model.teamwork import Progress
from bot.records.audit import Audit
from bot.store.changed import rows_changed
from bot.store.tables.teamwork import NoticeRow, TeamShareRow


class NoticeKind(StrEnum):
    """What a notice is about."""

    COMMITMENT = "commitment"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the person. `about` is the line of theirs that it is about, "" for a question.

    `subject` is the id of the commitment or question. `words` are the team's, as they stand now: what it will do, or
    why something was not possible; `promised` is what it had said at first, if that was different. `made_by` is the
    account that wrote them.
    """

    id: int
    kind: NoticeKind
    share: str
    team: str
    subject: str
    words: str
    made_by: str
    created_at: datetime
    about: str = ""
    promised: str = ""
    state: Progress | None = None
    due: date | None = None


class Notices:
    """The notices of the store. They hold ids; the words stay with the commitment or question."""

    def __init__(self, session: Session, clock: Clock, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._audit = audit

    def make(self, person: PersonId, share: str, kind: NoticeKind, subject: str) -> None:
        """Leave a notice. An untold one about the same goes, so that the person hears of the newest, and once."""
        self.drop_untold(subject)
        now = self._clock.now()
        self._session.add(NoticeRow(person_id=person, share_id=share, kind=kind, subject=subject, created_at=now))
        self._session.flush()

    def untold(self, person: PersonId) -> tuple[NoticeRow, ...]:
        """Return what was not told yet, oldest first. What belongs to a share that has expired is told no more."""
        query = (
            select(NoticeRow)
            .join(TeamShareRow, TeamShareRow.id == NoticeRow.share_id)
            .where(
                NoticeRow.person_id == person,
                NoticeRow.told_at.is_(None),
                TeamShareRow.expires_at > self._clock.now(),
            )
            .order_by(NoticeRow.id)
        )
        return tuple(self._session.scalars(query))

    def told(self, notices: Iterable[int]) -> None:
        """Note that the person has been told. Telling twice is harmless."""
        query = select(NoticeRow).where(NoticeRow.id.in_(tuple(notices)), NoticeRow.told_at.is_(None))
        for row in self._session.scalars(query):
            row.told_at = self._clock.now()
            self._audit.note("person", f"told of {row.kind}", PersonId(row.person_id), row.subject)

    def told_of(self, share: str) -> frozenset[str]:
        """Return the ids of the commitments and questions of a share whose newest notice was told."""
        query = select(NoticeRow.subject, NoticeRow.told_at).where(NoticeRow.share_id == share).order_by(NoticeRow.id)
        newest = {row.subject: row.told_at for row in self._session.execute(query)}
        return frozenset(subject for subject, told_at in newest.items() if told_at is not None)

    def drop_untold(self, subject: str) -> None:
        """Tell nothing about this any more."""
        self._session.execute(delete(NoticeRow).where(NoticeRow.subject == subject, NoticeRow.told_at.is_(None)))

    def drop_expired(self) -> int:
        """Remove what was never told and belongs to a share that has expired; return how many."""
        expired = select(TeamShareRow.id).where(TeamShareRow.expires_at <= self._clock.now())
        dropped = delete(NoticeRow).where(NoticeRow.told_at.is_(None), NoticeRow.share_id.in_(expired))
        return rows_changed(self._session, dropped)
