"""Invented people who share with one team, put into a store in bulk, as the records' own doors would leave them.

Twenty thousand through the doors would take many minutes. The words are sealed as they seal them, so that every page
opens; a test opens each of them.
"""

import json
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import yaml
from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked
from sqlalchemy import Engine, insert
from sqlalchemy.orm import Session

from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.teamwork import InboxState, Progress
from bot.records.consent import WORDINGS, Purpose
from bot.records.team_marks import Attention
from bot.store.crypto import new_key, seal
from bot.store.tables.base import Table
from bot.store.tables.people import AuditRow, ConsentRow, PersonRow, SummaryRow
from bot.store.tables.teamwork import CommitmentRow, QuestionRow, TeamOpeningRow, TeamShareRow

_FILE: Final = Path(__file__).with_name("summaries.yml")
_SEED: Final = 200
_AT_ONCE: Final = 500
_MIX: Final = (
    *(InboxState.READ,) * 11,
    *(InboxState.NEW,) * 3,
    *(InboxState.CHANGED,) * 2,
    *(InboxState.ANSWERED,) * 2,
    *(InboxState.DUE,) * 2,
)
"""Why shares stand in the inbox, of every twenty."""
_ENDED_EVERY: Final = 10
"""After so many that stand comes one that was stopped or has expired, which the inbox must pass over."""
_DAYS_AGO: Final = 80
_KEPT_FOR: Final = timedelta(days=90)
_ATTENTION: Final = {
    InboxState.NEW: Attention.NEVER_OPENED,
    InboxState.CHANGED: Attention.NEWER_VERSION,
    InboxState.ANSWERED: Attention.ANSWER,
    InboxState.DUE: Attention.NOTHING_NEW,
    InboxState.READ: Attention.NOTHING_NEW,
}
_ORDER: Final[tuple[type[Table], ...]] = (
    PersonRow,
    SummaryRow,
    ConsentRow,
    TeamShareRow,
    TeamOpeningRow,
    CommitmentRow,
    QuestionRow,
    AuditRow,
)
"""What others point to comes first."""

Rows = dict[type[Table], list[dict[str, Any]]]


