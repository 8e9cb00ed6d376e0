"""Checks an action server's answer against Rasa's schema with a validator that is built once.

Rasa builds and re-checks the schema itself for every action, which is two thirds of the CPU of a turn.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.exceptions import RasaException


class InvalidActionAnswerError(RasaException):
    """An action server's answer is not in the agreed form; says where, never what."""


@lru_cache(maxsize=1)
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def validate_action_answer(_: RemoteAction, answer: Any) -> bool:
    """Return True when `answer` is valid; raise InvalidActionAnswerError otherwise."""
    error = best_match(_validator().iter_errors(answer))
    if error is not None:
        # Rasa's own error quotes the answer, and an answer may quote the person.
        raise InvalidActionAnswerError(f"the action server's answer is invalid at {error.json_path}")
    return True


def install() -> None:
    """Make Rasa's remote actions use the validator above."""
    RemoteAction._validate_action_result = validate_action_answer
