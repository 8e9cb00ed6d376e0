"""The time of the server: real, until a test stops it, and pushed forward by a test."""

import time


class Clock:
    """Time, which a test can stop and push forward. It never goes back."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._stopped: float | None = None

    def now(self) -> float:
        """Seconds since 1970."""
        return (time.time() if self._stopped is None else self._stopped) + self._ahead

    def stop(self) -> None:
        self._stopped = time.time()

    def move(self, seconds: float) -> None:
        self._ahead += seconds