@checked(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Words:
    """What summaries.yml holds."""

    called: tuple[str, ...]
    lines: dict[Heading, tuple[str, ...]]
    promised: str
    asked: str
    answered: str


@cache
def words() -> Words:
    """Return what invented people and their team write."""
    return TypeAdapter(Words).validate_python(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Place:
    """Where shares go: the store, the key that protects its keys, the team, and the account that acts for it."""

    database: Engine
    key: bytes
    team: str
    account: str


def share(place: Place, count: int, now: datetime, tick: Callable[[int], None]) -> None:
    """Put `count` shares that stand into the store, and some that ended. `tick` hears how many there are so far."""
    chance = random.Random(_SEED)  # noqa: S311  (it hides nothing)
    rows: Rows = defaultdict(list)
    for number in range(count):
        _Person(place, chance, now, rows).shares(_MIX[number % len(_MIX)])
        if number % _ENDED_EVERY == 0:
            _Person(place, chance, now, rows).shared(stopped=bool(number % (2 * _ENDED_EVERY)))
        if number % _AT_ONCE == 0:
            _write(place.database, rows)
            tick(number)
    _write(place.database, rows)


def _write(database: Engine, rows: Rows) -> None:
    with Session(database) as session:
        for table in _ORDER:
            if rows[table]:
                session.execute(insert(table), rows[table])
        session.commit()
    rows.clear()


class _Person:
    """One person, the key of their own, and the rows that are theirs."""

    def __init__(self, place: Place, chance: random.Random, now: datetime, rows: Rows) -> None:
        self._place, self._chance, self._now, self._rows = place, chance, now, rows
        self._id, self._share, self._key = self._new_id(), self._new_id(), new_key()
        self._at = now - timedelta(days=chance.uniform(1, _DAYS_AGO))

    def shares(self, state: InboxState) -> None:
        """Keep and share; then what has to happen for the share to stand in the inbox in this state."""
        self._begin()
        self._add_share(attention=_ATTENTION[state], next_due=self._acts(state), seen=state is not InboxState.NEW)

    def shared(self, *, stopped: bool) -> None:
        """Keep and share, and end it: stopped by the person, or past its day."""
        self._begin()
        if stopped:
            self._add_share(stopped_at=self._now, expires_at=self._at + _KEPT_FOR)
        else:
            self._add_share(expires_at=self._now - timedelta(hours=1))

    # --- what there is of everybody -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        wrapped = seal(self._place.key, self._key, f"people/{self._id}/key")
        self._add(PersonRow, id=self._id, wrapped_key=wrapped, position={}, created_at=self._at, last_seen_at=self._at)
        self._agree(Purpose.KEEP, "")
        self._keep(1, self._at)

    def _add_share(self, *, seen: bool = False, stopped_at: datetime | None = None, **columns: Any) -> None:
        self._agree(Purpose.SHARE_TEAM, self._share, withdrawn_at=stopped_at)
        self._add(
            TeamShareRow,
            **{
                "id": self._share,
                "person_id": self._id,
                "team_id": self._place.team,
                "sections": [heading.value for heading in words().lines],
                "door": Door.ME,
                "sealed_called": self._seal(self._chance.choice(words().called), f"team_shares/{self._share}"),
                "seen_version": int(seen),
                "attention": Attention.NEVER_OPENED,
                "next_due": None,
                "created_at": self._at,
                "expires_at": self._at + _KEPT_FOR,
                "stopped_at": stopped_at,
            }
            | columns,
        )
        self._audit("shared with team", self._share)

    def _keep(self, version: int, at: datetime) -> None:
        draft = Draft()
        for heading, said in words().lines.items():
            kind = Kind.WHAT if heading is Heading.MOST_IMPORTANT else Kind.ADDED
            draft = draft.adding(heading, kind, 0, self._chance.choice(said))
        self._add(
            SummaryRow,
            id=self._new_id(),
            person_id=self._id,
            version=version,
            door=Door.ME,
            sealed_lines=self._seal(json.dumps(Draft(draft.lines).to_json()), f"summaries/{version}"),
            created_at=at,
        )
        self._audit("summary kept", f"version {version}")

    def _agree(self, purpose: Purpose, subject: str, withdrawn_at: datetime | None = None) -> None:
        self._add(
            ConsentRow,
            id=self._new_id(),
            person_id=self._id,
            purpose=purpose,
            subject=subject,
            wording=WORDINGS[purpose],
            given_at=self._at,
            withdrawn_at=withdrawn_at,
        )
        self._audit(f"consent given: {purpose}", subject)

    # --- what happens since -------------------------------------------------------------------------------------------

    def _acts(self, state: InboxState) -> Any:
        """Do what leads to a state; return the day by which something is still to be done, or None."""
        if state is InboxState.NEW:
            return None
        self._add(
            TeamOpeningRow, share_id=self._share, account_id=self._place.account, version=1, opened_at=self._later(0.3)
        )
        if state is InboxState.CHANGED:
            self._keep(2, self._later(0.6))
        if state is InboxState.ANSWERED:
            self._ask()
        if state is InboxState.DUE or (state is InboxState.READ and self._chance.random() < 1 / 3):
            days = self._chance.randrange(0, 14)
            due = (self._now + timedelta(days=-days if state is InboxState.DUE else days + 2)).date()
            self._promise(due)
            return due
        return None

    def _ask(self) -> None:
        question = self._new_id()
        self._add(
            QuestionRow,
            id=question,
            person_id=self._id,
            share_id=self._share,
            sealed_question=self._seal(words().asked, f"questions/{question}"),
            sealed_answer=self._seal(words().answered, f"questions/{question}/answer"),
            asked_by=self._place.account,
            asked_at=self._later(0.4),
            answered_at=self._later(0.7),
            left_at=None,
        )

    def _promise(self, due: Any) -> None:
        commitment = self._new_id()
        self._add(
            CommitmentRow,
            id=commitment,
            person_id=self._id,
            share_id=self._share,
            line_id="l1",
            version=1,
            state=Progress.PLANNED,
            due=due,
            sealed_words=self._seal(words().promised, f"commitments/{commitment}"),
            sealed_promised=None,
            made_by=self._place.account,
            changed_by=self._place.account,
            created_at=self._later(0.4),
            changed_at=self._later(0.4),
        )

    # --- the small things ---------------------------------------------------------------------------------------------

    def _add(self, table: type[Table], **columns: Any) -> None:
        self._rows[table].append(columns)

    def _audit(self, action: str, subject: str) -> None:
        self._add(AuditRow, at=self._at, actor="person", action=action, person_id=self._id, subject=subject)

    def _seal(self, said: str, belongs_to: str) -> bytes:
        return seal(self._key, said.encode(), f"{belongs_to}/{self._id}")

    def _later(self, share: float) -> datetime:
        """Return the moment so far (0 to 1) between the sharing and now."""
        return self._at + share * (self._now - self._at)

    def _new_id(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))
