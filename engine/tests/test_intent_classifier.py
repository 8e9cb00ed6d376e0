"""The classifier: C is ours to set, the answer is a probability, and the same data give the same model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

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


def features(storage: LocalModelStorage) -> tuple[TrainingData, Any]:
    """The examples with features, and a function that makes a message of a text."""
    tokenizer = WhitespaceTokenizer.create(WhitespaceTokenizer.get_default_config(), storage, None, CONTEXT)
    featurizer = CountVectorsFeaturizer.create(
        CountVectorsFeaturizer.get_default_config(), storage, Resource("features"), CONTEXT
    )
    data = TrainingData([Message.build(text, intent) for intent, texts in EXAMPLES.items() for text in texts])
    tokenizer.process_training_data(data)
    featurizer.train(data)
    featurizer.process_training_data(data)
    return data, lambda text: featurizer.process(tokenizer.process([Message({"text": text})]))


def trained(storage: LocalModelStorage, data: TrainingData, **config: Any) -> IntentClassifier:
    whole = {**IntentClassifier.get_default_config(), **config}
    classifier = IntentClassifier.create(whole, storage, Resource("classifier"), CONTEXT)
    classifier.train(data)
    return classifier


def test_a_larger_c_is_surer(storage: LocalModelStorage) -> None:
    data, message = features(storage)
    timid, sure = (trained(storage, data, C=c).process(message("good morning"))[0] for c in (1, 100))
    assert timid.get("intent")["name"] == sure.get("intent")["name"] == "greet"
    assert timid.get("intent")["confidence"] < 0.6 < 0.9 < sure.get("intent")["confidence"]


def test_confidences_are_probabilities(storage: LocalModelStorage) -> None:
    data, message = features(storage)
    [done] = trained(storage, data, C=10).process(message("thank you"))
    ranking = done.get("intent_ranking")
    assert ranking[0]["name"] == done.get("intent")["name"] == "thank"
    assert sum(entry["confidence"] for entry in ranking) == pytest.approx(1)


def test_the_same_data_give_the_same_answer_also_after_loading(storage: LocalModelStorage) -> None:
    data, message = features(storage)
    first, second = (trained(storage, data, C=10) for _ in range(2))
    config = {**IntentClassifier.get_default_config(), "C": 10}
    loaded = IntentClassifier.load(config, storage, Resource("classifier"), CONTEXT)
    answers = [
        each.process(message("hi, good day"))[0].get("intent_ranking") for each in (first, second, loaded)
    ]
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize("c", [0, -1, "10", True, None])
def test_c_is_a_positive_number(c: Any) -> None:
    with pytest.raises(InvalidConfigException):
        IntentClassifier.validate_config({"C": c})
