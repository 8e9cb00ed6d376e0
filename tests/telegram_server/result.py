"""What a method answers when it did what was asked."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    """The `result`, and the `description` that a few methods add. `has_effect` is False where nothing changed."""

    value: Any = True
    description: str = ""
    has_effect: bool = True

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": True, "result": self.value}
        return body | ({"description": self.description} if self.description else {})
