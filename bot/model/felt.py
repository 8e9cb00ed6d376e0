"""The feeling that was heard last, so that the same one said again is not met with the same words."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Felt:
    """Which feeling (the name of its intent), how often in a row, and how many turns have passed since."""

    feeling: str = ""
    times: int = 0
    turns: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return plain types for the store, without what was never told."""
        return {key: value for key, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave."""
        known = {f.name for f in fields(cls)}
        return cls(**{key: value for key, value in data.items() if key in known})
