"""Everything that is held about one person, gathered for that person alone. No secret is in it: see `held`."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.draft import Draft
from bot.model.ids import PersonId
from bot.records.audit import Audit
from bot.records.consent import Consents, Purpose
from bot.records.held import GIVEN, Held
from bot.records.people import People
from bot.records.telegram import TelegramChats
from bot.store.crypto import SealError
from bot.store.tables.accounts import TeamRow
from bot.store.tables.base import Table
from bot.store.tables.people import SummaryRow

LOCKED = "(this was locked with a key that is gone, and nobody can open it)"
Rows = list[dict[str, Any]]
"""Rows as plain types: text, numbers, moments (UTC), days, and lists and dictionaries of them."""


class Everything:
    """Gathers what is held about people of the store."""

    def __init__(
        self, session: Session, *, people: People, consents: Consents, telegram: TelegramChats, audit: Audit
    ) -> None:
        self._session = session
        self._people = people
        self._consents = consents
        self._telegram = telegram
        self._audit = audit

    def gather(self, person: PersonId) -> dict[str, Rows]:
        """Return all rows about a person, by the names in `held` and "telegram".

        It is audited first: the caller commits before a word is shown. Kept versions are in it only while the yes to
        keep stands, as everywhere.
        """
        self._audit.note("person", "everything gathered", person)
        teams = {team.id: team.name for team in self._session.scalars(select(TeamRow))}
        everything = {held.name: self._rows(person, held) for held in GIVEN}
        for row in everything["person"]:
            row["random_number"] = row.pop("id")
        for row in everything["team_shares"]:
            row["team"] = teams.get(row.pop("team_id"), "")
        everything["telegram"] = [{"chat": chat} for chat in self._telegram.numbers_of(person)]
        return everything

    def _rows(self, person: PersonId, held: Held) -> Rows:
        if held.table is SummaryRow and not self._consents.stands(person, Purpose.KEEP):
            return []
        columns = held.table.__table__.columns
        query = select(held.table).where(held.of(person)).order_by(columns[held.order])
        return [self._row(person, held, row) for row in self._session.scalars(query)]

    def _row(self, person: PersonId, held: Held, row: Table) -> dict[str, Any]:
        values = {column.name: getattr(row, column.name) for column in row.__table__.columns}
        given: dict[str, Any] = {}
        for name, value in values.items():
            short = name.removeprefix("sealed_")
            if name in held.left_out or name == "person_id":
                continue
            opened = value if short == name else self._opened(person, held, short, values)
            given |= opened if isinstance(opened, dict) and short in _READ else {short: opened}
        return given

    def _opened(self, person: PersonId, held: Held, name: str, values: Mapping[str, Any]) -> Any:
        sealed: bytes | None = values[f"sealed_{name}"]
        if sealed is None:
            return None
        try:
            words = self._people.unseal(person, sealed, held.sealed[name].format_map(values))
        except SealError:  # a share from before the person let everything else go
            return LOCKED
        return _READ[name](json.loads(words)) if name in _READ else words


def _draft(data: dict[str, Any]) -> dict[str, Any]:
    """What was said, by what it is, without what was not said."""
    draft = Draft.from_json(data)
    rest = {name: value for name, value in draft.to_json().items() if name not in {"lines", "next_line"} and value}
    lines = [{"heading": li.heading.label, "kind": li.kind.value, "words": li.words} for li in draft.lines]
    return {"lines": lines, **rest}


_READ: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "draft": _draft,
    "lines": _draft,
    "input": lambda said: {"words": said["words"]},
}
"""What words are sealed as a structure, and how it is read."""
