"""Which of many weekly schedules are open at a moment, looked up for all of them at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.model.directory import Hours
from bot.signposting.hours import WEEK_MINUTES, minute_of_week, openings

OPEN, CLOSED, UNKNOWN = 1, -1, 0

States = npt.NDArray[np.int8]
_Minutes = npt.NDArray[np.int32]
_NONE: Final[tuple[int, int, int]] = (0, 0, 0)


class Schedules:
    """The different schedules of one version of the directory."""

    def __init__(self, every: Sequence[tuple[Hours, ...]]) -> None:
        self._every = tuple(every)
        found = [(at, *span) for at, hours in enumerate(self._every) for span in openings(hours)] or [_NONE]
        self._of, self._starts, self._ends = (np.array(column, dtype=np.int32) for column in zip(*found, strict=True))
        self._closed = np.array([CLOSED if hours else UNKNOWN for hours in self._every] or [UNKNOWN], dtype=np.int8)

    def are(self, every: Sequence[tuple[Hours, ...]]) -> bool:
        """Whether they are these, in this order."""
        return self._every == tuple(every)

    def states(self, at: datetime) -> States:
        """Return OPEN, CLOSED or, where hours are not known, UNKNOWN for each of them. Without a zone it is UK time."""
        minute = minute_of_week(at)
        found = self._closed.copy()
        for one in (minute, minute + WEEK_MINUTES):
            found[self._of[(self._starts <= one) & (one < self._ends)]] = OPEN
        return found
