"""Who died, as far as somebody told, in codes alone: kept beside their place, so that nobody asks them twice."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self, TypeVar

from bot.model.directory import Loss, Relationship
from bot.model.search import Grief


class Word(StrEnum):
    """The word that somebody used for a death."""

    DIED = "died"
    PASSED = "passed"
    GONE = "gone"
    LOST = "lost"


class Early(StrEnum):
    """How somebody speaks of a pregnancy that ended, where they do not say baby."""

    MISCARRIAGE = "miscarriage"
    ECTOPIC = "ectopic"
    ENDED = "ended"
    LOST = "lost"


class Theirs(StrEnum):
    """The one whom a record is about has died, and what became of the questions about them."""

    TOLD = "told"
    """The safety door was told: the questions are still to be put down."""
    PUT_DOWN = "put_down"
    """They were put down, or somebody asked to go on with what is written all the same."""


Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Bereft:
    """Who died, how, what was said of when and whether it was expected, and the word that the person used for it.

    `settled`: the safety door has answered this death, knowing that it was expected, with staff, or some time ago.
    `early`: their word for a pregnancy that ended. `theirs`: it was the one whom the record is about who died.
    """

    who: Relationship | None = None
    how: Loss | None = None
    word: Word | None = None
    grief: Grief | None = None
    settled: bool = False
    early: Early | None = None
    theirs: Theirs | None = None

    def to_json(self) -> dict[str, Any]:
        """Return plain types, without what is not known."""
        return {key: value for key, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. A code of another version is left out."""
        return cls(
            _code(Relationship, data.get("who")),
            _code(Loss, data.get("how")),
            _code(Word, data.get("word")),
            _code(Grief, data.get("grief")),
            data.get("settled") is True,
            _code(Early, data.get("early")),
            _code(Theirs, data.get("theirs")),
        )


def _code(kind: type[Code], value: object) -> Code | None:
    return next((code for code in kind if code == value), None)
