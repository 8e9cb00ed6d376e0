"""Invented people who share with one team, in every state in which a share can stand in an inbox; see `rows`."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from bench.growth.rows import Own, Place
from bot.model.consent import Decision
from bot.model.headings import Heading
from bot.model.teamwork import InboxState, Progress
from bot.records.consent import Purpose
from bot.records.team_marks import Attention
from bot.store.tables.teamwork import CommitmentRow, QuestionRow

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


def share(place: Place, count: int, now: datetime, tick: Callable[[int], None]) -> None:
    """Put `count` shares that stand into the store, and some that ended. `tick` hears how many there are so far."""
    chance = random.Random(_SEED)  # noqa: S311  (it hides nothing)
    for number in range(count):
        _Person(place, chance, now).shares(_MIX[number % len(_MIX)])
        if number % _ENDED_EVERY == 0:
            _Person(place, chance, now).shared(stopped=bool(number % (2 * _ENDED_EVERY)))
        if number % _AT_ONCE == 0:
            place.write()
            tick(number)
    place.write()


class _Person(Own):
    """One person who shares with the team, and what happens since."""

    def __init__(self, place: Place, chance: random.Random, now: datetime) -> None:
        super().__init__(place, chance)
        self._now = now
        self._at = now - timedelta(days=chance.uniform(1, _DAYS_AGO))

    def shares(self, state: InboxState) -> None:
        """Keep and share; then what has to happen for the share to stand in the inbox in this state."""
        self._begins()
        due, seen = self._due(state), int(state is not InboxState.NEW)
        self._shares(attention=_ATTENTION[state], next_due=due, seen_version=seen, expires_at=self._at + _KEPT_FOR)
        self._acts(state, due)

    def shared(self, *, stopped: bool) -> None:
        """Keep and share, and end it: stopped by the person, or past its day."""
        self._begins()
        if stopped:
            self._shares(stopped_at=self._now, expires_at=self._at + _KEPT_FOR)
            self._decide(Decision.WITHDRAWN, Purpose.SHARE_TEAM, self._team_share, self._now)
        else:
            self._shares(expires_at=self._now - timedelta(hours=1))

    def _begins(self) -> None:
        self._begin(self._at)
        self._keep_some(1, self._at)

    def _shares(self, **columns: Any) -> None:
        self._share_with_team(words().lines, self._chance.choice(words().called), self._at, **columns)

    def _keep_some(self, version: int, at: datetime) -> None:
        said = [(heading, self._chance.choice(some)) for heading, some in words().lines.items()]
        self._keep(version, said, at)

    # --- what happens since -------------------------------------------------------------------------------------------

    def _due(self, state: InboxState) -> Any:
        """Return the day by which something is still to be done, or None."""
        if state is InboxState.DUE or (state is InboxState.READ and self._chance.random() < 1 / 3):
            days = self._chance.randrange(0, 14)
            return (self._now + timedelta(days=-days if state is InboxState.DUE else days + 2)).date()
        return None

    def _acts(self, state: InboxState, due: Any) -> None:
        """Do what leads to a state."""
        if state is InboxState.NEW:
            return
        self._team_opens(1, self._later(0.3))
        if state is InboxState.CHANGED:
            self._keep_some(2, self._later(0.6))
        if state is InboxState.ANSWERED:
            self._ask()
        if due is not None:
            self._promise(due)

    def _ask(self) -> None:
        question = self._new_id()
        self._add(
            QuestionRow,
            id=question,
            person_id=self.id,
            share_id=self._team_share,
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
            person_id=self.id,
            share_id=self._team_share,
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

    def _later(self, share: float) -> datetime:
        """Return the moment so far (0 to 1) between the sharing and now."""
        return self._at + share * (self._now - self._at)
