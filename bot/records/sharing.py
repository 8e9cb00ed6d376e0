"""Sharing: chosen sections for one reader behind a link and a PIN, until a date or until the person says stop.

Every opening asks for consent anew, counts, and is audited before a word is shown.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.consent import Terms
from bot.model.headings import Heading
from bot.model.ids import PersonId, ShareId
from bot.model.position import Door
from bot.records.access import link_stands
from bot.records.audit import Audit
from bot.records.consent import Consents, Purpose
from bot.records.people import People
from bot.records.pins import MOST_WRONG_PINS, NOBODY, new_pin, new_token, pin_hash, token_hash
from bot.store.tables.people import OpeningRow, ShareRow


class ShareClosedError(Exception):
    """The page cannot be opened: unknown, stopped, expired or locked. Which of these is told to nobody."""


class WrongPinError(Exception):
    """The PIN is not right; `tries_left` more before the link locks."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"Wrong PIN, {tries_left} tries left.")
        self.tries_left = tries_left


@dataclass(frozen=True, slots=True)
class NewShare:
    """What the person needs to pass on. The token and PIN exist only here; the store holds hashes."""

    id: ShareId
    token: str
    pin: str


@dataclass(frozen=True, slots=True)
class Share:
    """A share as the person sees it."""

    id: ShareId
    person: PersonId
    recipient: str
    sections: tuple[Heading, ...]
    door: Door
    expires_at: datetime
    stopped: bool
    locked: bool
    openings: tuple[datetime, ...]


class Shares:
    """The shares of the store."""

    def __init__(self, session: Session, clock: Clock, people: People, consents: Consents, audit: Audit) -> None:
        self._session = session
        self._clock = clock
        self._people = people
        self._consents = consents
        self._audit = audit

    def create(
        self, person: PersonId, recipient: str, sections: tuple[Heading, ...], expires_at: datetime, door: Door
    ) -> NewShare:
        """Make a link and a PIN for sections just agreed to, with the consent that carries them.

        The link shows summaries written under this door and no others.
        """
        share, token, pin = ShareId(str(uuid4())), new_token(), new_pin()
        self._session.add(
            ShareRow(
                id=share,
                person_id=person,
                token_hash=token_hash(token),
                pin_hash=pin_hash(pin),
                sealed_recipient=self._people.seal(person, recipient, f"shares/{share}"),
                door=door,
                created_at=self._clock.now(),
                expires_at=expires_at,
            )
        )
        terms = Terms(sections=sections, until=expires_at)
        self._consents.give(person, Purpose.SHARE, share, door=door, terms=terms)
        self._audit.note("person", "share made", person, share)
        return NewShare(share, token, pin)

    def count_try(self, token: str) -> str:
        """Count a try at a PIN before it is checked, so that guesses made at once all count; return the PIN's hash.

        For an unknown or closed link nothing is written, and the hash is nobody's: checking it takes as long.
        """
        row = self._by_token(token)
        if row is None or not self._is_open(row):
            return NOBODY
        row.wrong_pins += 1
        return row.pin_hash

    def unlock(self, token: str, *, matches: bool) -> Share:
        """Open a share after its PIN was checked: count and audit the opening, and return it.

        Raises ShareClosedError, or WrongPinError; then the caller still commits, for the audit.
        """
        row = self._by_token(token)
        if row is None or not self._stands(row):
            raise ShareClosedError
        if not matches:
            self._audit.note(f"reader:{row.id}", "wrong PIN", PersonId(row.person_id), row.id)
            left = MOST_WRONG_PINS - row.wrong_pins
            if left <= 0:
                raise ShareClosedError
            raise WrongPinError(left)
        row.wrong_pins = 0
        self._audit.note(f"reader:{row.id}", "shared page opened", PersonId(row.person_id), row.id)
        self._session.add(OpeningRow(share_id=row.id, opened_at=self._clock.now()))
        self._session.flush()
        return self._share(row)

    def of(self, person: PersonId) -> tuple[Share, ...]:
        """Return every share the person made, newest first."""
        query = select(ShareRow).where(ShareRow.person_id == person).order_by(ShareRow.created_at.desc())
        return tuple(self._share(row) for row in self._session.scalars(query))

    def open_now(self, person: PersonId) -> tuple[Share, ...]:
        """Return the shares that a reader could open now."""
        return tuple(share for share in self.of(person) if self._is_open(self._row(share.id)))

    def first_looks(self, person: PersonId) -> tuple[Share, ...]:
        """Return the shares that stand, were opened, and of whose opening the person was not told, newest first."""
        rows = [
            row
            for row in self._session.scalars(
                select(ShareRow)
                .where(ShareRow.person_id == person, ShareRow.look_told_at.is_(None))
                .order_by(ShareRow.created_at.desc())
            )
            if self._stands(row)
        ]
        shares = (self._share(row) for row in rows)
        return tuple(share for share in shares if share.openings)

    def told_of_look(self, person: PersonId, share: ShareId) -> None:
        """Note that the person was told that a share was opened. Telling twice is harmless."""
        row = self._session.get(ShareRow, share)
        if row is not None and row.person_id == person and row.look_told_at is None:
            row.look_told_at = self._clock.now()
            self._audit.note("person", "told of a look", person, share)

    def stop(self, share: ShareId) -> None:
        """Stop a share and withdraw its consent. Stopping twice is harmless."""
        row = self._row(share)
        person = PersonId(row.person_id)
        self._consents.withdraw(person, Purpose.SHARE, share)
        if row.stopped_at is None:
            row.stopped_at = self._clock.now()
            self._audit.note("person", "share stopped", person, share)

    def _is_open(self, row: ShareRow) -> bool:
        return row.wrong_pins < MOST_WRONG_PINS and self._stands(row)

    def _stands(self, row: ShareRow) -> bool:
        here = select(ShareRow.id).where(ShareRow.id == row.id, link_stands(self._clock.now()))
        return self._session.scalar(here) is not None

    def _by_token(self, token: str) -> ShareRow | None:
        return self._session.scalar(select(ShareRow).where(ShareRow.token_hash == token_hash(token)))

    def _row(self, share: ShareId) -> ShareRow:
        row = self._session.get(ShareRow, share)
        if row is None:
            raise ShareClosedError
        return row

    def _share(self, row: ShareRow) -> Share:
        person = PersonId(row.person_id)
        opened = select(OpeningRow.opened_at).where(OpeningRow.share_id == row.id).order_by(OpeningRow.id)
        return Share(
            id=ShareId(row.id),
            person=person,
            recipient=self._people.unseal(person, row.sealed_recipient, f"shares/{row.id}"),
            sections=self._consents.sections(person, Purpose.SHARE, row.id),
            door=Door(row.door),
            expires_at=row.expires_at,
            stopped=row.stopped_at is not None,
            locked=row.wrong_pins >= MOST_WRONG_PINS,
            openings=tuple(self._session.scalars(opened)),
        )
