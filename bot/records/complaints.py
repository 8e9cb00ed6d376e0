"""What people said was not right: sent after a yes, sealed, read by whoever runs this copy, answered once."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.complaint import AnsweredBy, Complaint, Listed
from bot.model.ids import PersonId
from bot.records.audit import Audit
from bot.records.people import People
from bot.store.tables.complaints import ComplaintRow

OPERATOR = "operator"
"""Who reads and answers, for the audit: somebody at the command line of the machine."""


class NoSuchComplaintError(Exception):
    """There is none with this id: it may be mistyped, or the person deleted everything."""


class Complaints:
    """The complaints of the store, sealed under the key of the person who wrote them."""

    def __init__(self, session: Session, clock: Clock, people: People, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._audit = audit

    def send(self, person: PersonId, words: str, to: AnsweredBy) -> Complaint:
        """Keep what was not right for whoever answers. The caller has a clear yes."""
        complaint, now = str(uuid4()), self._clock.now()
        row = ComplaintRow(
            id=complaint,
            person_id=person,
            sealed_words=self._people.seal(person, words, f"complaints/{complaint}"),
            sealed_who=self._people.seal(person, to.who, f"complaints/{complaint}/who"),
            sent_at=now,
            due_at=now + timedelta(days=to.days),
        )
        self._session.add(row)
        self._audit.note("person", "complaint sent", person, complaint)
        return self._opened(row)

    def of(self, person: PersonId) -> tuple[Complaint, ...]:
        """Return what this person sent, oldest first."""
        query = select(ComplaintRow).where(ComplaintRow.person_id == person)
        rows = self._session.scalars(query.order_by(ComplaintRow.sent_at, ComplaintRow.id))
        return tuple(self._opened(row) for row in rows)

    def told(self, complaint: str) -> None:
        """Note that the person was given the answer."""
        self._row(complaint).told_at = self._clock.now()

    def all(self) -> tuple[Listed, ...]:
        """Return everything that was sent, oldest first, without a word of it."""
        rows = self._session.scalars(select(ComplaintRow).order_by(ComplaintRow.sent_at, ComplaintRow.id))
        return tuple(Listed(row.id, row.sent_at, row.due_at, row.answered_at) for row in rows)

    def read(self, complaint: str) -> Complaint:
        """Return one with its words, for whoever answers. Raises NoSuchComplaintError."""
        row = self._row(complaint)
        self._audit.note(OPERATOR, "complaint read", PersonId(row.person_id), row.id)
        return self._opened(row)

    def answer(self, complaint: str, words: str) -> None:
        """Keep the answer for the person; a later one takes its place and is told too. Raises NoSuchComplaintError."""
        row = self._row(complaint)
        person = PersonId(row.person_id)
        row.sealed_answer = self._people.seal(person, words, f"complaints/{row.id}/answer")
        row.answered_at, row.told_at = self._clock.now(), None
        self._audit.note(OPERATOR, "complaint answered", person, row.id)

    def _row(self, complaint: str) -> ComplaintRow:
        row = self._session.get(ComplaintRow, complaint)
        if row is None:
            raise NoSuchComplaintError
        return row

    def _opened(self, row: ComplaintRow) -> Complaint:
        person, name = PersonId(row.person_id), f"complaints/{row.id}"
        answer = self._people.unseal(person, row.sealed_answer, f"{name}/answer") if row.sealed_answer else None
        return Complaint(
            id=row.id,
            words=self._people.unseal(person, row.sealed_words, name),
            who=self._people.unseal(person, row.sealed_who, f"{name}/who"),
            sent_at=row.sent_at,
            due_at=row.due_at,
            answer=answer,
            told=row.told_at is not None,
        )
