"""Turns: what makes a message never lost and never acted on twice.

A turn is written before anything is done about it; its effects are stored in one transaction with `applied`; its reply
is held sealed for a short while, in case the line drops. Words leave the row as soon as they are not needed.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.consent import HowSaid
from bot.model.ids import PersonId, TurnId
from bot.model.saying import Said, Say
from bot.records.people import People
from bot.store.changed import rows_changed
from bot.store.tables.people import TurnRow


@dataclass(frozen=True, slots=True)
class Turn:
    """One message: `intent` is set for a button or a command, None when the words still have to be understood."""

    id: TurnId
    message_id: str
    intent: str | None
    words: str
    choice: str
    tries: int
    answered: bool
    how: HowSaid = field(default_factory=HowSaid)


class Turns:
    """The turns of the store."""

    def __init__(self, session: Session, clock: Clock, people: People) -> None:
        self._session = session
        self._clock = clock
        self._people = people

    def begin(self, person: PersonId, message_id: str, said: Said, understood: bool) -> TurnId:
        """Write a turn down and return its id. Replies of earlier turns are let go."""
        self._session.execute(update(TurnRow).where(TurnRow.person_id == person).values(sealed_reply=None))
        turn = TurnId(str(uuid4()))
        self._session.add(
            TurnRow(
                id=turn,
                person_id=person,
                message_id=message_id,
                intent=said.intent if understood else None,
                sealed_input=self._seal(person, turn, "input", _held(said)),
                created_at=self._clock.now(),
            )
        )
        self._session.flush()
        return turn

    def get(self, turn: TurnId) -> Turn | None:
        """Return a turn, or None when it is gone."""
        row = self._by_id(turn)
        return self._turn(row) if row else None

    def find(self, person: PersonId, message_id: str) -> Turn | None:
        """Return the person's turn with the client's own id, or None."""
        query = select(TurnRow).where(TurnRow.person_id == person, TurnRow.message_id == message_id)
        row = self._session.scalar(query)
        return self._turn(row) if row else None

    def waiting(self, person: PersonId) -> list[Turn]:
        """Return turns that never got their answer, oldest first."""
        query = select(TurnRow).where(TurnRow.person_id == person, TurnRow.answered_at.is_(None))
        return [self._turn(row) for row in self._session.scalars(query.order_by(TurnRow.number))]

    def tried(self, turn: TurnId) -> None:
        """Count one more attempt to have the turn dealt with."""
        self._required(turn).tries += 1

    def join(self, turn: TurnId, words: str) -> None:
        """Add words to a waiting turn."""
        row = self._required(turn)
        held = self._unseal(PersonId(row.person_id), row, "input")
        held["words"] = f"{held['words']}\n{words}"
        row.sealed_input = self._seal(PersonId(row.person_id), turn, "input", held)

    def apply(self, turn: TurnId, intent: str, says: list[Say]) -> None:
        """Mark what the turn did as done, and hold what is to be said; the words themselves are let go."""
        row = self._required(turn)
        row.intent = intent
        row.applied_at = self._clock.now()
        row.sealed_input = None
        row.sealed_said = self._seal(PersonId(row.person_id), turn, "said", [say.to_json() for say in says])

    def said(self, turn: TurnId) -> list[Say] | None:
        """Return what an applied turn is to say, or None when it is not applied."""
        row = self._by_id(turn)
        if row is None or row.applied_at is None:
            return None
        if row.sealed_said is None:
            return []
        return [Say.from_json(say) for say in self._unseal(PersonId(row.person_id), row, "said")]

    def answer(self, turn: TurnId, reply: Any) -> None:
        """Mark the turn as answered and hold its reply (plain types) for a repeat of the same message."""
        row = self._by_id(turn)
        if row is None:
            return
        row.answered_at = self._clock.now()
        row.sealed_input = row.sealed_said = None
        row.sealed_reply = self._seal(PersonId(row.person_id), turn, "reply", reply)

    def reply(self, turn: TurnId) -> Any | None:
        """Return the held reply, or None when it was let go."""
        row = self._by_id(turn)
        if row is None or row.sealed_reply is None:
            return None
        return self._unseal(PersonId(row.person_id), row, "reply")

    def tidy(self, replies_before: datetime, turns_before: datetime) -> None:
        """Let go of replies held since before the first moment, and of answered turns older than the second."""
        answered = TurnRow.answered_at
        held = update(TurnRow).where(answered < replies_before, TurnRow.sealed_reply.is_not(None))
        self._session.execute(held.values(sealed_reply=None))
        self._session.execute(delete(TurnRow).where(answered < turns_before))

    def drop_unanswered(self, begun_before: datetime) -> int:
        """Remove turns that never got their answer, with their words; return how many."""
        old = delete(TurnRow).where(TurnRow.answered_at.is_(None), TurnRow.created_at < begun_before)
        return rows_changed(self._session, old)

    def _by_id(self, turn: TurnId) -> TurnRow | None:
        return self._session.scalar(select(TurnRow).where(TurnRow.id == turn))

    def _required(self, turn: TurnId) -> TurnRow:
        row = self._by_id(turn)
        if row is None:
            raise KeyError(f"No turn {turn}.")
        return row

    def _turn(self, row: TurnRow) -> Turn:
        held = self._unseal(PersonId(row.person_id), row, "input") if row.sealed_input else _held(Said(""))
        return Turn(
            TurnId(row.id),
            row.message_id,
            row.intent,
            held["words"],
            held["choice"],
            row.tries,
            row.answered_at is not None,
            HowSaid(*held.get("how", ())),
        )

    def _seal(self, person: PersonId, turn: str, what: str, value: Any) -> bytes:
        return self._people.seal(person, json.dumps(value), f"turns/{turn}/{what}")

    def _unseal(self, person: PersonId, row: TurnRow, what: str) -> Any:
        sealed: bytes = getattr(row, f"sealed_{what}")
        return json.loads(self._people.unseal(person, sealed, f"turns/{row.id}/{what}"))


def _held(said: Said) -> dict[str, Any]:
    return {"words": said.words, "choice": said.choice, "how": [said.how.channel, said.how.manner]}
