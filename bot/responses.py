"""Sentences from data/responses for the parts that speak without Rasa: the safety door and the gateway.

One form for all of them, Rasa's own response files, so that every sentence is found by searching one folder.
"""

from pathlib import Path
from typing import Any

import yaml

from bot.model.messages import Choice, Message
from bot.settings import ROOT

FOLDER = ROOT / "data" / "responses"


class ResponsesError(Exception):
    """A response file is missing, cannot be read, or has a response that is not fixed."""


def fixed_responses(topic: str, folder: Path = FOLDER) -> dict[str, tuple[Message, ...]]:
    """Return the responses of `<topic>.yml` by name, each as its bubbles; buttons stand under the last, payload as id.

    Where some people have a wording of their own, these are the words for everybody.
    Raises ResponsesError, naming file and response, unless each has exactly one variation without a condition.
    """
    path = folder / f"{topic}.yml"
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        responses: dict[str, list[dict[str, Any]]] = dict(content["responses"])
        return {name: _bubbles(path.name, name, variations) for name, variations in responses.items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ResponsesError(f"{path.name} cannot be read as responses: {error!r}") from error


def _bubbles(file: str, name: str, variations: list[dict[str, Any]]) -> tuple[Message, ...]:
    for_everybody = [variation for variation in variations if "condition" not in variation]
    if len(for_everybody) != 1 or for_everybody[0].keys() - {"text", "buttons"}:
        raise ResponsesError(f"{file}, {name}: must have one variation for everybody, with a text and perhaps buttons")
    bubbles = [bubble.strip() for bubble in for_everybody[0]["text"].split("\n\n") if bubble.strip()]
    if not bubbles:
        raise ResponsesError(f"{file}, {name}: the text is empty")
    choices = tuple(Choice(button["title"], button["payload"]) for button in for_everybody[0].get("buttons", ()))
    return (*(Message(bubble) for bubble in bubbles[:-1]), Message(bubbles[-1], choices))
