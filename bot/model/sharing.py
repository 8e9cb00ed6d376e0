"""What the holder of a link reads, and a person's own copy: the words as they were written, ready to show."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.position import Door


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One thing that matters, exactly as it was written, and why it does if that was said."""

    words: str
    why: str | None


@dataclass(frozen=True, slots=True)
class SharedSection:
    """The lines under one heading of PRSB About Me."""

    heading: str
    lines: tuple[SharedLine, ...]


@dataclass(frozen=True, slots=True)
class SharedSummary:
    """One dated version. Times are UTC; `expires_at` None is a person's own copy, which has no recipient.

    `door` close: somebody's own view of another person. `supported`: who helped to write it, as the person put it.
    `after_death`: it opened after the death of whoever chose this reader.
    """

    recipient: str
    written_by: str
    sections: tuple[SharedSection, ...]
    version: int
    updated_at: datetime
    expires_at: datetime | None
    door: Door = Door.ME
    supported: str = ""
    after_death: bool = False
