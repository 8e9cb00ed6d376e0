"""An action server's answer is still checked, once faster and without being quoted."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction

from what_matters_engine import action_validation
from what_matters_engine.action_validation import InvalidActionAnswerError

ACTION = RemoteAction("action_ask", None)
VALID: list[Any] = [
    {},
    {"events": [], "responses": []},
    {
        "events": [{"event": "slot", "name": "door", "value": "me"}],
        "responses": [{"text": "Hello", "buttons": []}],
    },
]
INVALID: list[Any] = [
    None,
    [],
    {"events": "none"},
    {"events": [{"event": "my own words"}]},
    {"events": [{"event": "slot", "value": "my own words"}]},
    {"responses": ["my own words"]},
    {"responses": {"text": "my own words"}},
]


@pytest.fixture(autouse=True)
def patched(monkeypatch: pytest.MonkeyPatch) -> Any:
    stock = RemoteAction._validate_action_result
    monkeypatch.setattr(RemoteAction, "_validate_action_result", stock)
    action_validation.install()
    return stock


@pytest.mark.parametrize("answer", VALID)
def test_a_valid_answer_passes(answer: Any, patched: Any) -> None:
    assert ACTION._validate_action_result(answer) is True
    assert patched(ACTION, answer) is True


@pytest.mark.parametrize("answer", INVALID)
def test_an_invalid_answer_is_refused_as_before_but_not_quoted(answer: Any, patched: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        patched(ACTION, answer)
    with pytest.raises(InvalidActionAnswerError) as refused:
        ACTION._validate_action_result(answer)
    assert "my own words" not in str(refused.value)


def test_the_schema_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ACTION._validate_action_result({})
    monkeypatch.setattr(RemoteAction, "action_response_format_spec", lambda: pytest.fail("read again"))
    assert ACTION._validate_action_result({}) is True
