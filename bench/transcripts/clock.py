"""The time of a conversation that is written down: what one small file says, which its run moves."""

from datetime import datetime
from pathlib import Path

WHERE = "TRANSCRIPTS_CLOCK"
"""The variable that tells the processes which file."""


class ClockInAFile:
    """The moment that a file says, for processes that have to agree on it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return datetime.fromisoformat(self._path.read_text(encoding="utf-8"))

    def put(self, moment: datetime) -> None:
        """Make it this moment, at once for everybody who looks."""
        unfinished = self._path.with_suffix(".new")
        unfinished.write_text(moment.isoformat(), encoding="utf-8")
        unfinished.replace(self._path)
