"""A decision about a record: what was agreed to, and how it was said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.headings import Heading


class Decision(StrEnum):
    """What was decided."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class Manner(StrEnum):
    """How something was said: by a button, or in words (also those of a button)."""

    PRESSED = "pressed"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class HowSaid:
    """Where a message came in (`web`, `telegram` or `api`, which the terminal uses too) and how; "" where not known."""

    channel: str = ""
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a yes to share is about: a team's id ("" for a link: the name is sealed with the share), parts, until when.

    A yes without an end has `until` None.
    """

    recipient: str = ""
    sections: tuple[Heading, ...] = ()
    until: datetime | None = None
