"""Feedback as counts alone: no person, no words, no time. Counts under 5 are never shown."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.store.tables.feedback import FeedbackRow

FEWEST = 5
FEWER = f"fewer than {FEWEST}"


class Feedback:
    """The counts of the store."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def count(self, answer: str) -> None:
        """Count an answer once more."""
        row = self._session.get(FeedbackRow, answer)
        if row is None:
            self._session.add(FeedbackRow(answer=answer, count=1))
        else:
            row.count = FeedbackRow.count + 1  # by the store, so that two at once are two
        self._session.flush()

    def shown(self, answers: tuple[str, ...]) -> dict[str, str]:
        """Return the count of each answer as it may be shown: what is under 5 (none as well) is fewer than 5."""
        counts = {row.answer: row.count for row in self._session.scalars(select(FeedbackRow))}
        return {each: str(counts[each]) if counts.get(each, 0) >= FEWEST else FEWER for each in answers}
