"""Entities as a step of Rasa's pipeline: who, where, when, which topic, and codes such as a phone number.

They are found by patterns outside the engine; here they only meet Rasa's messages. They live for one turn:
the tracker store keeps none and the channel sends none on.
"""

from __future__ import annotations

from typing import Any

from bot.understanding import entities
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class EntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds what the patterns find to a message's entities; needs no tokens and learns nothing."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what has to stand before this in the pipeline: nothing, words are cut by the patterns."""
        return []

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EntityExtractor:
        """Build the component with its patterns read; raises EntityPatternsError when they are wrong."""
        entities.load()
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add to the entities of each message in place; those that are there already stay, and come first."""
        for message in messages:
            found = [
                {
                    ENTITY_ATTRIBUTE_TYPE: each.kind,
                    ENTITY_ATTRIBUTE_START: each.start,
                    ENTITY_ATTRIBUTE_END: each.end,
                    ENTITY_ATTRIBUTE_VALUE: each.value,
                }
                for each in entities.entities(message.get(TEXT) or "")
            ]
            earlier = message.get(ENTITIES) or []
            message.set(ENTITIES, [*earlier, *self.add_extractor_name(found)], add_to_output=True)
        return messages
