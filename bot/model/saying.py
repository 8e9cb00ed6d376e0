"""What a stage wants said: the name of a response and what to fill in. The sentences live in data/responses."""

from dataclasses import dataclass, field
from typing import Any, Self

from bot.model.consent import HowSaid


@dataclass(frozen=True, slots=True)
class Button:
    """A button: `payload` is `intent` or `choose:value` and never leaves the server."""

    title: str
    payload: str


@dataclass(frozen=True, slots=True)
class Say:
    """One response with its values, extra buttons and links ((title, url) pairs).

    `told`: ids of notices of a team that this tells of; they count as told once the reply has been given out.
    """

    response: str
    values: dict[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return plain types, so that a turn can be said again after a fault."""
        return {
            "response": self.response,
            "values": self.values,
            "buttons": [[b.title, b.payload] for b in self.buttons],
            "links": [list(link) for link in self.links],
            "told": list(self.told),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave."""
        buttons = tuple(Button(title, payload) for title, payload in data["buttons"])
        links = tuple((title, url) for title, url in data["links"])
        return cls(data["response"], data["values"], buttons, links, tuple(data.get("told", ())))


@dataclass(frozen=True, slots=True)
class Said:
    """What a person did in one turn: the intent acted on, their exact words, and the value of a pressed button.

    `guesses`: what the words may mean, likeliest first, each with its confidence (0 to 1). `how`: where it came in.
    """

    intent: str
    words: str = ""
    choice: str = ""
    guesses: tuple[tuple[str, float], ...] = ()
    how: HowSaid = field(default_factory=HowSaid, compare=False)
