"""The first hours after a death, in the reviewed words of the conversation: one place for them, read from its file."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from bot.model.directory import Nation
from bot.responses import FOLDER, ResponsesError
from bot.stages.after_death_steps import STEPS, Where

FILE = FOLDER / "bereavement.yml"
_STEP = STEPS[0]


@cache
def load() -> Mapping[str, tuple[str, ...]]:
    """Load the texts once: the paragraphs of each. Called at start, so that a broken file stops that.

    Raises ResponsesError when one is missing, or is not the same for everybody.
    """
    try:
        responses: dict[str, list[dict[str, Any]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["responses"]
        return {name: _paragraphs(name, responses[name]) for name in {_STEP.says, *_STEP.differs.values()}}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ResponsesError(f"{FILE.name} cannot be read for the first hours after a death: {error!r}") from error


def first_hours(nations: frozenset[Nation]) -> tuple[str, ...]:
    """Return what to do first, a paragraph each. `nations` are those of the place; where they differ, or none is known,
    it is what holds for most.
    """
    where = Where.NORTHERN_IRELAND if nations == {Nation.NORTHERN_IRELAND} else Where.ENGLAND
    return load()[_STEP.response(where)]


def _paragraphs(name: str, variations: list[dict[str, Any]]) -> tuple[str, ...]:
    if len(variations) != 1 or variations[0].keys() != {"text"}:
        raise ResponsesError(f"{FILE.name}, {name}: must have one variation, with a text alone")
    return tuple(part.strip() for part in variations[0]["text"].split("\n\n") if part.strip())
