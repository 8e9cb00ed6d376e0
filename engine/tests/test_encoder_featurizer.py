"""The encoder in the pipeline: one vector a message, and a model is only ever read with its own encoder."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from bot.encoder import SHIPPED, SUMS, EncoderError
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from what_matters_engine.encoder_featurizer import FOLDER_VARIABLE, EncoderFeaturizer

CONTEXT = ExecutionContext(GraphSchema({}), node_name="encoder")
CONFIG = EncoderFeaturizer.get_default_config()
RESOURCE = Resource("encoder")


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage.create(tmp_path)


def vector(message: Message) -> np.ndarray:
    sequence, sentence = message.get_dense_features("text")
    assert sequence is None
    assert sentence is not None
    return sentence.features


@pytest.mark.parametrize("text", ["my garden", "", "🌻", "x" * 20_000, "\0", "שלום"])
def test_every_message_gets_one_vector_of_length_one(storage: LocalModelStorage, text: str) -> None:
    component = EncoderFeaturizer.create(CONFIG, storage, RESOURCE, CONTEXT)
    [done] = component.process([Message({"text": text})])
    assert vector(done).shape == (1, 384)
    assert np.linalg.norm(vector(done)) == pytest.approx(1, abs=1e-3)


def test_training_gives_the_same_vectors_as_talking(storage: LocalModelStorage) -> None:
    component = EncoderFeaturizer.create(CONFIG, storage, RESOURCE, CONTEXT)
    learnt = component.process_training_data(TrainingData([Message.build("hello there", "greet")]))
    [said] = component.process([Message({"text": "hello there"})])
    assert np.array_equal(vector(learnt.intent_examples[0]), vector(said))


def test_a_model_is_loaded_with_the_encoder_it_was_trained_with(storage: LocalModelStorage) -> None:
    EncoderFeaturizer.create(CONFIG, storage, RESOURCE, CONTEXT).train(TrainingData([]))
    assert EncoderFeaturizer.load(CONFIG, storage, RESOURCE, CONTEXT).sums()


def test_another_encoder_is_refused_and_the_mend_named(
    storage: LocalModelStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    EncoderFeaturizer.create(CONFIG, storage, RESOURCE, CONTEXT).train(TrainingData([]))
    other = Path(shutil.copytree(SHIPPED, tmp_path / "other"))
    kept = [line for line in (other / SUMS).read_text().splitlines() if "screen" not in line]
    (other / SUMS).write_text("\n".join(kept))
    monkeypatch.setenv(FOLDER_VARIABLE, str(other))
    with pytest.raises(EncoderError, match="what-matters train"):
        EncoderFeaturizer.load(CONFIG, storage, RESOURCE, CONTEXT)


def test_a_missing_encoder_stops_the_engine(
    storage: LocalModelStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "nowhere"))
    with pytest.raises(EncoderError, match="make encoder"):
        EncoderFeaturizer.create(CONFIG, storage, RESOURCE, CONTEXT)
