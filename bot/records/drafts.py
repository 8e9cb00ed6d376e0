"""Unsaved drafts: sealed, one a person, and gone when they are kept, declined or left too long."""

import json
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.draft import Draft
from bot.model.ids import PersonId
from bot.records.people import People
from bot.store.changed import rows_changed
from bot.store.tables.people import DraftRow


class Drafts:
    """The drafts of the store."""

    def __init__(self, session: Session, clock: Clock, people: People) -> None:
        self._session = session
        self._clock = clock
        self._people = people

    def get(self, person: PersonId) -> Draft:
        """Return the person's draft; an empty one when there is none."""
        row = self._session.get(DraftRow, person)
        return Draft.from_json(json.loads(self._people.unseal(person, row.sealed_draft, "drafts"))) if row else Draft()

    def put(self, person: PersonId, draft: Draft) -> None:
        """Store the draft; an empty one removes the row."""
        if draft == Draft(next_line=draft.next_line) and not draft.lines:
            self.drop(person)
            return
        sealed = self._people.seal(person, json.dumps(draft.to_json()), "drafts")
        self._session.merge(DraftRow(person_id=person, sealed_draft=sealed, updated_at=self._clock.now()))
        self._session.flush()

    def drop(self, person: PersonId) -> None:
        """Remove the draft."""
        self._session.execute(delete(DraftRow).where(DraftRow.person_id == person))

    def drop_older_than(self, moment: datetime) -> int:
        """Remove drafts not touched since `moment`; return how many."""
        return rows_changed(self._session, delete(DraftRow).where(DraftRow.updated_at < moment))
