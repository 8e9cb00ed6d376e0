"""A plan for one conversation, in the person's own words. It lives in the sealed draft, and goes when that goes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self

from bot.model.own_time import Hour


class Part(StrEnum):
    """What a plan holds, in the order in which it is asked about."""

    WHO = "who"
    OTHERS = "others"
    WHEN = "when"
    WHERE = "where"
    HOPE = "hope"
    HARD = "hard"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Plan:
    """Who with, who else, when, where, what is hoped for, what feels hard, and the first words.

    `moment` (UTC) is what `when` was understood as, if it was, and `hour` how the time of day was said. `tone` names
    one of the offered openings, where `first` holds no words of their own. `made`: they have come to the card, and each
    change leads back to it. `to_ask` are parts to be changed to words that are still to come, `told_ahead` those that
    were told before they were asked about.
    """

    who: str = ""
    others: str = ""
    when: str = ""
    where: str = ""
    hope: str = ""
    hard: str = ""
    first: str = ""
    moment: datetime | None = None
    hour: Hour = Hour.UNSAID
    tone: str = ""
    made: bool = False
    to_ask: tuple[Part, ...] = ()
    told_ahead: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        """Say whether it holds anything."""
        return any(self.has(part) for part in Part)

    def words(self, part: Part) -> str:
        """Return what was said of this part, or an empty string."""
        return str(getattr(self, part))

    def has(self, part: Part) -> bool:
        """Say whether this part was answered."""
        return bool(self.words(part) or (part is Part.FIRST and self.tone))

    def saying(self, part: Part, words: str) -> Self:
        """Return a copy that says something else here. A time that was understood goes with the words for it."""
        there: dict[str, Any] = {part.value: words}
        if part is Part.WHEN:
            there |= {"moment": None, "hour": Hour.UNSAID}
        if part is Part.FIRST:
            there |= {"tone": ""}
        return replace(self, **there)

    @property
    def next_part(self) -> Part | None:
        """The part after the last that was answered, or None when the last of all was."""
        answered = [place for place, part in enumerate(Part) if self.has(part)]
        following = tuple(Part)[max(answered, default=-1) + 1 :]
        return following[0] if following else None

    def to_json(self) -> dict[str, Any]:
        """Return plain types for sealing."""
        said: dict[str, Any] = {part.value: self.words(part) for part in Part}
        moment = self.moment.astimezone(UTC).isoformat() if self.moment else ""
        asked = {"to_ask": list(self.to_ask), "told_ahead": list(self.told_ahead)}
        return said | asked | {"moment": moment, "hour": self.hour.value, "tone": self.tone, "made": self.made}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. A draft of an earlier version has none of it."""
        said = {part.value: data.get(part.value, "") for part in Part}
        moment = datetime.fromisoformat(data["moment"]) if data.get("moment") else None
        hour = Hour(data.get("hour", Hour.UNSAID))
        to_ask, ahead = (tuple(Part(part) for part in data.get(name, ())) for name in ("to_ask", "told_ahead"))
        tone, made = data.get("tone", ""), data.get("made", False)
        return cls(**said, moment=moment, hour=hour, tone=tone, made=made, to_ask=to_ask, told_ahead=ahead)
