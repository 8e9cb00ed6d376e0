"""The last step of the pipeline: what is acted on, given where the person is."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.shared.nlu.training_data.message import Message

from what_matters_engine.context import ContextClassifier

RANKING = [{"name": "greet", "confidence": 0.4}, {"name": "inform", "confidence": 0.3}]


def component(act_on: Any = None) -> ContextClassifier:
    return ContextClassifier(act_on or (lambda ranking, text, state: ("inform", 1.0)))


def message(**more: Any) -> Message:
    return Message({"text": "hello tea", "intent": RANKING[0], "intent_ranking": list(RANKING), **more})


def test_the_function_sees_ranking_text_and_state() -> None:
    seen: list[Any] = []

    def act_on(*given: Any) -> tuple[str, float]:
        seen.append(given)
        return "inform", 0.9

    [done] = component(act_on).process([message(metadata={"state": "answering", "turn": "t1"})])
    assert seen == [([("greet", 0.4), ("inform", 0.3)], "hello tea", "answering")]
    assert done.get("intent") == {"name": "inform", "confidence": 0.9}
    assert done.as_dict(only_output_properties=True)["intent"]["name"] == "inform"


def test_the_ranking_stays_as_it_was() -> None:
    [done] = component().process([message()])
    assert done.get("intent_ranking") == RANKING


@pytest.mark.parametrize("metadata", [None, {}, {"turn": "t1"}])
def test_without_a_state_a_message_is_open(metadata: Any) -> None:
    states: list[str] = []
    component(lambda *given: (states.append(given[2]), ("inform", 1.0))[1]).process(
        [message(metadata=metadata)]
    )
    assert states == ["open"]


def test_a_message_without_an_intent_has_an_empty_ranking_for_the_function_to_judge() -> None:
    [done] = component(lambda ranking, *_: (str(ranking), 0.0)).process([Message({"text": "x"})])
    assert done.get("intent") == {"name": "[]", "confidence": 0.0}


def test_it_finds_its_function_by_name() -> None:
    context = ExecutionContext(GraphSchema({}))
    built = ContextClassifier.create({"act_on": "toy_rules.act_on"}, None, None, context)
    [done] = built.process([message(metadata={"state": "answering"})])
    assert done.get("intent")["name"] == "inform"


@pytest.mark.parametrize("path", ["toy_rules.nowhere", "no_such_module.act_on"])
def test_a_function_that_is_not_there_stops_the_model_from_loading(path: str) -> None:
    with pytest.raises((ImportError, AttributeError)):
        ContextClassifier.create({"act_on": path}, None, None, ExecutionContext(GraphSchema({})))
