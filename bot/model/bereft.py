"""Who died, as far as somebody told, in codes alone: kept beside their place, so that nobody asks them twice."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from bot.model.directory import Loss, Relationship


class Word(StrEnum):
    """The word that somebody used for a death."""

    DIED = "died"
    PASSED = "passed"
    GONE = "gone"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Bereft:
    """Who died, how, and the word that the person used for it."""

    who: Relationship | None = None
    how: Loss | None = None
    word: Word | None = None

    def to_json(self) -> dict[str, Any]:
        """Return plain types, without what is not known."""
        return {key: value for key, value in asdict(self).items() if value is not None}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. A code of another version is left out."""
        kinds: dict[str, type[StrEnum]] = {"who": Relationship, "how": Loss, "word": Word}
        known = {name: kind(data[name]) for name, kind in kinds.items() if data.get(name) in set(kind)}
        return cls(**known)  # type: ignore[arg-type]
