"""The audit: an explicit call for everything done to a record. It refuses an entry without an actor.

Each entry is bound to the one before it (see `audit_chain`), so that a change behind our back shows.
"""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.records.audit_chain import AuditChain, Head
from bot.store.tables.audit_chain import AuditHeadRow, AuditLinkRow
from bot.store.tables.people import AuditRow, ConsentRow

ONLY_HEAD = 1


class NoActorError(Exception):
    """An audit entry was attempted without saying who acts."""


class Audit:
    """Adds entries, which hold ids and never words.

    An actor is `person`, `staff:<account id>`, `reader:<share id>`, `trusted_one:<release id>` (or `trusted_two`),
    `job:<name>` or `operator`. Where the head of the
    chain is missing or was changed, every entry is refused with AuditHeadError: one that followed would hide it.
    """

    def __init__(self, session: Session, clock: Clock, chain: AuditChain) -> None:
        self._session = session
        self._clock = clock
        self._chain = chain

    def note(self, actor: str, action: str, person: PersonId, subject: str = "") -> None:
        """Add one entry. Raises NoActorError when `actor` is empty."""
        self.note_each(actor, action, [(person, subject)])

    def note_each(self, actor: str, action: str, about: Iterable[tuple[PersonId, str]]) -> None:
        """Add one entry for each person and subject. Raises NoActorError when `actor` is empty."""
        self._add(actor, action, about)

    def note_decision(self, actor: str, decision: ConsentRow) -> None:
        """Add the entry of a decision, which seals it, and store the decision under the number of that entry."""
        action = f"consent {decision.decision}: {decision.purpose}"
        about = [(PersonId(decision.person_id), decision.subject)]
        decision.number = self._add(actor, action, about, self._chain.digest(decision))
        self._session.add(decision)
        self._session.flush()

    def _add(self, actor: str, action: str, about: Iterable[tuple[PersonId, str]], seals: str = "") -> int:
        """Add entries; return the number of the last. Whoever else adds at once takes the same numbers, and fails."""
        if not actor.strip():
            raise NoActorError(f"Nobody is named as doing '{action}'. Say who acts.")
        at, head = self._clock.now(), self._head()
        for person, subject in about:
            row = AuditRow(
                number=head.number + 1,
                at=at,
                actor=_storable(actor),
                action=_storable(action),
                person_id=person,
                subject=_storable(subject),
            )
            head = Head(row.number, self._chain.link(head.link, row, seals))
            self._session.add_all([row, AuditLinkRow(number=head.number, seals=seals, link=head.link)])
        self.end_at(head)
        return head.number

    def _head(self) -> Head:
        # Read anew each time: a unit may go on after a commit, and others write in between.
        row = self._session.get(AuditHeadRow, ONLY_HEAD, populate_existing=True)
        if row is None and self._session.scalar(select(AuditRow.number).limit(1)) is None:
            return Head()
        return self._chain.opened(row)

    def end_at(self, head: Head) -> None:
        """Let the chain end here from now on, and write down what was added."""
        self._session.merge(AuditHeadRow(id=ONLY_HEAD, number=head.number, link=head.link, seal=self._chain.seal(head)))
        self._session.flush()


def _storable(value: str) -> str:
    """Without the sign of number 0: PostgreSQL cannot hold it, and the link is over what is held."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}")
