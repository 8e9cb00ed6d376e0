"""By which doors the record of somebody is opened."""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Door(StrEnum):
    """A way to somebody's words, or to what is said about them; also the name of its row."""

    COPY = "the person, own copy on the web"
    REVIEW = "the person, summary in the chat"
    LINK = "a named person, link and PIN"
    LINK_BUT_HASH = "a named person, without the PIN's slow hash"
    TEAM = "a member of the team"
    LOOKED = "who looked, in the chat, 50 entries"
    EVERYTHING = "all that is held, gathered, 50 entries"
    CHANGED = "what changed, in the chat, latest two"
    ALL_CHANGED = "what changed, as a team reads it, all five"


Questions = Mapping[str, Sequence[Door]]
"""By the name of the row that they go into."""


def through_every_door(times: int) -> Questions:
    """Return each door, so many times."""
    return {door: [door] * times for door in Door}
