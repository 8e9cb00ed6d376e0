"""Joins the two layers of the safety door: patterns, which always work, and the trained screen, which reads meaning."""

import logging
from collections.abc import Callable
from pathlib import Path

from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety.rules import PRIORITY
from bot.safety.screen import screen
from bot.safety.trained import Reading, TrainedScreen

log = logging.getLogger(__name__)

Judge = Callable[[str, Asked | None], Verdict | None]
"""Says what a message must be answered as, given the door's own open question, or None."""

LEAST = 0.5
"""How likely any danger must be, all six taken together, for the trained screen to speak up by itself."""
LEAST_FOR_LIFE = 0.25
"""The same where it is life that is most likely at risk: rather one question too many than one too few."""
FEW_WORDS, LEAST_OF_FEW_WORDS = 4, 0.8
"""The same for a message of so few words ("one week"): there is little to go by, and patterns know the short cries."""
SURE_OF_ORDINARY = 0.02
"""Below this the trained screen takes back what a pattern of a lesser danger found: words in another sense."""
_LIFE_AT_RISK = frozenset({SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL})
SURE_OF_KIND = 0.6
"""From here on the trained screen, not the pattern, says which danger it is."""


def judge_with(folder: Path) -> Judge:
    """Return a judge with both layers. Raises EncoderError when the files of the trained one are not right."""
    trained = TrainedScreen(folder)

    def judge(text: str, asked: Asked | None = None) -> Verdict | None:
        found = screen(text, asked)
        if asked is not None and found is not None and found.pattern.startswith("answer."):
            return found
        try:
            return joined(found, trained.read(text))
        except Exception as error:  # noqa: BLE001  (whatever fails here, the patterns still answer)
            log.error("the trained screen failed; patterns alone judged (%s)", type(error).__name__)  # noqa: TRY400
            return found

    return judge


def joined(found: Verdict | None, reading: Reading) -> Verdict | None:
    """Return the verdict of both: either may raise danger; only a lesser one is ever taken back."""
    if found is None or found.intent is None:
        return _trained(reading) if reading.danger >= _least(reading) else found
    if reading.danger < SURE_OF_ORDINARY and found.intent not in _LIFE_AT_RISK:
        return None
    if reading.intent is found.intent or reading.likely < SURE_OF_KIND:
        return found
    graver = PRIORITY.index(found.intent) < PRIORITY.index(reading.intent)
    return found if graver and found.intent in _LIFE_AT_RISK else _trained(reading)


def _least(reading: Reading) -> float:
    if reading.words <= FEW_WORDS:
        return LEAST_OF_FEW_WORDS
    return LEAST_FOR_LIFE if reading.intent in _LIFE_AT_RISK else LEAST


def _trained(reading: Reading) -> Verdict:
    return Verdict(reading.intent, f"trained.{reading.intent}")
