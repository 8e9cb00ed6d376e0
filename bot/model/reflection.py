"""What somebody says after a real conversation. It holds their words, so it lives in the sealed draft."""

from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self


class Went(StrEnum):
    """How a talk went, as a button says it or words that mean no more than one."""

    WELL = "well"
    MIXED = "mixed"
    HARD = "hard"
    NOT_YET = "not_yet"
    """It did not happen."""


class Feels(StrEnum):
    """How the person is afterwards, as a button says it."""

    ALL_RIGHT = "all_right"
    TIRED = "tired"
    LOW = "low"
    SOMEONE = "someone"
    """They would like to talk to somebody."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """One look back on one talk. All words are exactly as the person said them.

    `told` came before the first question, `next` is what they mean to do. `over`: what is told after it is about
    another talk.
    """

    told: str = ""
    went: Went | None = None
    how: str = ""
    learned: str = ""
    unsaid: str = ""
    feels: Feels | None = None
    now: str = ""
    next: str = ""
    over: bool = False

    @property
    def said(self) -> bool:
        """Whether there is anything in it."""
        return any((self.told, self.went, self.how, self.learned, self.unsaid, self.feels, self.now, self.next))

    def to_json(self) -> dict[str, Any]:
        """Return plain types for sealing."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. What another version called differently is left out."""
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in data.items() if name in known}
        for name, kind in _KINDS.items():
            values[name] = kind(values[name]) if values.get(name) in set(kind) else None
        return cls(**values)


_KINDS: dict[str, type[StrEnum]] = {"went": Went, "feels": Feels}
