"""What the staff pages need of the service behind them. The real one is in `bot.stages.team_pages`.

Every method asks anew for consent and for membership of the team. What is not shared (any more) raises NotSharedError,
whatever the reason is; words that cannot be kept raise InvalidError.
"""

from datetime import date
from typing import Protocol

from bot.model.staff import Staff
from bot.model.teamwork import InboxPage, InboxState, Progress, SharedWithTeam


class TeamPages(Protocol):
    """Reads what was shared with a team and keeps what the team says back. It may wait for the store."""

    def inbox(self, staff: Staff, team: str, state: InboxState | None, page: int) -> InboxPage: ...

    def open(self, staff: Staff, share: str, *, printed: bool = False) -> SharedWithTeam:
        """Return one person's page. That it was opened, or printed, is audited before anything is returned."""
        ...

    def promise(
        self,
        staff: Staff,
        share: str,
        line: str,
        words: str,
        due: date | None,
        *,
        state: Progress = Progress.PLANNED,
    ) -> object: ...

    def change(self, staff: Staff, share: str, commitment: str, state: Progress, words: str) -> object: ...

    def ask(self, staff: Staff, share: str, question: str) -> object: ...

    def reflect(
        self, staff: Staff, share: str, statement: int, together: bool, words: str, *, people: int = 1
    ) -> object: ...
