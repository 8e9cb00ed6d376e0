"""A person's own copy, with what its other forms need besides the words: headings, kinds of line, the yes to keep."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.draft import Line
from bot.model.headings import Heading
from bot.model.position import Door


class CopyForm(StrEnum):
    """The forms in which a copy can be had. The value is the last part of its address."""

    PRINT = "pdf"
    LARGE_PRINT = "large-print"
    CARD = "card"
    TEXT = "text"
    RECORD = "record"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Agreed:
    """The yes to keep that stands: the name of the wording, such as "keep/2", and when it was said (UTC)."""

    wording: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """The newest kept version. `lines` are in the order in which they are read; `updated_at` is UTC.

    `called`: the name that they gave to a team, where that share stands, else "". `supported`: who helped to write it.
    """

    lines: tuple[Line, ...]
    door: Door
    version: int
    updated_at: datetime
    agreed: Agreed
    supported: str = ""
    called: str = ""

    def under(self, heading: Heading) -> tuple[Line, ...]:
        """Return the lines under one heading, each why behind what it explains."""
        return tuple(line for line in self.lines if line.heading is heading)
