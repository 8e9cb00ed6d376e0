"""People, their keys, their place in the conversation, and forgetting them."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.model.clock import Clock
from bot.model.ids import PersonId
from bot.model.position import Position
from bot.records.audit import Audit
from bot.records.consent import Consents
from bot.store.crypto import KeyFileError, SealError, new_key, seal, unseal
from bot.store.keys import Keys
from bot.store.tables.complaints import ComplaintRow
from bot.store.tables.people import DraftRow, PersonRow, SessionRow, ShareRow, SummaryRow, TurnRow
from bot.store.tables.releases import ReleaseRow
from bot.store.tables.teamwork import TeamShareRow
from bot.store.tables.telegram import ChatRow


class UnknownPersonError(Exception):
    """There is no such person, or they asked to be forgotten."""


class People:
    """The people of the store. A person is a random id and a key; deleting both is forgetting."""

    def __init__(self, session: Session, clock: Clock, keys: Keys, audit: Audit, consents: Consents) -> None:
        self._session = session
        self._clock = clock
        self._keys = keys
        self._audit = audit
        self._consents = consents

    def create(self) -> PersonId:
        """Make a person with a key of their own and return their id."""
        person = PersonId(str(uuid4()))
        now = self._clock.now()
        wrapped = self._keys.wrap(new_key(), key_of(person))
        self._session.add(PersonRow(id=person, wrapped_key=wrapped, position={}, created_at=now, last_seen_at=now))
        self._session.flush()
        return person

    def exists(self, person: PersonId) -> bool:
        """Say whether this person is (still) known."""
        return self._session.get(PersonRow, person) is not None

    def check_key(self) -> None:
        """Raise KeyFileError when the key file belongs to another store: people's keys do not open with it."""
        row = self._session.scalar(select(PersonRow).limit(1))
        if row is None:
            return
        try:
            self.key(PersonId(row.id))
        except SealError as error:
            raise KeyFileError("The key file belongs to another store: nothing in this one opens with it.") from error

    def key(self, person: PersonId) -> bytes:
        """Return the person's key. Raises UnknownPersonError or SealError (wrong key file)."""
        return self._keys.unwrap(self._row(person).wrapped_key, key_of(person))

    def seal(self, person: PersonId, words: str, belongs_to: str) -> bytes:
        """Seal words under the person's key, bound to the row they belong to."""
        return seal(self.key(person), words.encode(), f"{belongs_to}/{person}")

    def unseal(self, person: PersonId, sealed: bytes, belongs_to: str) -> str:
        """Open words sealed by `seal` for the same person and row."""
        return unseal(self.key(person), sealed, f"{belongs_to}/{person}").decode()

    def position(self, person: PersonId) -> Position:
        """Return where the person is in the conversation."""
        return Position.from_json(self._row(person).position)

    def place(self, person: PersonId, position: Position) -> None:
        """Store where the person is now."""
        self._row(person).position = position.to_json()

    def last_seen(self, person: PersonId) -> datetime:
        """Return when the person last wrote (UTC)."""
        return self._row(person).last_seen_at

    def seen(self, person: PersonId) -> None:
        """Note that the person is here now."""
        self._row(person).last_seen_at = self._clock.now()

    def forget(self, person: PersonId, actor: str) -> None:
        """Delete everything held about the person, their key first of all. The audit keeps ids and times."""
        self._audit.note(actor, "forgotten", person)
        self._session.execute(delete(PersonRow).where(PersonRow.id == person))
        self._session.expire_all()

    def renew_key_if_nothing_kept(self, person: PersonId) -> None:
        """Put a new key in place of the old, when no summary is kept: what the old key sealed can never open again.

        Every yes is taken back with it, and what was shared goes, with the names of readers. Messages that still wait
        for their answer go on under the new key, and so does what was sent as not right.
        """
        kept = self._session.scalar(select(SummaryRow.id).where(SummaryRow.person_id == person).limit(1))
        if kept is None:
            self._session.execute(delete(DraftRow).where(DraftRow.person_id == person))
            self._consents.withdraw_all(person)
            self._session.execute(delete(TeamShareRow).where(TeamShareRow.person_id == person))
            self._session.execute(delete(ShareRow).where(ShareRow.person_id == person))
            self._session.execute(delete(ReleaseRow).where(ReleaseRow.person_id == person))
            old, new = self.key(person), new_key()
            for turn in self._session.scalars(select(TurnRow).where(TurnRow.person_id == person)):
                _seal_anew(turn, old, new)
            for complaint in self._session.scalars(select(ComplaintRow).where(ComplaintRow.person_id == person)):
                _seal_complaint_anew(complaint, old, new)
            self._row(person).wrapped_key = self._keys.wrap(new, key_of(person))

    def quiet_since(self, moment: datetime) -> list[PersonId]:
        """Return people who keep nothing here, wait for no answer, and were last seen before `moment`."""
        keeps = select(SummaryRow.id).where(SummaryRow.person_id == PersonRow.id).exists()
        waits = (
            select(ComplaintRow.id)
            .where(ComplaintRow.person_id == PersonRow.id, ComplaintRow.answered_at.is_(None))
            .exists()
        )
        rows = self._session.scalars(select(PersonRow.id).where(PersonRow.last_seen_at < moment, ~keeps, ~waits))
        return [PersonId(row) for row in rows]

    def silent_keepers(self, moment: datetime) -> list[PersonId]:
        """Return people who keep something, can be written to, were last seen before `moment` and never asked about it.

        The longest silence comes first.
        """
        keeps = select(SummaryRow.id).where(SummaryRow.person_id == PersonRow.id).exists()
        chats = select(ChatRow.id).join(SessionRow, SessionRow.token_hash == ChatRow.id)
        reached = chats.where(SessionRow.person_id == PersonRow.id, ChatRow.blocked_at.is_(None)).exists()
        query = select(PersonRow.id).where(PersonRow.last_seen_at < moment, PersonRow.asked_to_keep_at.is_(None))
        rows = self._session.scalars(query.where(keeps, reached).order_by(PersonRow.last_seen_at))
        return [PersonId(row) for row in rows]

    def asked_to_keep(self, person: PersonId) -> None:
        """Note that a person is asked whether what they keep is to stay; they are never asked again."""
        self._row(person).asked_to_keep_at = self._clock.now()
        self._audit.note("job:retention", "asked whether to keep", person)

    def _row(self, person: PersonId) -> PersonRow:
        row = self._session.get(PersonRow, person)
        if row is None:
            raise UnknownPersonError(f"No person {person}.")
        return row


def key_of(person: str) -> str:
    """Return what a person's wrapped key is bound to."""
    return f"people/{person}/key"


def _seal_complaint_anew(complaint: ComplaintRow, old: bytes, new: bytes) -> None:
    for what, end in (("words", ""), ("who", "/who"), ("answer", "/answer")):
        sealed: bytes | None = getattr(complaint, f"sealed_{what}")
        if sealed is not None:
            belongs_to = f"complaints/{complaint.id}{end}/{complaint.person_id}"
            setattr(complaint, f"sealed_{what}", seal(new, unseal(old, sealed, belongs_to), belongs_to))


def _seal_anew(turn: TurnRow, old: bytes, new: bytes) -> None:
    turn.sealed_reply = None
    for what in ("input", "said"):
        sealed: bytes | None = getattr(turn, f"sealed_{what}")
        if sealed is not None:
            belongs_to = f"turns/{turn.id}/{what}/{turn.person_id}"
            setattr(turn, f"sealed_{what}", seal(new, unseal(old, sealed, belongs_to), belongs_to))
