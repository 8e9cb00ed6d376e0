"""Where a conversation rests between turns: one short row of a database, without a word of the person's.

It fails closed: no error is ever taken for a new conversation, and nothing is kept anywhere else instead.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ConversationPaused, Event, SessionStarted, SlotSet
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException

from what_matters_engine.word_free import SlotHoldsWordsError, kept_slots, kept_value

logger = logging.getLogger(__name__)

# Well under the time limit of a turn: a locked file fails one turn and does not hold up the others for long.
SQLITE_BUSY_MILLISECONDS = 2000

_metadata = sa.MetaData()
_dialogue = sa.Table(
    "dialogue",
    _metadata,
    sa.Column("conversation", sa.String(128), primary_key=True),
    sa.Column("slots", sa.Text, nullable=False),
    sa.Column("latest_action", sa.String(255)),
    sa.Column("paused", sa.Boolean, nullable=False),
)


class TrackerStoreError(RasaException):
    """The tracker store cannot be used as it is configured."""


class WordFreeTrackerStore(TrackerStore):
    """Keeps of each conversation: its listed slot values, its latest action and whether it is paused.

    Reads and writes take the same time and space however long the conversation. Database errors are raised.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **_: Any,
    ) -> None:
        """Open the database at the SQLAlchemy URL `host` (Rasa's name for `url` in endpoints.yml)."""
        if not host:
            raise TrackerStoreError("the tracker store needs a url")
        if event_broker is not None:
            raise TrackerStoreError("an event broker would publish what people type; leave it out")
        self._kept: dict[str, Slot] = {}
        self._engine = sa.create_engine(host, future=True, hide_parameters=True, pool_pre_ping=True)
        if self._engine.dialect.name == "sqlite":
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
        _metadata.create_all(self._engine)
        super().__init__(domain, event_broker)
        self.domain = self._domain

    @property
    def domain(self) -> Domain:
        """The domain whose slots are kept."""
        return self._domain

    @domain.setter
    def domain(self, domain: Domain | None) -> None:
        self._kept = kept_slots(domain) if domain else {}
        self._domain = domain or Domain.empty()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Replace what is kept of this conversation; a tracker in which nothing has happened leaves no row.

        Raises SlotHoldsWordsError, or SQLAlchemyError when the database cannot be written.
        """
        if not tracker.events:
            return
        row = {
            "slots": json.dumps(self._slots_of(tracker), sort_keys=True),
            "latest_action": self._latest_action_of(tracker),
            "paused": tracker.is_paused(),
        }
        mine = _dialogue.c.conversation == tracker.sender_id
        with self._engine.begin() as connection:
            if connection.execute(_dialogue.update().where(mine).values(**row)).rowcount == 0:
                connection.execute(_dialogue.insert().values(conversation=tracker.sender_id, **row))

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return a short tracker in the state that was saved, None when nothing is kept of this conversation.

        Raises SQLAlchemyError or ValueError when what is kept cannot be read.
        """
        with self._engine.connect() as connection:
            row = connection.execute(
                sa.select(_dialogue).where(_dialogue.c.conversation == sender_id)
            ).first()
        if row is None:
            return None
        return DialogueStateTracker.from_events(sender_id, self._events_of(row), self.domain.slots)

    async def keys(self) -> Iterable[str]:
        """Return the ids of all conversations."""
        with self._engine.connect() as connection:
            return list(connection.execute(sa.select(_dialogue.c.conversation)).scalars())

    async def delete(self, sender_id: str) -> None:
        """Forget a conversation; the caller holds its lock."""
        with self._engine.begin() as connection:
            connection.execute(_dialogue.delete().where(_dialogue.c.conversation == sender_id))

    async def check(self) -> None:
        """Raise SQLAlchemyError when the database cannot be read now."""
        with self._engine.connect() as connection:
            connection.execute(sa.select(_dialogue.c.paused).limit(1)).first()

    def _slots_of(self, tracker: DialogueStateTracker) -> dict[str, str | bool]:
        values = {name: kept_value(slot, tracker.get_slot(name)) for name, slot in self._kept.items()}
        return {name: value for name, value in values.items() if value is not None}

    def _latest_action_of(self, tracker: DialogueStateTracker) -> str | None:
        known = set(self.domain.action_names_or_texts) - {ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME}
        names = (event.action_name for event in reversed(tracker.events) if isinstance(event, ActionExecuted))
        return next((name for name in names if name in known), None)

    def _events_of(self, row: Any) -> list[Event]:
        events: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
        for name, value in json.loads(row.slots).items():
            try:
                events.append(SlotSet(name, kept_value(self._kept[name], value)))
            except (KeyError, SlotHoldsWordsError):
                logger.warning("conversation %s: slot %s is no longer in the domain", row.conversation, name)
        if row.latest_action is not None:
            # Without an earlier action every turn would look like the first to rules with conversation_start.
            events.append(ActionExecuted(row.latest_action))
        if row.paused:
            events.append(ConversationPaused())
        return [*events, ActionExecuted(ACTION_LISTEN_NAME)]


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for pragma in (
        "journal_mode = WAL",
        # WAL with NORMAL survives a killed process; it spares a disk flush a turn.
        "synchronous = NORMAL",
        "secure_delete = ON",
        f"busy_timeout = {SQLITE_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")
