"""Proof that audit and consents are as they were written: finds a row that was changed, removed, moved or put in.

It reads a thousand rows at a time, so that it takes no more memory for a long audit than for a short one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session, aliased

from bot.model.ids import PersonId
from bot.records.audit import ONLY_HEAD, Audit
from bot.records.audit_chain import AuditChain, AuditHeadError, Head, same
from bot.store.tables.audit_chain import AuditHeadRow, AuditLinkRow
from bot.store.tables.people import AuditRow, ConsentRow

BEGUN = "chain begun"
FORGOTTEN = "forgotten"
_AT_ONCE = 1000
_NOBODY = PersonId("")


class NotWholeError(Exception):
    """The row of the audit with this number is not as it was written, or it or its decision is gone.

    The message says what was found, in a sentence without a word of anybody's.
    """

    def __init__(self, number: int, what: str) -> None:
        super().__init__(what)
        self.number = number


@dataclass(frozen=True, slots=True)
class Whole:
    """What was proven: how many rows, how many decisions among them, and where the chain ends.

    `earlier` rows were there before the chain began, at `begun`: what was done to them before that is not known.
    """

    rows: int
    decisions: int
    head: Head
    earlier: int = 0
    begun: datetime | None = None


class _Found(NamedTuple):
    row: AuditRow
    link: AuditLinkRow | None
    decision: ConsentRow | None
    forgotten: int | None
    """The number of a later entry which says that the person was forgotten; looked for where a decision is gone."""


class AuditProof:
    """Proves what the store holds, and seals what is there from before the chain."""

    def __init__(self, session: Session, chain: AuditChain, audit: Audit) -> None:
        self._session = session
        self._chain = chain
        self._audit = audit

    def seal_earlier(self) -> int:
        """Bring rows from before the chain into it, once; return how many. With a chain there, it does nothing."""
        linked = self._session.scalar(select(AuditLinkRow.number).limit(1))
        if linked is not None or self._session.get(AuditHeadRow, ONLY_HEAD) is not None:
            return 0
        head, count = Head(), 0
        for page in self._pages():
            links = []
            for found in page:
                seals = self._chain.digest(found.decision) if found.decision else ""
                head = Head(found.row.number, self._chain.link(head.link, found.row, seals))
                links.append({"number": head.number, "seals": seals, "link": head.link})
            self._session.execute(insert(AuditLinkRow), links)
            count += len(links)
        if count:
            self._audit.end_at(head)
            self._audit.note("operator", BEGUN, _NOBODY, str(count))
        return count

    def verify(self, noted: Head | None = None, tick: Callable[[int], None] = lambda _rows: None) -> Whole:
        """Prove every row, then the head; with `noted`, also that the chain still goes through that earlier head.

        `tick` hears how many rows are proven so far. Raises NotWholeError for the first row that is not right.
        """
        link, last, rows, decisions, earlier, begun = "", 0, 0, 0, 0, None
        for page in self._pages():
            for found in page:
                try:
                    link = self._prove(found, last, link)
                except TypeError as error:
                    raise NotWholeError(found.row.number, "Something in it is no value of an entry.") from error
                last, rows = found.row.number, rows + 1
                decisions += bool(found.link and found.link.seals)
                if noted is not None and noted.number == last:
                    if not same(noted.link, link):
                        raise NotWholeError(last, "It is not the row that was there when the head was noted.")
                    noted = None
                if found.row.action == BEGUN:
                    earlier, begun = int(found.row.subject), found.row.at
            tick(rows)
        head = Head(last, link)
        self._prove_end(head)
        if noted is not None:
            raise NotWholeError(min(last + 1, noted.number), "It was there when the head was noted, and is gone.")
        return Whole(rows, decisions, head, earlier, begun)

    def _prove(self, found: _Found, last: int, link: str) -> str:
        """Return the link of a row that is right; raise NotWholeError for one that is not."""
        row, held, decision = found.row, found.link, found.decision
        if held is None:
            raise NotWholeError(row.number, "It was put in behind our back, or its link is gone.")
        expected = self._chain.link(link, row, held.seals)
        if not same(expected, held.link):
            gap = row.number != last + 1
            what = "It is gone." if gap else "It was changed or moved, or the row before it was."
            raise NotWholeError(min(last + 1, row.number), what)
        if decision is None:
            if held.seals and found.forgotten is None:
                raise NotWholeError(row.number, "The decision that it notes is gone.")
        elif not (held.seals and same(self._chain.digest(decision), held.seals)):
            raise NotWholeError(row.number, "The decision that it notes was changed or put in.")
        return expected

    def _prove_end(self, head: Head) -> None:
        after = head.number + 1
        stray = select(AuditRow.number).where(AuditRow.number == ConsentRow.number).correlate(ConsentRow).exists()
        decision = self._session.scalar(select(ConsentRow.number).where(~stray).order_by(ConsentRow.number).limit(1))
        if decision is not None:
            raise NotWholeError(decision, "There is a decision with this number, and no entry that notes it.")
        row = self._session.get(AuditHeadRow, ONLY_HEAD)
        if row is None and head == Head() and self._session.scalar(select(AuditLinkRow.number).limit(1)) is None:
            return
        try:
            stored = self._chain.opened(row)
        except AuditHeadError as error:
            raise NotWholeError(after, f"{str(error).partition('. ')[0]}, so rows from here on may be gone.") from error
        if stored != head:
            raise NotWholeError(min(after, stored.number + 1), "The head of the audit ends elsewhere than its rows.")

    def _pages(self) -> Iterator[list[_Found]]:
        """Give every row of the audit with its link and its decision, in order; NotWholeError where one is no row."""
        last: int | None = None
        at_once = _AT_ONCE
        while True:
            try:
                page = self._page(last, at_once)
            except (ValueError, TypeError, LookupError) as error:
                if at_once == 1:
                    raise NotWholeError((last or 0) + 1, "It, or the next row after it, cannot be read.") from error
                at_once = 1
                continue
            if not page:
                return
            yield page
            last = page[-1].row.number
            self._session.expunge_all()

    def _page(self, last: int | None, at_once: int) -> list[_Found]:
        later = aliased(AuditRow)
        forgotten = select(later.number).where(
            later.person_id == AuditRow.person_id,
            later.number > AuditRow.number,
            later.action == FORGOTTEN,
            ConsentRow.number.is_(None),
            AuditLinkRow.seals != "",
        )
        query = (
            select(AuditRow, AuditLinkRow, ConsentRow, forgotten.limit(1).scalar_subquery())
            .outerjoin(AuditLinkRow, AuditLinkRow.number == AuditRow.number)
            .outerjoin(ConsentRow, ConsentRow.number == AuditRow.number)
            .order_by(AuditRow.number)
            .limit(at_once)
        )
        if last is not None:
            query = query.where(AuditRow.number > last)
        return [_Found(*found) for found in self._session.execute(query)]
