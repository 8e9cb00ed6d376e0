"""Reading sentences from data/responses for the parts that speak without Rasa: safety door, gateway.

One form for all of them: Rasa's own response files, so that every sentence is found by searching one folder.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[1] / "data" / "responses"


class ResponsesError(Exception):
    """A response file is missing, is not valid YAML, or lacks a response that code relies on."""


@dataclass(frozen=True, slots=True)
class FixedResponse:
    """A response with one variation and no conditions: bubbles of text, and buttons as (title, payload)."""

    bubbles: tuple[str, ...]
    buttons: tuple[tuple[str, str], ...]


def fixed_responses(topic: str, folder: Path = FOLDER) -> dict[str, FixedResponse]:
    """Return the responses of `<topic>.yml` by name. Raises ResponsesError, naming file and response."""
    path = folder / f"{topic}.yml"
    try:
        data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        responses = list(data["responses"].items())
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ResponsesError(f"{path.name} cannot be read as responses: {error}") from error
    return {name: _fixed(path.name, name, variations) for name, variations in responses}


def _fixed(file: str, name: str, variations: list[dict[str, Any]]) -> FixedResponse:
    if len(variations) != 1 or "condition" in variations[0] or not str(variations[0].get("text", "")).strip():
        raise ResponsesError(f"{file}: {name} must have exactly one variation, with a text and no condition.")
    bubbles = tuple(part for part in str(variations[0]["text"]).split("\n\n") if part.strip())
    buttons = tuple((str(b["title"]), str(b["payload"])) for b in variations[0].get("buttons", ()))
    return FixedResponse(bubbles, buttons)
