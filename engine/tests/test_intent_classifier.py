"""The classifier: C and temperature are ours, answers are probabilities, equal data give the same model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from what_matters_engine.encoder_featurizer import EncoderFeaturizer
from what_matters_engine.intent_classifier import IntentClassifier

EXAMPLES = {
    "greet": ["hello there", "good morning", "hi"],
    "goodbye": ["bye now", "see you later", "goodbye"],
    "thank": ["thank you", "many thanks", "that is kind"],
    "affirm": ["yes please", "that is right", "of course"],
}
CONTEXT = ExecutionContext(GraphSchema({}), node_name="classifier")


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage.create(tmp_path)


@pytest.fixture
def featurizer(storage: LocalModelStorage) -> EncoderFeaturizer:
    config = EncoderFeaturizer.get_default_config()
    return EncoderFeaturizer.create(config, storage, Resource("encoder"), CONTEXT)


@pytest.fixture
def data(featurizer: EncoderFeaturizer) -> TrainingData:
    lines = [(text, intent) for intent, texts in EXAMPLES.items() for text in texts]
    return featurizer.process_training_data(TrainingData([Message.build(*line) for line in lines]))


def trained(storage: LocalModelStorage, data: TrainingData, **config: Any) -> IntentClassifier:
    whole = {**IntentClassifier.get_default_config(), **config}
    classifier = IntentClassifier.create(whole, storage, Resource("classifier"), CONTEXT)
    classifier.train(data)
    return classifier


def read(featurizer: EncoderFeaturizer, classifier: IntentClassifier, text: str) -> Message:
    return classifier.process(featurizer.process([Message({"text": text})]))[0]


@pytest.mark.parametrize(
    ("timid", "sure"), [({"C": 0.1}, {"C": 99}), ({"temperature": 9}, {"temperature": 0.3})]
)
def test_strength_and_temperature_make_it_surer(
    storage: LocalModelStorage, data: TrainingData, featurizer: EncoderFeaturizer, timid: Any, sure: Any
) -> None:
    first, second = (
        read(featurizer, trained(storage, data, **config), "good morning").get("intent")
        for config in (timid, sure)
    )
    assert first["name"] == second["name"] == "greet"
    assert first["confidence"] < second["confidence"]


def test_confidences_are_probabilities(
    storage: LocalModelStorage, data: TrainingData, featurizer: EncoderFeaturizer
) -> None:
    done = read(featurizer, trained(storage, data, C=10), "thank you")
    ranking = done.get("intent_ranking")
    assert ranking[0] == done.get("intent")
    assert ranking[0]["name"] == "thank"
    assert [entry["confidence"] for entry in ranking] == sorted(
        (e["confidence"] for e in ranking), reverse=True
    )
    assert sum(entry["confidence"] for entry in ranking) == pytest.approx(1)


def test_the_ranking_can_be_cut(
    storage: LocalModelStorage, data: TrainingData, featurizer: EncoderFeaturizer
) -> None:
    done = read(featurizer, trained(storage, data, ranking_length=2), "thank you")
    assert len(done.get("intent_ranking")) == 2


def test_the_same_data_give_the_same_answer_also_after_loading(
    storage: LocalModelStorage, data: TrainingData, featurizer: EncoderFeaturizer
) -> None:
    first, second = (trained(storage, data, C=10) for _ in range(2))
    config = {**IntentClassifier.get_default_config(), "C": 10}
    loaded = IntentClassifier.load(config, storage, Resource("classifier"), CONTEXT)
    answers = [
        read(featurizer, each, "hi, good day").get("intent_ranking") for each in (first, second, loaded)
    ]
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize("name", ["C", "temperature"])
@pytest.mark.parametrize("value", [0, -1, "10", True, None])
def test_both_settings_are_positive_numbers(name: str, value: Any) -> None:
    with pytest.raises(InvalidConfigException):
        IntentClassifier.validate_config({name: value})
