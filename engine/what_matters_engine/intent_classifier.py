"""A logistic regression on the sentence encoder's vectors, with our own strength and temperature.

Rasa's own fixes C at 1, which leaves the right one of some 75 intents with a confidence of about 0.13, and
turns every dense vector into a sparse one on the way.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import skops.io
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.exceptions import InvalidConfigException, RasaException
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

_RANKING = "intent_ranking"


class UntrustedClassifierError(RasaException):
    """A stored classifier holds types that it was not made with."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Deterministic; the confidence of an intent is its class probability, and all of them add up to 1."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return Rasa's defaults and ours.

        C: the inverse of the regularisation strength. temperature: scores are divided by it before they
        become probabilities, so that a confidence of 0.8 is right eight times in ten. Both are positive.
        """
        return {**LogisticRegressionClassifier.get_default_config(), "C": 1.0, "temperature": 1.0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raise InvalidConfigException unless C and the temperature are positive numbers."""
        for name in ("C", "temperature"):
            value = config.get(name, 1.0)
            if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
                raise InvalidConfigException(f"{name} of the intent classifier is a positive number")

    def __init__(
        self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource
    ) -> None:
        """Build an untrained classifier; raises InvalidConfigException."""
        super().__init__(config, name, model_storage, resource)
        self.validate_config(self.config)
        self.clf = LogisticRegression(C=float(self.config["C"]), max_iter=300)

    def _create_X(self, messages: list[Message]) -> np.ndarray:
        return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the likeliest intent of each message in place, and the ranking, likeliest first."""
        if not messages:
            return messages
        scores = np.atleast_2d(self.clf.decision_function(self._create_X(messages)))
        for message, row in zip(messages, softmax(scores / self.config["temperature"], axis=1), strict=True):
            order = np.argsort(-row, kind="stable")[: self.config["ranking_length"] or None]
            ranking = [
                {INTENT_NAME_KEY: str(self.clf.classes_[at]), PREDICTED_CONFIDENCE_KEY: float(row[at])}
                for at in order
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(_RANKING, ranking, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave the examples as they are: nothing after this learns from its guesses."""
        return training_data

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> IntentClassifier:
        """Return the trained classifier, where Rasa's would go on untrained when it cannot be read.

        Raises UntrustedClassifierError, or ValueError when nothing is stored.
        """
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            stored = folder / f"{resource.name}.skops"
            if strange := skops.io.get_untrusted_types(file=stored):
                raise UntrustedClassifierError(", ".join(sorted(strange)))
            component.clf = skops.io.load(stored, trusted=False)
        return component
