"""The last step of understanding: from what words look like to what is acted on, given where the person is.

The decision itself is a pure function outside the engine; here it only meets Rasa's pipeline.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    METADATA,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

Ranking = list[tuple[str, float]]
ActOn = Callable[[Ranking, str, str], "tuple[str, float]"]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ContextClassifier(GraphComponent, IntentClassifier):
    """Replaces a message's intent by the one to act on; the ranking stays as the classifier made it.

    `act_on` names a function (ranking, text, state) -> (intent, confidence 0..1); the ranking holds pairs of
    the same, likeliest first. It knows every threshold and returns nlu_fallback itself, so that Rasa's
    FallbackClassifier has no place in the pipeline.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what has to stand before this in the pipeline."""
        return [IntentClassifier]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the place of our function."""
        return {"act_on": "bot.understanding.context.act_on"}

    def __init__(self, act_on: ActOn) -> None:
        """Take the function that decides."""
        self._act_on = act_on

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ContextClassifier:
        """Build the component; raises ImportError or AttributeError when the function is not there."""
        return cls(_function_at(config["act_on"]))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of each message in place; a message without a state in its metadata is open."""
        for message in messages:
            ranking = [
                (entry[INTENT_NAME_KEY], float(entry[PREDICTED_CONFIDENCE_KEY]))
                for entry in message.get(INTENT_RANKING_KEY) or ()
            ]
            state = (message.get(METADATA) or {}).get("state", "open")
            name, confidence = self._act_on(ranking, message.get(TEXT) or "", state)
            acted_on = {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}
            message.set(INTENT, acted_on, add_to_output=True)
        return messages


def _function_at(path: str) -> ActOn:
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)
