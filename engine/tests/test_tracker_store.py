"""The tracker store: what it keeps, what it never keeps, and how it fails."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore, check_if_tracker_store_async
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    ConversationPaused,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy.exc import SQLAlchemyError

from what_matters_engine.tracker_store import TrackerStoreError, WordFreeTrackerStore
from what_matters_engine.word_free import DomainHoldsWordsError, SlotHoldsWordsError

CANARY = "the blue heron behind the weir"
DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [inform]
entities: [bird]
actions: [action_ask]
slots:
  door: {type: categorical, values: [myself, close], mappings: [{type: custom}]}
  eased: {type: bool, mappings: [{type: custom}]}
"""
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "dialogue.sqlite"


@pytest.fixture
def store(database: Path) -> WordFreeTrackerStore:
    return WordFreeTrackerStore(DOMAIN, host=f"sqlite:///{database}")


def turn(words: str = CANARY, when: float | None = None) -> list[Event]:
    """The events of a turn in which the person says `words`."""
    parsed = {"text": words, "entities": [{"entity": "bird", "value": words}], "metadata": {"note": words}}
    return [
        UserUttered(
            words, {"name": "inform"}, parsed["entities"], parsed, timestamp=when, metadata={"note": words}
        ),
        ActionExecuted("action_ask", timestamp=when),
        BotUttered(f"You said: {words}", {"buttons": [{"title": words, "payload": words}]}, timestamp=when),
        ActionExecuted("action_listen", timestamp=when),
    ]


