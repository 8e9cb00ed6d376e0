"""Rasa's logistic regression, made fast and sure enough for many intents with some fifty examples each.

Rasa's own fixes C at 1, which leaves the right one of some 75 intents with a confidence of about 0.13, and
its solver needs minutes where this one needs seconds.
"""

from __future__ import annotations

from typing import Any

import skops.io
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.exceptions import InvalidConfigException, RasaException
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

TRUSTED = ["scipy.sparse._csr.csr_matrix"]
"""What a stored classifier may hold beyond what skops trusts by itself: the weights of TfidfTransformer.

Rasa's own `load` meets an untrusted type, says so at DEBUG and serves an untrained classifier.
"""


class UntrustedClassifierError(RasaException):
    """A stored classifier holds types that it was not made with."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Deterministic; the confidence of an intent is its class probability, and all of them add up to 1."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return Rasa's defaults and C, the inverse of the regularisation strength (a positive number)."""
        return {**LogisticRegressionClassifier.get_default_config(), "C": 1.0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raise InvalidConfigException unless C is a positive number."""
        c = config.get("C", 1.0)
        if isinstance(c, bool) or not isinstance(c, (int, float)) or c <= 0:
            raise InvalidConfigException("C of the intent classifier is a positive number")

    def __init__(
        self, config: dict[str, Any], name: str, model_storage: ModelStorage, resource: Resource
    ) -> None:
        """Build an untrained classifier; raises InvalidConfigException."""
        super().__init__(config, name, model_storage, resource)
        self.validate_config(self.config)
        regression = LogisticRegression(
            solver="liblinear", C=float(self.config["C"]), class_weight="balanced", random_state=0
        )
        self.clf = make_pipeline(TfidfTransformer(sublinear_tf=True), regression)

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
            strange = set(skops.io.get_untrusted_types(file=stored)) - set(TRUSTED)
            if strange:
                raise UntrustedClassifierError(", ".join(sorted(strange)))
            component.clf = skops.io.load(stored, trusted=TRUSTED)
        return component
