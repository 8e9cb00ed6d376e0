"""Themes: how many people wrote under each heading, of those alone who said yes to being counted. Never under 5.

Whose notes are counted is asked of the ledger at each count, and noted in the audit before they are opened. Only the
headings are looked at: no word, name or id leaves this file.
"""

from collections import Counter

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.headings import Heading
from bot.model.ids import PersonId
from bot.records.audit import Audit
from bot.records.consent import Purpose, yes_now
from bot.records.feedback import FEWER, FEWEST
from bot.records.summaries import Summaries
from bot.store.tables.people import ConsentRow, PersonRow, SummaryRow

COUNTED = "counted in themes"


class Themes:
    """The themes of the store."""

    def __init__(self, session: Session, clock: Clock, summaries: Summaries, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._summaries = summaries
        self._audit = audit

    def shown(self) -> dict[Heading, str]:
        """Return how many people wrote under each heading, as it may be shown. Commit: that it was done is noted."""
        people = self._counted()
        if len(people) < FEWEST:
            return dict.fromkeys(Heading, FEWER)
        self._audit.note_each("operator", COUNTED, ((person, "") for person in people))
        under: Counter[Heading] = Counter()
        for person in people:
            kept = self._summaries.latest(person)
            under.update({line.heading for line in kept.lines} if kept else ())
        return {heading: str(under[heading]) if under[heading] >= FEWEST else FEWER for heading in Heading}

    def _counted(self) -> list[PersonId]:
        """Return those who keep something and said yes to keeping it and to being counted, as both stand now."""
        now = self._clock.now()
        agreed = (
            yes_now(now)
            .where(ConsentRow.purpose == purpose, ConsentRow.subject == "", ConsentRow.person_id == PersonRow.id)
            .correlate(PersonRow)
            .exists()
            for purpose in (Purpose.KEEP, Purpose.IMPROVE)
        )
        query = select(PersonRow.id).where(*agreed, _kept_anything()).order_by(PersonRow.id)
        return [PersonId(person) for person in self._session.scalars(query)]


def _kept_anything() -> ColumnElement[bool]:
    return select(SummaryRow.id).where(SummaryRow.person_id == PersonRow.id).correlate(PersonRow).exists()
