"""The sentence encoder as a step of Rasa's pipeline: one dense vector of meaning for each message."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from bot.encoder import SHIPPED, Encoder, EncoderError
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

FOLDER_VARIABLE = "WHATMATTERS_ENCODER_DIR"
_SUMS = "encoder.sums"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class EncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds one sentence vector; tokens get none. Training writes down which encoder the model is for."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Return what has to stand before this in the pipeline: nothing, the encoder cuts words itself."""
        return []

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return Rasa's defaults."""
        return DenseFeaturizer.get_default_config()

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to set here: the folder comes from the environment, as for the other processes."""

    def __init__(
        self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource, encoder: Encoder
    ) -> None:
        """Take the encoder, its files already checked."""
        super().__init__(name, config)
        self._storage, self._resource, self._encoder = storage, resource, encoder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EncoderFeaturizer:
        """Load the encoder. Raises EncoderError."""
        encoder = Encoder(Path(os.environ.get(FOLDER_VARIABLE) or SHIPPED))
        return cls(config, execution_context.node_name, model_storage, resource, encoder)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> EncoderFeaturizer:
        """Load the encoder that the model was trained with. Raises EncoderError when it is another."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            if (folder / _SUMS).read_text() != component.sums():
                raise EncoderError(
                    "This model was trained with another sentence encoder. Train again: what-matters train"
                )
        return component

    def sums(self) -> str:
        """Return what names the encoder: the SHA-256 of each of its files."""
        return "\n".join(f"{digest}  {name}" for name, digest in sorted(self._encoder.sums.items()))

    def train(self, training_data: TrainingData) -> Resource:
        """Write down which encoder this is."""
        with self._storage.write_to(self._resource) as folder:
            (folder / _SUMS).write_text(self.sums())
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector of each message's text."""
        return self._featurize(messages, threads=1)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add vectors to every example that has a text, on all cores: nobody is waiting for a reply."""
        with_text = [example for example in training_data.training_examples if example.get(TEXT)]
        self._featurize(with_text, threads=os.cpu_count() or 1)
        return training_data

    def _featurize(self, messages: list[Message], *, threads: int) -> list[Message]:
        if messages:
            vectors = self._encoder.encode([message.get(TEXT) or "" for message in messages], threads=threads)
            for message, vector in zip(messages, vectors, strict=True):
                message.add_features(Features(vector[None], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages
