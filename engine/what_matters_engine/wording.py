"""Chooses the wording of a response: of the variations that fit a person, those that fit them most closely.

Rasa draws one at random from all whose conditions hold, so "for somebody close" and "easy read" could not be
combined.
"""

from __future__ import annotations

import random
import re
from typing import Any

from rasa.core.nlg.generator import ResponseVariationFilter
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.constants import RESPONSE_CONDITION
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig

_TWO_STOPS = re.compile(r"([.!?…]”)\.")


class MostFittingWording(TemplatedNaturalLanguageGenerator):
    """Rasa's own generator, but for the choice: of the variations that fit, those with most conditions."""

    def __init__(self, endpoint_config: EndpointConfig | None, domain: Domain) -> None:
        """Take the responses of `domain`; the endpoint only names this class."""
        super().__init__(domain.responses)

    def _fill_response(
        self, response: dict[str, Any], filled_slots: dict[str, Any] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Fill in the values. A quotation that ends a sentence by itself needs no second stop behind it."""
        filled: dict[str, Any] = super()._fill_response(response, filled_slots, **kwargs)
        if isinstance(filled.get("text"), str):
            filled["text"] = _TWO_STOPS.sub(r"\1", filled["text"])
        return filled

    def _random_response_for(
        self, utter_action: str, output_channel: str, filled_slots: dict[str, Any]
    ) -> dict[str, Any] | None:
        """Return a variation of `utter_action` for these slot values, or None where none fits."""
        fitting: dict[int, list[dict[str, Any]]] = {}
        for variation in self.responses.get(utter_action, ()):
            if ResponseVariationFilter._matches_filled_slots(filled_slots, variation):
                fitting.setdefault(len(variation.get(RESPONSE_CONDITION, ())), []).append(variation)
        return random.choice(fitting[max(fitting)]) if fitting else None  # noqa: S311  (no secret: a wording)