def on_disk(folder: Path) -> bytes:
    """All that is in the files of a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


def tracker(*events: Event, conversation: str = "p1") -> DialogueStateTracker:
    start = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    return DialogueStateTracker.from_events(conversation, [*start, *events], DOMAIN.slots)


async def test_what_is_kept_comes_back(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(SlotSet("door", "myself"), SlotSet("eased", False), *turn()))
    found = await store.retrieve("p1")
    assert found.get_slot("door") == "myself"
    assert found.get_slot("eased") is False
    assert found.latest_action_name == "action_listen"
    assert not found.is_paused()
    assert found.followup_action is None
    assert [event.action_name for event in found.events if isinstance(event, ActionExecuted)] == [
        "action_session_start",
        "action_ask",
        "action_listen",
    ]


async def test_a_pause_comes_back_and_so_does_its_end(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(*turn(), ConversationPaused()))
    assert (await store.retrieve("p1")).is_paused()
    await store.save(tracker(*turn()))
    assert not (await store.retrieve("p1")).is_paused()


async def test_an_unknown_conversation_is_none(store: WordFreeTrackerStore) -> None:
    assert await store.retrieve("p1") is None


async def test_a_tracker_in_which_nothing_happened_leaves_no_row(store: WordFreeTrackerStore) -> None:
    await store.get_or_create_tracker("p1", append_action_listen=False)
    assert await store.keys() == []


async def test_no_word_reaches_the_disk(store: WordFreeTrackerStore, tmp_path: Path) -> None:
    await store.save(tracker(SlotSet("session_started_metadata", {"note": CANARY}), *turn()))
    assert CANARY.encode() not in on_disk(tmp_path)


async def test_words_in_a_slot_are_refused_and_leave_what_was_kept(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(SlotSet("door", "myself")))
    with pytest.raises(SlotHoldsWordsError):
        await store.save(tracker(SlotSet("door", CANARY)))
    assert (await store.retrieve("p1")).get_slot("door") == "myself"


async def test_an_action_named_by_words_is_not_kept(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(ActionExecuted("action_ask"), ActionExecuted(CANARY)))
    found = await store.retrieve("p1")
    assert CANARY not in str(found.as_dialogue().as_dict())


async def test_a_long_conversation_is_no_larger_than_a_short_one(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(SlotSet("door", "myself"), *turn(), conversation="short"))
    many = [event for number in range(300) for event in turn(f"{CANARY} {number}")]
    await store.save(tracker(SlotSet("door", "myself"), *many, conversation="longer"))
    short, longer = await store.retrieve("short"), await store.retrieve("longer")
    assert len(short.events) == len(longer.events) <= 6


@pytest.mark.parametrize("minutes", [61, 2 * 24 * 60, 30 * 24 * 60])
@pytest.mark.parametrize("expiry", [0, 60])
async def test_a_gap_starts_nothing_anew(store: WordFreeTrackerStore, minutes: int, expiry: int) -> None:
    await store.save(tracker(SlotSet("door", "close"), *turn(when=time.time() - minutes * 60)))
    found = await store.retrieve("p1")
    assert found.get_slot("door") == "close"
    # Rasa starts anew when nothing has happened, or when a message is older than `expiry`.
    assert found.applied_events()
    assert found.get_last_event_for(UserUttered) is None


async def test_a_value_that_left_the_domain_counts_as_unset(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(SlotSet("door", "close"), SlotSet("eased", True)))
    store.domain = Domain.from_yaml(
        'version: "3.1"\nslots: {door: {type: categorical, values: [myself], mappings: [{type: custom}]}}'
    )
    assert (await store.retrieve("p1")).get_slot("door") is None


async def test_a_domain_that_could_hold_words_is_refused(store: WordFreeTrackerStore) -> None:
    with pytest.raises(DomainHoldsWordsError):
        store.domain = Domain.from_yaml(
            'version: "3.1"\nslots: {door: {type: text, mappings: [{type: from_text}]}}'
        )
    assert store.domain is DOMAIN


async def test_deleting_forgets_one_conversation_only(store: WordFreeTrackerStore) -> None:
    await store.save(tracker(*turn()))
    await store.save(tracker(*turn(), conversation="p2"))
    await store.delete("p1")
    await store.delete("p1")
    assert await store.keys() == ["p2"]


async def test_errors_are_raised_and_never_taken_for_a_new_conversation(
    store: WordFreeTrackerStore, database: Path
) -> None:
    await store.save(tracker(*turn()))
    with sqlite3.connect(database) as connection:
        connection.execute("drop table dialogue")
    connection.close()
    for failing in (
        store.retrieve("p1"),
        store.save(tracker(*turn())),
        store.delete("p1"),
        store.keys(),
        store.check(),
    ):
        with pytest.raises(SQLAlchemyError) as raised:
            await failing
        assert CANARY not in str(raised.value)


async def test_a_row_that_cannot_be_read_is_an_error(store: WordFreeTrackerStore, database: Path) -> None:
    await store.save(tracker(*turn()))
    with sqlite3.connect(database) as connection:
        connection.execute("update dialogue set slots = '{'")
    connection.close()
    with pytest.raises(ValueError, match="Expecting"):
        await store.retrieve("p1")


def test_sqlite_writes_ahead_and_waits_a_little(store: WordFreeTrackerStore) -> None:
    with store._engine.connect() as connection:
        asked = [
            connection.exec_driver_sql(f"pragma {name}").scalar() for name in ("journal_mode", "busy_timeout")
        ]
    assert asked == ["wal", 2000]


def test_rasa_builds_it_from_endpoints(database: Path) -> None:
    where = f"{WordFreeTrackerStore.__module__}.{WordFreeTrackerStore.__name__}"
    built = TrackerStore.create(EndpointConfig(url=f"sqlite:///{database}", type=where))
    assert isinstance(built, WordFreeTrackerStore)
    assert check_if_tracker_store_async(built)


@pytest.mark.parametrize("url", [None, ""])
def test_without_a_url_it_does_not_start(url: str | None) -> None:
    with pytest.raises(TrackerStoreError):
        WordFreeTrackerStore(DOMAIN, host=url)


def test_an_event_broker_is_refused(database: Path) -> None:
    with pytest.raises(TrackerStoreError):
        WordFreeTrackerStore(DOMAIN, host=f"sqlite:///{database}", event_broker=EventBroker())
