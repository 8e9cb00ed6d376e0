"""What teams learnt beside a person's words. The person is told nothing of it; it is deleted with them."""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.model.teamwork import Reflection
from bot.records.audit import Audit
from bot.records.people import People
from bot.records.team_shares import TeamShare
from bot.store.tables.teamwork import ReflectionRow


class Reflections:
    """The reflections of the store, sealed under the key of the person beside whose words they stand."""

    def __init__(self, session: Session, clock: Clock, people: People, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._audit = audit

    def add(self, share: TeamShare, account: str, statement: int, people: int, words: str, *, together: bool) -> str:
        """Keep what was learnt about one of the seven statements and return its id; `people` is how many were there."""
        reflection = str(uuid4())
        self._session.add(
            ReflectionRow(
                id=reflection,
                person_id=share.person,
                share_id=share.id,
                statement=statement,
                together=together,
                people=people,
                sealed_words=self._people.seal(share.person, words, f"reflections/{reflection}"),
                made_by=account,
                created_at=self._clock.now(),
            )
        )
        self._audit.note(f"staff:{account}", "reflected", share.person, reflection)
        return reflection

    def of(self, share: TeamShare) -> tuple[Reflection, ...]:
        """Return what was learnt beside a share, newest first. Who wrote it is the id of an account here."""
        query = select(ReflectionRow).where(ReflectionRow.share_id == share.id)
        rows = self._session.scalars(query.order_by(ReflectionRow.created_at.desc(), ReflectionRow.id))
        return tuple(
            Reflection(
                id=row.id,
                statement=row.statement,
                together=row.together,
                words=self._people.unseal(PersonId(row.person_id), row.sealed_words, f"reflections/{row.id}"),
                made_by=row.made_by,
                created_at=row.created_at,
                people=row.people,
            )
            for row in rows
        )
