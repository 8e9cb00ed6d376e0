"""What teams said they would do about what matters to a person, and what became of it."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.draft import Line
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.model.teamwork import Commitment, Progress
from bot.records.audit import Audit
from bot.records.notices import NoticeKind, Notices
from bot.records.people import People
from bot.records.summaries import Summaries
from bot.records.team_access import NotSharedError
from bot.records.team_shares import TeamShare
from bot.store.tables.teamwork import CommitmentRow, TeamShareRow

_STILL_TO_DO = (Progress.PLANNED, Progress.PARTLY)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a team says about a line of one version, to begin with."""

    version: int
    line: str
    state: Progress
    words: str
    due: date | None


class Commitments:
    """The commitments of the store, sealed under the key of the person they were made to.

    Who made and changed one is the id of an account here. A commitment is about a line as it stood in one version:
    ids of lines begin anew in each, so that the same words, not the same id, are looked for in the newest.
    """

    def __init__(
        self,
        session: Session,
        clock: Clock,
        *,
        people: People,
        summaries: Summaries,
        audit: Audit,
        notices: Notices,
    ) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._summaries = summaries
        self._audit = audit
        self._notices = notices

    def add(self, share: TeamShare, account: str, promise: Promise) -> str:
        """Keep what the team says about a line, leave a notice, and return its id.

        Said twice in the same words (a button pressed twice), it is kept and told once.
        """
        for row in self._rows(share):
            if self._promise(row) == promise:
                return row.id
        commitment, now = str(uuid4()), self._clock.now()
        self._session.add(
            CommitmentRow(
                id=commitment,
                person_id=share.person,
                share_id=share.id,
                line_id=promise.line,
                version=promise.version,
                state=promise.state,
                due=promise.due,
                sealed_words=self._people.seal(share.person, promise.words, f"commitments/{commitment}"),
                made_by=account,
                changed_by=account,
                created_at=now,
                changed_at=now,
            )
        )
        self._audit.note(f"staff:{account}", "commitment made", share.person, commitment)
        self._after(share, commitment)
        return commitment

    def change(self, share: TeamShare, account: str, commitment: str, state: Progress, words: str) -> None:
        """Say what became of it, and leave a notice. Empty words keep those that were there; who made it stays.

        Raises NotSharedError when it is not about this share.
        """
        row = self._session.get(CommitmentRow, commitment, with_for_update=True, populate_existing=True)
        if row is None or row.share_id != share.id:
            raise NotSharedError
        said = self._words(row)
        if state == row.state and words in {"", said}:
            return
        if words and words != said:
            if row.sealed_promised is None:
                row.sealed_promised = self._people.seal(share.person, said, f"commitments/{row.id}/promised")
            row.sealed_words = self._people.seal(share.person, words, f"commitments/{row.id}")
        row.state, row.changed_by, row.changed_at = state, account, self._clock.now()
        self._audit.note(f"staff:{account}", f"commitment {state}", share.person, commitment)
        self._after(share, commitment)

    def of(self, share: TeamShare, shown: tuple[Heading, ...] = tuple(Heading)) -> tuple[Commitment, ...]:
        """Return what was said about a share, oldest first, with what it was about if that is under a shown heading.

        Sharing again with fewer parts takes what the team wrote along, but not the words of the others.
        """
        rows = self._rows(share)
        newest = self._summaries.latest(share.person, share.door)
        numbers = {row.version for row in rows}
        then = {kept.version: kept for kept in self._summaries.versions(share.person, share.door, numbers)}
        told = self._notices.told_of(share.id)
        return tuple(
            self._shown(
                row,
                about=_line(then[row.version].lines if row.version in then else (), row.line_id, shown),
                now=newest.lines if newest else (),
                told=row.id in told,
            )
            for row in rows
        )

    def _shown(self, row: CommitmentRow, *, about: Line | None, now: tuple[Line, ...], told: bool) -> Commitment:
        return Commitment(
            id=row.id,
            line=_as_it_is_now(about, now),
            state=Progress(row.state),
            words=self._words(row),
            due=row.due,
            made_by=row.made_by,
            changed_at=row.changed_at,
            told=told,
            about=about.words if about else "",
            promised=self._promised(row),
            changed_by=row.changed_by,
        )

    def _promise(self, row: CommitmentRow) -> Promise:
        return Promise(row.version, row.line_id, Progress(row.state), self._words(row), row.due)

    def _after(self, share: TeamShare, commitment: str) -> None:
        self._notices.make(share.person, share.id, NoticeKind.COMMITMENT, commitment)
        first = (
            select(func.min(CommitmentRow.due))
            .where(CommitmentRow.share_id == share.id, CommitmentRow.state.in_(_STILL_TO_DO))
            .scalar_subquery()
        )
        row = update(TeamShareRow).where(TeamShareRow.id == share.id)
        self._session.execute(row.values(next_due=first).execution_options(synchronize_session="fetch"))

    def _rows(self, share: TeamShare) -> list[CommitmentRow]:
        query = select(CommitmentRow).where(CommitmentRow.share_id == share.id)
        return list(self._session.scalars(query.order_by(CommitmentRow.created_at, CommitmentRow.id)))

    def _words(self, row: CommitmentRow) -> str:
        return self._people.unseal(_owner(row), row.sealed_words, f"commitments/{row.id}")

    def _promised(self, row: CommitmentRow) -> str:
        if row.sealed_promised is None:
            return ""
        return self._people.unseal(_owner(row), row.sealed_promised, f"commitments/{row.id}/promised")


def _owner(row: CommitmentRow) -> PersonId:
    return PersonId(row.person_id)


def _line(lines: tuple[Line, ...], line: str, shown: tuple[Heading, ...]) -> Line | None:
    return next((each for each in lines if each.id == line and each.heading in shown), None)


def _as_it_is_now(about: Line | None, now: tuple[Line, ...]) -> str:
    """Return the id that the same words have now, or "" when the person changed them or took them out."""
    same = [line.id for line in now if about is not None and line.words == about.words]
    if about is not None and about.id in same:
        return about.id
    return same[0] if same else ""
