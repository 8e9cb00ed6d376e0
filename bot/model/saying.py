"""What a stage wants said: the name of a response and what to fill in. The sentences live in data/responses."""

from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `payload` is `intent` or `choose:value` and never leaves the server."""

    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class Say:
    """One response with its values, extra buttons and links ((title, url) pairs)."""

    response: str
    values: dict[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return plain types, so that a turn can be said again after a fault."""
        return {
            "response": self.response,
            "values": self.values,
            "buttons": [[b.title, b.payload] for b in self.buttons],
            "links": [list(link) for link in self.links],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave."""
        buttons = tuple(Button(title, payload) for title, payload in data["buttons"])
        return cls(data["response"], data["values"], buttons, tuple((t, u) for t, u in data["links"]))


@dataclass(frozen=True, slots=True)
class Said:
    """What a person did in one turn: the intent acted on, their exact words, and the value of a pressed button.

    `guesses`: what the words may mean, likeliest first, each with its confidence (0 to 1).
    """

    intent: str
    words: str = ""
    choice: str = ""
    guesses: tuple[tuple[str, float], ...] = ()
