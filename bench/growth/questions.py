"""What is asked of both stores, and how: searches for support, and looks at the inbox of a team."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bench.growth.situations import Situation
from bot.model.teamwork import InboxState


class How(StrEnum):
    """By which door something is asked: a page, the API, or the part behind both of them, called directly."""

    PAGE = "page"
    JSON = "JSON"
    ALONE = "without the web"


class Part(StrEnum):
    """Which page of an inbox."""

    FIRST = "first page"
    MIDDLE = "middle page"
    LAST = "last page"


@dataclass(frozen=True, slots=True)
class Search:
    """A search for support."""

    how: How
    situation: Situation


@dataclass(frozen=True, slots=True)
class Look:
    """A look at the inbox of the one team, of one state if given."""

    how: How
    part: Part
    state: InboxState | None = None


class What(StrEnum):
    """What a volunteer did with an entry of the directory."""

    CHECKED = "after a check"
    RENAMED = "after a new name"


@dataclass(frozen=True, slots=True)
class After:
    """The first search after one entry was changed; which one is counted from 0."""

    what: What
    number: int
    situation: Situation


Question = Search | Look | After
Questions = Mapping[str, Sequence[Question]]
"""By the name of the row that they go into."""


def searches(situations: Sequence[Situation]) -> Questions:
    """Return each situation, asked by each door."""
    return {f"search, {how}": [Search(how, one) for one in situations] for how in (How.JSON, How.PAGE, How.ALONE)}


def after_changes(situations: Sequence[Situation], times: int) -> Questions:
    """Return searches that come first after a change, each change to an entry of its own."""
    return {
        f"search, first {what}": [
            After(what, at * times + number, situations[number % len(situations)]) for number in range(times)
        ]
        for at, what in enumerate(What)
    }


def looks(times: int) -> Questions:
    """Return every part of the inbox and every state of it, each so many times."""
    pages = {f"inbox, {part}": Look(How.PAGE, part) for part in Part}
    states = {f"inbox, “{state}”, first page": Look(How.PAGE, Part.FIRST, state) for state in InboxState}
    alone = {f"inbox, {part}, {How.ALONE}": Look(How.ALONE, part) for part in Part}
    return {name: [look] * times for name, look in (pages | states | alone).items()}
