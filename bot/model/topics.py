"""What there is to talk about, and how far somebody is in it: topics, numbers and what was asked, no word of theirs."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

MOST_REMEMBERED = 40
"""So many things that matter keep their topic."""


class Topic(StrEnum):
    """What may matter to somebody. The value is the value of its button."""

    PEOPLE = "people"
    GOOD_DAY = "good_day"
    PLACE = "place"
    COMFORT = "comfort"
    FAITH = "faith"
    TO_DO = "to_do"
    PRACTICAL = "practical"
    TALKING = "talking"
    SPEAKS = "speaks"
    AFTERWARDS = "afterwards"
    PLEASE = "please"
    OTHER = "other"


class Once(StrEnum):
    """What is asked, or said, at most once while one draft is written."""

    PLACE = "place"
    PLEASE = "please"
    CARING = "caring"
    ORDER = "order"
    HELPED = "helped"
    WORN_OUT = "worn_out"


@dataclass(frozen=True, slots=True)
class Focus:
    """`page` of ideas that is shown, 0 for none. `topics` of the things that matter, by their number in the draft.

    `asked`: what was asked already. `last`: the number of the last of several things that were told at once.
    """

    page: int = 0
    topics: tuple[tuple[int, Topic], ...] = ()
    asked: tuple[Once, ...] = ()
    last: int = 0

    def topic(self, number: int) -> Topic | None:
        """Return the topic of the thing with this number, or None where none was chosen."""
        return dict(self.topics).get(number)

    def about(self, number: int, topic: Topic | None) -> Self:
        """Return a copy in which the thing with this number has this topic; ideas are not shown any more."""
        others = tuple(pair for pair in self.topics if pair[0] != number)
        mine = () if topic is None else ((number, topic),)
        return replace(self, page=0, topics=(*others, *mine)[-MOST_REMEMBERED:])

    def having_asked(self, once: Once) -> Self:
        """Return a copy that knows that this was asked."""
        return self if once in self.asked else replace(self, asked=(*self.asked, once))

    def to_json(self) -> dict[str, Any]:
        """Return plain types, without what is empty."""
        everything = {
            "page": self.page,
            "topics": [[number, topic.value] for number, topic in self.topics],
            "asked": [once.value for once in self.asked],
            "last": self.last,
        }
        return {key: value for key, value in everything.items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read back what `to_json` gave. What another version called differently is left out."""
        return cls(
            page=int(data.get("page", 0)),
            topics=tuple((int(n), Topic(t)) for n, t in data.get("topics", ()) if t in set(Topic)),
            asked=tuple(Once(once) for once in data.get("asked", ()) if once in set(Once)),
            last=int(data.get("last", 0)),
        )
