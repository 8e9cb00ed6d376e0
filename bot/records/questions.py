"""What teams ask a person, and what the person answers, if they choose to."""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.model.teamwork import TeamQuestion
from bot.records.access import team_share_stands
from bot.records.audit import Audit
from bot.records.notices import NoticeKind, Notices
from bot.records.people import People
from bot.records.team_marks import mark_answered
from bot.records.team_shares import TeamShare
from bot.store.tables.teamwork import QuestionRow, TeamShareRow


class QuestionClosedError(Exception):
    """An answer would reach nobody: there is no such question, or its share no longer stands."""


class Questions:
    """The questions of the store, sealed under the key of the person they were put to."""

    def __init__(self, session: Session, clock: Clock, people: People, audit: Audit, notices: Notices) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._audit = audit
        self._notices = notices

    def ask(self, share: TeamShare, account: str, words: str) -> str:
        """Keep a question, leave a notice, and return its id. The same question, while it waits, is asked once."""
        for row in self._rows(share):
            if row.answered_at is None and row.left_at is None and self._question(row) == words:
                return row.id
        question = str(uuid4())
        self._session.add(
            QuestionRow(
                id=question,
                person_id=share.person,
                share_id=share.id,
                sealed_question=self._people.seal(share.person, words, f"questions/{question}"),
                asked_by=account,
                asked_at=self._clock.now(),
            )
        )
        self._audit.note(f"staff:{account}", "question asked", share.person, question)
        self._notices.make(share.person, share.id, NoticeKind.QUESTION, question)
        return question

    def answer(self, question: str, words: str) -> None:
        """Keep the person's answer for the team; a later one takes its place. Raises QuestionClosedError."""
        query = (
            select(QuestionRow)
            .join(TeamShareRow, TeamShareRow.id == QuestionRow.share_id)
            .where(QuestionRow.id == question, team_share_stands(self._clock.now()))
        )
        row = self._session.scalar(query)
        if row is None:
            raise QuestionClosedError
        person = PersonId(row.person_id)
        row.sealed_answer = self._people.seal(person, words, f"questions/{question}/answer")
        row.answered_at, row.left_at = self._clock.now(), None
        self._audit.note("person", "team question answered", person, question)
        self._notices.drop_untold(question)
        mark_answered(self._session, row.share_id)

    def leave(self, question: str) -> None:
        """Note that the person chose not to answer. Raises QuestionClosedError when there is no such question."""
        row = self._session.get(QuestionRow, question)
        if row is None:
            raise QuestionClosedError
        if row.answered_at is None and row.left_at is None:
            row.left_at = self._clock.now()
            self._notices.drop_untold(question)
            self._audit.note("person", "team question left", PersonId(row.person_id), question)

    def of(self, share: TeamShare) -> tuple[TeamQuestion, ...]:
        """Return what was asked about a share, oldest first. Who asked is the id of an account here."""
        told = self._notices.told_of(share.id)
        return tuple(self._shown(row, told=row.id in told) for row in self._rows(share))

    def _shown(self, row: QuestionRow, *, told: bool) -> TeamQuestion:
        answered = row.answered_at is not None
        return TeamQuestion(
            id=row.id,
            question=self._question(row),
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            told=told or answered or row.left_at is not None,
            answer=self._answer(row),
            answered_at=row.answered_at,
            left=row.left_at is not None,
        )

    def _rows(self, share: TeamShare) -> list[QuestionRow]:
        query = select(QuestionRow).where(QuestionRow.share_id == share.id)
        return list(self._session.scalars(query.order_by(QuestionRow.asked_at, QuestionRow.id)))

    def _question(self, row: QuestionRow) -> str:
        return self._people.unseal(PersonId(row.person_id), row.sealed_question, f"questions/{row.id}")

    def _answer(self, row: QuestionRow) -> str | None:
        if row.sealed_answer is None:
            return None
        return self._people.unseal(PersonId(row.person_id), row.sealed_answer, f"questions/{row.id}/answer")
