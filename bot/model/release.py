"""Notes that open after the death of whoever wrote them: who has a link, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.headings import Heading
from bot.model.ids import ReleaseId
from bot.model.position import Door


class Role(StrEnum):
    """What a link is for."""

    TRUSTED_ONE = "trusted_one"
    TRUSTED_TWO = "trusted_two"
    READER = "reader"


TRUSTED = (Role.TRUSTED_ONE, Role.TRUSTED_TWO)


class Stage(StrEnum):
    """How far it has come. Nothing is read before it is open."""

    SET = "set"
    """Nobody has said that the person died."""
    ONE = "one"
    """One of the two has said so."""
    WAITING = "waiting"
    """Both have said so, and the delay runs."""
    OPEN = "open"


class Say(StrEnum):
    """What a trusted person can say behind their link."""

    DIED = "died"
    STOP = "stop"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person asks for. `expires_at` None is without an end; `delay_days` run once both have said so."""

    sections: tuple[Heading, ...]
    readers: tuple[str, ...]
    trusted: tuple[str, str]
    door: Door
    delay_days: int
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HolderLink:
    """A link and PIN to pass on. They exist only here; the store holds hashes."""

    role: Role
    name: str
    token: str
    pin: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a link, as the person sees them. `said_at`: when they said that the person died, if it counts.

    `opened_at` is the last time that a reader opened it, out of `openings` times.
    """

    role: Role
    name: str
    locked: bool
    said_at: datetime | None = None
    openings: int = 0
    opened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One of them, as the person sees it. `stands`: it is neither stopped nor over, and a yes to it stands."""

    id: ReleaseId
    sections: tuple[Heading, ...]
    door: Door
    holders: tuple[Holder, ...]
    stage: Stage
    expires_at: datetime | None
    stands: bool

    @property
    def readers(self) -> tuple[Holder, ...]:
        return tuple(holder for holder in self.holders if holder.role is Role.READER)

    @property
    def trusted(self) -> tuple[Holder, ...]:
        return tuple(holder for holder in self.holders if holder.role in TRUSTED)


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody said that the person had died, and it counts no more. `read_at`: when it was last read meanwhile."""

    release: ReleaseId
    name: str
    at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class TrustedView:
    """What a trusted person sees behind their link. `opens_at` is the end of the delay, once it runs.

    `stopped`: what was said before counts no more.
    """

    stage: Stage
    you_said: bool
    stopped: bool
    delay_days: int
    opens_at: datetime | None = None
