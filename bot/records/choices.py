"""Buttons that can be pressed now: opaque ids on the person's side, payloads on ours."""

import re
import secrets
from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.model.ids import PersonId
from bot.records.people import People
from bot.store.crypto import SealError
from bot.store.tables.people import ChoiceRow

_OURS = re.compile(r"[a-z_]+(:[a-z_]+)*")
"""Payloads of buttons that are worded here. One with an id in it may quote a line, or a name: its title is not kept."""


class Choices:
    """The live buttons of the store. New ones replace old ones, so a stale button resolves to nothing."""

    def __init__(self, session: Session, people: People) -> None:
        self._session = session
        self._people = people

    def replace(self, person: PersonId, buttons: Iterable[tuple[str, str]]) -> list[str]:
        """Make an id for each button (its title and payload), in order; earlier ones of the person stop working."""
        self._session.execute(delete(ChoiceRow).where(ChoiceRow.person_id == person))
        rows = []
        for title, payload in buttons:
            own = secrets.token_urlsafe(12)
            ours = _OURS.fullmatch(payload) is not None
            sealed = self._people.seal(person, title, f"choices/{own}") if ours else None
            rows.append(ChoiceRow(id=own, person_id=person, payload=payload, sealed_title=sealed))
        self._session.add_all(rows)
        return [row.id for row in rows]

    def payload(self, person: PersonId, choice: str) -> str | None:
        """Return what a button stands for, or None when it is not (or no longer) one of this person's."""
        row = self._session.get(ChoiceRow, choice)
        return row.payload if row is not None and row.person_id == person else None

    def titles(self, person: PersonId) -> dict[str, str]:
        """Return what stands on the person's buttons, by their ids, but for those that quote what somebody wrote."""
        found = {}
        query = select(ChoiceRow).where(ChoiceRow.person_id == person, ChoiceRow.sealed_title.is_not(None))
        for row in self._session.scalars(query):
            try:
                found[row.id] = self._people.unseal(person, row.sealed_title or b"", f"choices/{row.id}")
            except SealError:  # sealed under a key that was let go since: it can still be pressed
                continue
        return found
