"""What was not right: who answers, by when, and what became of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    """Whom the people who run this copy have named to answer, and within how many days. No name: nobody will reply."""

    name: str = ""
    role: str = ""
    days: int = 10

    @property
    def who(self) -> str:
        """The name with the role, as people read it; empty where nobody is named."""
        return f"{self.name} ({self.role})" if self.name and self.role else self.name


@dataclass(frozen=True, slots=True)
class Complaint:
    """What one person sent, to whom it was said to go, and the answer, if there is one. Times are UTC."""

    id: str
    words: str
    who: str
    sent_at: datetime
    due_at: datetime
    answer: str | None
    told: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One of all that were sent, without a word of it."""

    id: str
    sent_at: datetime
    due_at: datetime
    answered_at: datetime | None
