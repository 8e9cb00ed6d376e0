"""Rows of invented people, put into a store in bulk, as the records' own doors would leave them.

Thousands through the doors would take many minutes. Words are sealed as the doors seal them, and every entry of the
audit is bound to the one before it, so that every page opens and `what-matters audit verify` finds all of it whole.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Engine, insert
from sqlalchemy.orm import Session

from bot.model.clock import SystemClock
from bot.model.consent import Decision
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.audit import Audit
from bot.records.audit_chain import AuditChain, Head
from bot.records.consent import WORDINGS, Purpose
from bot.records.named_keys import NamedKeys
from bot.records.people import key_of
from bot.records.team_marks import Attention
from bot.store.crypto import new_key, seal
from bot.store.keys import Keys
from bot.store.tables.audit_chain import AuditLinkRow
from bot.store.tables.base import Table
from bot.store.tables.people import AuditRow, ConsentRow, OpeningRow, PersonRow, ShareRow, SummaryRow
from bot.store.tables.teamwork import CommitmentRow, QuestionRow, TeamOpeningRow, TeamShareRow

_ORDER: Final[tuple[type[Table], ...]] = (
    PersonRow,
    SummaryRow,
    AuditRow,
    AuditLinkRow,
    ConsentRow,
    ShareRow,
    OpeningRow,
    TeamShareRow,
    TeamOpeningRow,
    CommitmentRow,
    QuestionRow,
)
"""What others point to comes first."""

Said = Iterable[tuple[Heading, str]]
"""Lines, each under its heading."""


@dataclass
class Place:
    """Where rows go: a new store, the key that protects its keys, the team, and the account that acts for it.

    `head`: where the chain of its audit ends. `rows` wait to be written.
    """

    database: Engine
    keys: Keys
    team: str
    account: str
    head: Head = field(default_factory=Head)
    rows: dict[type[Table], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def write(self) -> None:
        """Put what waits into the store, with the end of the chain."""
        with Session(self.database) as session:
            for table in _ORDER:
                if self.rows[table]:
                    session.execute(insert(table), self.rows[table])
            if self.head.number:
                Audit(session, SystemClock(), self.chain).end_at(self.head)
            session.commit()
        self.rows.clear()

    @cached_property
    def chain(self) -> AuditChain:
        """Makes the links, under the key of this store."""
        with Session(self.database) as session:
            chain = AuditChain(NamedKeys(session, self.keys))
            chain.seal(self.head)  # it reads its key once, while there is a session
        return chain


class Own:
    """One person, the key of their own, and the rows that are theirs."""

    def __init__(self, place: Place, chance: random.Random) -> None:
        self._place, self._chance = place, chance
        self.id, self._team_share, self._key = self._new_id(), self._new_id(), new_key()

    # --- what there is of everybody -----------------------------------------------------------------------------------

    def _begin(self, at: datetime) -> None:
        wrapped = self._place.keys.wrap(self._key, key_of(self.id))
        self._add(PersonRow, id=self.id, wrapped_key=wrapped, position={}, created_at=at, last_seen_at=at)
        self._agree(Purpose.KEEP, at)

    def _keep(self, version: int, said: Said, at: datetime) -> None:
        draft = Draft()
        for heading, words in said:
            kind = Kind.WHAT if heading is Heading.MOST_IMPORTANT else Kind.ADDED
            draft = draft.adding(heading, kind, 0, words)
        self._add(
            SummaryRow,
            id=self._new_id(),
            person_id=self.id,
            version=version,
            door=Door.ME,
            sealed_lines=self._seal(json.dumps(Draft(draft.lines).to_json()), f"summaries/{version}"),
            created_at=at,
        )
        self._audit("person", "summary kept", f"version {version}", at)

    def _share_with_team(self, sections: Iterable[Heading], called: str, at: datetime, **columns: Any) -> None:
        parts = [heading.value for heading in sections]
        team, until = self._place.team, columns["expires_at"]
        self._agree(Purpose.SHARE_TEAM, at, self._team_share, recipient=team, sections=parts, expires_at=until)
        self._add(
            TeamShareRow,
            **{
                "id": self._team_share,
                "person_id": self.id,
                "team_id": team,
                "door": Door.ME,
                "sealed_called": self._seal(called, f"team_shares/{self._team_share}"),
                "seen_version": 0,
                "attention": Attention.NEVER_OPENED,
                "next_due": None,
                "created_at": at,
                "stopped_at": None,
            }
            | columns,
        )
        self._audit("person", "shared with team", self._team_share, at)

    def _team_opens(self, version: int, at: datetime) -> None:
        account = self._place.account
        self._audit(f"staff:{account}", "team page opened", self._team_share, at)
        self._add(TeamOpeningRow, share_id=self._team_share, account_id=account, version=version, opened_at=at)

    # --- consent ------------------------------------------------------------------------------------------------------

    def _agree(self, purpose: Purpose, at: datetime, subject: str = "", **terms: Any) -> None:
        self._decide(Decision.GIVEN, purpose, subject, at, **terms)

    def _decide(self, decision: Decision, purpose: Purpose, subject: str, at: datetime, **terms: Any) -> None:
        columns: dict[str, Any] = {
            "person_id": self.id,
            "decision": decision,
            "purpose": purpose,
            "subject": subject,
            "wording": WORDINGS[purpose],
            "recipient": "",
            "sections": [],
            "door": Door.ME,
            "channel": "",
            "manner": "",
            "decided_at": at,
            "expires_at": None,
        } | terms
        seals = self._place.chain.digest(ConsentRow(**columns))
        number = self._audit("person", f"consent {decision}: {purpose}", subject, at, seals)
        self._add(ConsentRow, number=number, **columns)

    # --- the small things ---------------------------------------------------------------------------------------------

    def _audit(self, actor: str, action: str, subject: str, at: datetime, seals: str = "") -> int:
        head = self._place.head
        about = {"actor": actor, "action": action, "person_id": self.id, "subject": subject}
        columns = {"number": head.number + 1, "at": at, **about}
        link = self._place.chain.link(head.link, AuditRow(**columns), seals)
        self._place.head = Head(head.number + 1, link)
        self._add(AuditRow, **columns)
        self._add(AuditLinkRow, number=head.number + 1, seals=seals, link=link)
        return head.number + 1

    def _add(self, table: type[Table], **columns: Any) -> None:
        self._place.rows[table].append(columns)

    def _seal(self, said: str, belongs_to: str) -> bytes:
        return seal(self._key, said.encode(), f"{belongs_to}/{self.id}")

    def _new_id(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))
