"""Time as the launcher sees it, so that tests can hand it a clock of their own."""

import time
from typing import Protocol


class Clock(Protocol):
    """Something that tells how time passes."""

    def now(self) -> float:
        """Seconds from any fixed moment, never running backwards."""

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
