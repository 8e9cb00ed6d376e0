"""Joins the two layers of the safety door: patterns, which always work, and the trained screen, which reads meaning."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.model.position import Expecting
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety.rules import PRIORITY
from bot.safety.screen import screen
from bot.safety.trained import Reading, TrainedScreen

log = logging.getLogger(__name__)

Judge = Callable[[str, Asked | None, Expecting], Verdict | None]
"""Says what a message must be answered as, given the door's own open question and what the conversation waits for."""


@dataclass(frozen=True, slots=True)
class Least:
    """How likely any danger must be, all six taken together, for the trained screen to speak up by itself.

    `life`: the same where it is life that is most likely at risk: rather one question too many than one too few.
    `few_words`: the same for a message of at most FEW_WORDS ("one week"): there is little to go by, and patterns know
    the short cries.
    """

    danger: float
    life: float
    few_words: float


FEW_WORDS = 4
LEAST = Least(danger=0.5, life=0.25, few_words=0.8)
LEAST_OF_AN_ANSWER = Least(danger=0.8, life=0.5, few_words=0.9)
"""While an open question about living and dying waits, dark words are most likely its answer."""
SURE_OF_ORDINARY = 0.02
"""Below this the trained screen takes back what a pattern of a lesser danger found: words in another sense."""
_LIFE_AT_RISK = frozenset({SafetyIntent.EMERGENCY, SafetyIntent.SUICIDAL})
SURE_OF_KIND = 0.6
"""From here on the trained screen, not the pattern, says which danger it is."""


def by_patterns(text: str, asked: Asked | None, _expecting: Expecting) -> Verdict | None:
    """Judge by the patterns alone."""
    return screen(text, asked)


def judge_with(folder: Path) -> Judge:
    """Return a judge with both layers. Raises EncoderError when the files of the trained one are not right."""
    trained = TrainedScreen(folder)

    def judge(text: str, asked: Asked | None, expecting: Expecting) -> Verdict | None:
        found = screen(text, asked)
        if asked is not None and found is not None and found.pattern.startswith("answer."):
            return found
        try:
            return joined(found, trained.read(text), expecting)
        except Exception as error:  # noqa: BLE001  (whatever fails here, the patterns still answer)
            log.error("the trained screen failed; patterns alone judged (%s)", type(error).__name__)  # noqa: TRY400
            return found

    return judge


def joined(found: Verdict | None, reading: Reading, expecting: Expecting) -> Verdict | None:
    """Return the verdict of both: either may raise danger; only a lesser one is ever taken back."""
    if found is None or found.intent is None:
        return _trained(reading) if reading.danger >= _least(reading, expecting) else found
    if reading.danger < SURE_OF_ORDINARY and found.intent not in _LIFE_AT_RISK:
        return None
    if reading.intent is found.intent or reading.likely < SURE_OF_KIND:
        return found
    graver = PRIORITY.index(found.intent) < PRIORITY.index(reading.intent)
    return found if graver and found.intent in _LIFE_AT_RISK else _trained(reading)


def _least(reading: Reading, expecting: Expecting) -> float:
    least = LEAST_OF_AN_ANSWER if expecting is Expecting.ANSWERING else LEAST
    if reading.words <= FEW_WORDS:
        return least.few_words
    return least.life if reading.intent in _LIFE_AT_RISK else least.danger


def _trained(reading: Reading) -> Verdict:
    return Verdict(reading.intent, f"trained.{reading.intent}")
