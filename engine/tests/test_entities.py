"""Entities in the engine: the same answers as everywhere else, for one turn, kept and sent on nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bot.understanding.entities import KINDS, entities
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from conftest import REPOSITORY
from what_matters_engine import channel
from what_matters_engine.entities import EntityExtractor
from what_matters_engine.messages import parse_message
from what_matters_engine.tracker_store import WordFreeTrackerStore

LINES = (REPOSITORY / "tests" / "data" / "entities.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [
    [re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), cell) for cell in line.split("\t")]
    for line in LINES[2:]
]
TYPED = "My NAN wants the hospice in DT1 at half seven, ring 07700 900123, NHS 943 476 5919"
WORDS = ["NAN", "grandmother", "hospice", "DT1", "half", "07700", "943", "9434765919"]
DOMAIN = Domain.from_dict(
    {
        "version": "3.1",
        "intents": ["inform"],
        "entities": list(KINDS),
        "slots": {
            "door": {"type": "categorical", "values": ["myself"], "mappings": [{"type": "custom"}]},
        },
    }
)


@pytest.fixture(scope="module")
def component() -> EntityExtractor:
    return EntityExtractor.create({}, None, None, ExecutionContext(GraphSchema({})))


@pytest.fixture
def parsed(component: EntityExtractor) -> dict[str, Any]:
    """What Rasa makes of TYPED."""
    [message] = component.process([Message({"text": TYPED})])
    intent = {"name": "inform", "confidence": 1.0}
    return {**message.as_dict(only_output_properties=True), "text": TYPED, "intent": intent}


@pytest.mark.parametrize(("kind", "text", "expected"), ROWS)
def test_the_table_reads_as_it_does_outside_the_engine(
    component: EntityExtractor, kind: str, text: str, expected: str
) -> None:
    [message] = component.process([Message({"text": text})])
    of_kind = [each for each in message.get("entities") if each["entity"] == kind]
    said = [f"{text[each['start'] : each['end']]}={each['value']}" for each in of_kind]
    assert (" | ".join(said) or "-") == expected


def test_an_entity_has_what_rasa_expects(component: EntityExtractor) -> None:
    [message] = component.process([Message({"text": "ask my nan"})])
    assert message.as_dict(only_output_properties=True)["entities"] == [
        {
            "entity": "relationship",
            "start": 7,
            "end": 10,
            "value": "grandmother",
            "extractor": "EntityExtractor",
        }
    ]


def test_other_entities_stay(component: EntityExtractor) -> None:
    earlier = {"entity": "bird", "start": 0, "end": 5, "value": "heron", "extractor": "Other"}
    [message] = component.process([Message({"text": "heron and my nan", "entities": [dict(earlier)]})])
    assert message.get("entities")[0] == earlier
    assert [each["entity"] for each in message.get("entities")] == ["bird", "relationship"]


@pytest.mark.parametrize("text", [None, "", "\0", "\ud83d", "🎉", "/"])
def test_a_message_without_any_has_an_empty_list(component: EntityExtractor, text: str | None) -> None:
    [message] = component.process([Message({"text": text})])
    assert message.get("entities") == []


def test_rasa_knows_it_as_an_extractor_that_is_not_trained() -> None:
    name = f"{EntityExtractor.__module__}.{EntityExtractor.__name__}"
    found = DefaultV1Recipe._from_registry(name)
    assert found.types == {DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR}
    assert not found.is_trainable
    assert issubclass(found.clazz, EntityExtractorMixin)


def on_disk(folder: Path) -> bytes:
    """All that is in the files of a folder."""
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_no_word_of_an_entity_is_kept(parsed: dict[str, Any], tmp_path: Path) -> None:
    assert {each["entity"] for each in parsed["entities"]} >= {"relationship", "time", "phone", "nhs_number"}
    store = WordFreeTrackerStore(DOMAIN, host=f"sqlite:///{tmp_path}/dialogue.sqlite")
    start = [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]
    said = UserUttered(TYPED, parsed["intent"], parsed["entities"], parsed)
    events = [*start, SlotSet("door", "myself"), said, ActionExecuted("action_listen")]
    tracker = DialogueStateTracker.from_events("p1", events, DOMAIN.slots)
    await store.save(tracker)
    kept = on_disk(tmp_path)
    assert b"myself" in kept
    assert [word for word in WORDS if word.encode() in kept] == []
    found = await store.retrieve("p1")
    assert found.latest_message is None or not found.latest_message.entities
    assert [word for word in WORDS if word in str([event.as_dict() for event in found.events])] == []


async def test_what_is_parsed_is_sent_on_without_entities(
    parsed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def parse(message: Any) -> dict[str, Any]:
        assert message.text == TYPED
        return parsed

    monkeypatch.setattr(channel, "_store_of", lambda agent: None)
    agent = SimpleNamespace(processor=SimpleNamespace(parse_message=parse))
    body = {"text": TYPED, "state": "open"}
    request = SimpleNamespace(json=body, app=SimpleNamespace(ctx=SimpleNamespace(agent=agent)))
    answer = json.loads((await channel._parse(request)).body)
    assert answer == {"intent": "inform", "confidence": 1.0}


async def test_a_turn_is_answered_without_entities(
    parsed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def handle(message: Any) -> None:
        said = {
            "text": "Thank you.",
            "entities": parsed["entities"],
            "parse_data": parsed,
            "template_vars": parsed,
        }
        await message.output_channel.send_response("p1", said)

    monkeypatch.setattr(channel, "_store_of", lambda agent: None)
    agent = SimpleNamespace(handle_message=handle, domain=DOMAIN)
    body = {"conversation": "p1", "turn": "t1", "state": "open", "text": TYPED}
    request = SimpleNamespace(json=body, app=SimpleNamespace(ctx=SimpleNamespace(agent=agent)))
    answer = json.loads((await channel._take_turn(request, 5.0)).body)
    assert answer == {"messages": [{"text": "Thank you.", "buttons": [], "custom": None}], "ok": True}


def test_a_message_starts_without_entities() -> None:
    assert parse_message(TYPED, "open").parse_data is None


def test_the_same_message_reads_the_same_after_many_others() -> None:
    before = entities(TYPED)
    for number in range(200):
        entities(f"word{number} heron{number} my nan at {number}")
    assert entities(TYPED) == before
