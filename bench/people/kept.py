"""Invented people who kept five versions and shared them, and who looked since; see `bench.growth.rows`.

Everybody lives through the same weeks, so that the rows of one person lie as far apart in the store as they would.
"""

import hashlib
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from argon2 import PasswordHasher, extract_parameters

from bench.growth.rows import Own, Place, Said
from bench.growth.summaries import words
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import Purpose
from bot.records.team_marks import Attention
from bot.records.unit_of_work import Begin
from bot.store.tables.people import OpeningRow, ShareRow

VERSIONS: Final = 5
LOOKED_AT_EVERY: Final = 10
"""Of so many people, the first was looked at so often that 50 entries of the audit are about them."""
ENTRIES: Final = 50
PIN: Final = "204060"
_SEED: Final = 10_000
_AT_ONCE: Final = 500
_LOOKS: Final = 4
"""By the team and by the reader each, after each version, of those who were looked at so often."""
_LINES: Final = 2
_SINCE: Final = timedelta(days=75)
_KEPT_FOR: Final = timedelta(days=90)
_SECTIONS: Final = (Heading.MOST_IMPORTANT, Heading.PEOPLE, Heading.SUPPORT)
_LEAST: Final = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def token(number: int) -> str:
    """Return the secret part of the link of a person, who are counted from 0."""
    return f"link-of-invented-person-{number:08d}"


def is_slow(number: int) -> bool:
    """Say whether the PIN of this person is hashed as the door hashes it. It is for every second person.

    That of the others is hashed as cheaply as can be: what is left of opening their page is everything but the hash.
    """
    return number % 2 == 1


def was_looked_at(number: int) -> bool:
    """Say whether 50 entries of the audit are about this person."""
    return number % LOOKED_AT_EVERY == 0


def keep(place: Place, begin: Begin, count: int, now: datetime, tick: Callable[[int], None]) -> None:
    """Put `count` people into the store. `tick` hears how many rows of the audit there are so far."""
    chance = random.Random(_SEED)  # noqa: S311  (it hides nothing)
    hashes = {True: _as_the_door_does(begin), False: _LEAST.hash(PIN)}
    people = [_Person(place, chance, number, hashes[is_slow(number)]) for number in range(count)]
    rounds = VERSIONS * (1 + _LOOKS)
    for number in range(rounds * count):
        at = now - _SINCE + number / (rounds * count) * _SINCE
        version, look = divmod(number // count, 1 + _LOOKS)
        people[number % count].lives(version + 1, look, at)
        if number % _AT_ONCE == 0:
            place.write()
            tick(place.head.number)
    place.write()


class _Person(Own):
    """One person, who keeps all of it and shares most of it, with a reader and with the team."""

    def __init__(self, place: Place, chance: random.Random, number: int, pin_hash: str) -> None:
        super().__init__(place, chance)
        self._number, self._pin_hash = number, pin_hash
        self._link = self._new_id()

    def lives(self, version: int, look: int, at: datetime) -> None:
        """Keep a version (`look` 0), or be looked at by those with whom it is shared."""
        if look == 0:
            if version == 1:
                self._begin(at)
            self._keep(version, self._some_lines(), at)
            if version == 1:
                self._share_by_link(at)
                self._shares_with_team(at)
            return
        often = was_looked_at(self._number)
        if often or look == 1:
            self._team_opens(version, at)
        if often or (look == 2 and version in {1, VERSIONS}):  # noqa: PLR2004  (after the team, first and last time)
            self._reader_opens(at)

    def _some_lines(self) -> Said:
        return [
            (heading, said) for heading, some in words().lines.items() for said in self._chance.sample(some, _LINES)
        ]

    def _share_by_link(self, at: datetime) -> None:
        sections, until = [heading.value for heading in _SECTIONS], at + _KEPT_FOR
        self._agree(Purpose.SHARE, at, self._link, sections=sections, expires_at=until)
        self._audit("person", "share made", self._link, at)
        self._add(
            ShareRow,
            id=self._link,
            person_id=self.id,
            token_hash=hashlib.sha256(token(self._number).encode()).hexdigest(),
            pin_hash=self._pin_hash,
            sealed_recipient=self._seal(self._chance.choice(words().called), f"shares/{self._link}"),
            door=Door.ME,
            wrong_pins=0,
            created_at=at,
            expires_at=until,
            stopped_at=None,
        )

    def _shares_with_team(self, at: datetime) -> None:
        seen = {"seen_version": VERSIONS, "attention": Attention.NOTHING_NEW}
        called = self._chance.choice(words().called)
        self._share_with_team(_SECTIONS, called, at, expires_at=at + _KEPT_FOR, **seen)

    def _reader_opens(self, at: datetime) -> None:
        self._audit(f"reader:{self._link}", "shared page opened", self._link, at)
        self._add(OpeningRow, share_id=self._link, opened_at=at)


def _as_the_door_does(begin: Begin) -> str:
    """Hash the PIN with what the records' own door hashes with. What is made for that is not stored."""
    with begin() as records:
        person, until = records.people.create(), records.clock.now() + _KEPT_FOR
        made = records.shares.create(person, "", _SECTIONS, until, Door.ME)
        hashed = records.shares.count_try(made.token)
    return PasswordHasher.from_parameters(extract_parameters(hashed)).hash(PIN)
