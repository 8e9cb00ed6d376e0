"""Buttons that can be pressed now: opaque ids on the person's side, payloads on ours."""

import secrets
from collections.abc import Iterable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.model.ids import PersonId
from bot.store.tables.people import ChoiceRow


class Choices:
    """The live buttons of the store. New ones replace old ones, so a stale button resolves to nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def replace(self, person: PersonId, payloads: Iterable[str]) -> list[str]:
        """Make an id for each payload, in order; earlier buttons of the person stop working."""
        self._session.execute(delete(ChoiceRow).where(ChoiceRow.person_id == person))
        rows = [ChoiceRow(id=secrets.token_urlsafe(12), person_id=person, payload=payload) for payload in payloads]
        self._session.add_all(rows)
        return [row.id for row in rows]

    def payload(self, person: PersonId, choice: str) -> str | None:
        """Return what a button stands for, or None when it is not (or no longer) one of this person's."""
        row = self._session.get(ChoiceRow, choice)
        return row.payload if row is not None and row.person_id == person else None
