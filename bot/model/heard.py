"""What was heard from somebody who grieves, in codes alone: nobody is met with the same words, or asked on and on."""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Heard:
    """What was answered before (`told`), how often words were heard that were nothing of that, and if this turn was.

    `asked` is the question of a search that was put last, `passed` how often something else was said instead, and
    `offered` whether it was said that help can be looked for at any time.
    """

    told: tuple[str, ...] = ()
    times: int = 0
    now: bool = False
    asked: str = ""
    passed: int = 0
    offered: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return plain types, without what was never told."""
        return {key: value for key, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave."""
        times, passed = data.get("times", 0), data.get("passed", 0)
        return cls(
            tuple(str(code) for code in data.get("told", ())),
            times if isinstance(times, int) else 0,
            data.get("now") is True,
            str(data.get("asked", "")),
            passed if isinstance(passed, int) else 0,
            data.get("offered") is True,
        )
