"""The inbox of a team: what was shared with it, why each wants to be read, and how many there are.

The store sorts and counts by an index, so that a long inbox opens as quickly as a short one. Which shares are shown is
asked of the consents themselves, and names are unsealed for one page only, each with an entry in the audit.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, not_, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.model.staff import Staff
from bot.model.teamwork import InboxItem, InboxPage, InboxState
from bot.records.access import team_share_stands, team_share_unended
from bot.records.audit import Audit
from bot.records.people import People
from bot.records.team_marks import Attention
from bot.store.tables.people import PersonRow, SummaryRow
from bot.store.tables.teamwork import TeamShareRow

PAGE = 25
"""Shares on one page of an inbox."""

_ATTENTION = {
    InboxState.NEW: Attention.NEVER_OPENED,
    InboxState.CHANGED: Attention.NEWER_VERSION,
    InboxState.ANSWERED: Attention.ANSWER,
    InboxState.DUE: Attention.NOTHING_NEW,
    InboxState.READ: Attention.NOTHING_NEW,
}


class TeamInbox:
    """The inboxes of the store."""

    def __init__(self, session: Session, clock: Clock, people: People, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._audit = audit

    def show(self, staff: Staff, team: str, state: InboxState | None, page: int, today: date) -> InboxPage:
        """Return one page, of one state if given, with an audit entry for each name on it.

        The caller has checked that they may read for this team. A page that is not there is the nearest that is.
        """
        counts = self._counts(team, today)
        chosen = list(InboxState) if state is None else [state]
        pages = max(1, -(-sum(counts[each] for each in chosen) // PAGE))
        page = min(max(page, 1), pages)
        ids = self._ids(team, [(each, counts[each]) for each in chosen], (page - 1) * PAGE, today)
        items = self._items(ids, today)
        about = [(person, item.share) for person, item in items]
        self._audit.note_each(f"staff:{staff.id}", "named in team inbox", about)
        return InboxPage(tuple(item for _, item in items), counts, page, pages)

    def _counts(self, team: str, today: date) -> dict[InboxState, int]:
        """Return how many there are of each state. Counting one range of an index at a time reads no value of it."""
        there = select(func.count()).where(TeamShareRow.team_id == team, team_share_unended(self._clock.now()))
        due = there.where(_is(InboxState.DUE, today))
        each = [there.where(TeamShareRow.attention == attention) for attention in Attention]
        found = self._session.execute(select(*(query.scalar_subquery() for query in (*each, due)))).one()
        counts = {state: found[attention] for state, attention in _ATTENTION.items()}
        counts[InboxState.DUE] = found[-1]
        counts[InboxState.READ] -= counts[InboxState.DUE]
        return counts

    def _ids(self, team: str, counts: Iterable[tuple[InboxState, int]], skip: int, today: date) -> list[str]:
        """Return the ids of one page: state after state, each oldest first, without those on the pages before."""
        ids: list[str] = []
        for state, count in counts:
            if skip >= count:
                skip -= count
                continue
            take = min(PAGE - len(ids), count - skip)
            ids += self._ids_of(team, state, today, skip=skip, take=take, after=count - skip - take)
            skip = 0
            if len(ids) == PAGE:
                break
        return ids

    def _ids_of(self, team: str, state: InboxState, today: date, *, skip: int, take: int, after: int) -> list[str]:
        """Return `take` ids of one state. `skip` stand before them and `after` behind: the store walks the fewer."""
        backwards = after < skip
        order = (TeamShareRow.created_at, TeamShareRow.id)
        query = (
            select(TeamShareRow.id)
            .where(TeamShareRow.team_id == team, team_share_unended(self._clock.now()), _is(state, today))
            .order_by(*(column.desc() for column in order) if backwards else order)
            .offset(after if backwards else skip)
            .limit(take)
        )
        found = list(self._session.scalars(query))
        return found[::-1] if backwards else found

    def _items(self, ids: list[str], today: date) -> list[tuple[PersonId, InboxItem]]:
        newest = (
            select(func.max(SummaryRow.version))
            .where(SummaryRow.person_id == TeamShareRow.person_id, SummaryRow.door == TeamShareRow.door)
            .correlate(TeamShareRow)
            .scalar_subquery()
        )
        query = (
            select(TeamShareRow, PersonRow, SummaryRow.version, SummaryRow.created_at)
            .join(PersonRow, PersonRow.id == TeamShareRow.person_id)
            .join(SummaryRow, and_(SummaryRow.person_id == TeamShareRow.person_id, SummaryRow.version == newest))
            .where(TeamShareRow.id.in_(ids), team_share_stands(self._clock.now()))
        )
        rows = self._session.execute(query).all()
        # The rows hold the owners, so that unsealing twenty-five names asks the store nothing more.
        found = {
            row.id: (PersonId(owner.id), self._item(row, version, changed_at, today))
            for row, owner, version, changed_at in rows
        }
        return [found[share] for share in ids if share in found]

    def _item(self, row: TeamShareRow, version: int, changed_at: datetime, today: date) -> InboxItem:
        return InboxItem(
            share=row.id,
            team=row.team_id,
            called=self._people.unseal(PersonId(row.person_id), row.sealed_called, f"team_shares/{row.id}"),
            state=_state(row, today),
            shared_at=row.created_at,
            changed_at=changed_at,
            version=version,
            due=row.next_due,
        )


def _is(state: InboxState, today: date) -> ColumnElement[bool]:
    there = TeamShareRow.attention == _ATTENTION[state]
    due = func.coalesce(TeamShareRow.next_due <= today, False)
    if state is InboxState.DUE:
        return and_(there, due)
    return and_(there, not_(due)) if state is InboxState.READ else there


def _state(row: TeamShareRow, today: date) -> InboxState:
    if row.attention == Attention.NOTHING_NEW:
        return InboxState.DUE if row.next_due is not None and row.next_due <= today else InboxState.READ
    return next(state for state, attention in _ATTENTION.items() if attention == row.attention)
