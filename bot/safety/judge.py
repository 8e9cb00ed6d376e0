"""Joins the two layers of the safety door: patterns, which always work, and the trained screen, which reads meaning."""

import logging
from dataclasses import dataclass
from typing import Protocol

from bot.encoder import Encoder
from bot.model.leaving import only_left, rest_of
from bot.model.other_sense import complains_of_handling, is_another_sense
from bot.model.position import Expecting
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety.expected import is_expected
from bot.safety.mourning import told_before
from bot.safety.rules import PRIORITY
from bot.safety.screen import screen
from bot.safety.trained import LIFE_AT_RISK, Reading, TrainedScreen
from bot.safety.whose import of_another

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Where:
    """Where in a conversation a message stands; by default it is the first of all.

    `asked`: the door's own open question. `expecting`: what the conversation waits for. `mourning`: it is about a death
    already, so that telling of it again is no news.
    """

    asked: Asked | None = None
    expecting: Expecting = Expecting.OPEN
    mourning: bool = False


class Judge(Protocol):
    """Says what a message must be answered as, or None for nothing."""

    def __call__(self, text: str, where: Where) -> Verdict | None: ...


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
LEAST = Least(danger=0.4, life=0.2, few_words=0.7)
LEAST_OF_AN_ANSWER = Least(danger=0.85, life=0.45, few_words=0.9)
"""While an open question about living and dying waits, dark words are most likely its answer."""
SURE_OF_ORDINARY = 0.02
"""Below this the trained screen takes back what a pattern of a lesser danger found: words in another sense."""
SURE_OF_KIND = 0.6
"""From here on the trained screen, not the pattern, says which danger it is."""
_NEVER_ORDINARY = frozenset({"urgent_symptoms.too_much_given"})
"""Patterns that the trained screen does not take back: it has met too few such lines and takes them for guilt."""
_NEVER_LESSENED = LIFE_AT_RISK | {SafetyIntent.SAFEGUARDING}


def by_patterns(text: str, where: Where) -> Verdict | None:
    """Judge by the patterns alone."""
    found = screen(text, where.asked)
    return None if _is_a_death(found) and only_left(text) else of_another(found, text)


def judge_with(encoder: Encoder) -> Judge:
    """Return a judge with both layers. Raises EncoderError when the encoder comes without a head."""
    trained = TrainedScreen(encoder)

    def judge(text: str, where: Where) -> Verdict | None:
        found = screen(text, where.asked)
        rest = rest_of(text)
        try:
            reading = trained.read(text)
            beside = joined(None, trained.read(rest), where.expecting) if rest is not None else None
        except Exception as error:  # noqa: BLE001  (whatever fails here, the patterns still answer)
            log.error("the trained screen failed; patterns alone judged (%s)", type(error).__name__)  # noqa: TRY400
            return by_patterns(text, where)
        if found is not None and found.pattern.startswith("answer."):
            return found if found.intent else _beside_a_yes(found, reading)
        if where.mourning and found is None and _only_a_death(reading) and told_before(text):
            return None
        verdict = joined(found, reading, where.expecting)
        if verdict is not None and _may_be_dying(verdict, found) and is_expected(text):
            return _verdict(SafetyIntent.URGENT_SYMPTOMS)
        left = _is_a_death(verdict) and reading.life < LEAST.life and rest is not None and beside is None
        if left or _in_another_sense(found, verdict, reading, text, where):
            return None  # and nothing else that was said tells of danger
        return of_another(verdict, text)

    return judge


def joined(found: Verdict | None, reading: Reading, expecting: Expecting) -> Verdict | None:
    """Return the verdict of both: either may raise danger; only a lesser one is ever taken back.

    The trained screen says which danger it is when it is sure of that, but never a lesser one than risk to life or harm
    by somebody, once found.
    """
    if found is None or found.intent is None:
        least = LEAST_OF_AN_ANSWER if expecting is Expecting.ANSWERING else LEAST
        return _trained(reading, least) or found
    if found.pattern in _NEVER_ORDINARY and reading.life >= LEAST.life:
        return _verdict(reading.to_life)
    taken_back = found.intent not in LIFE_AT_RISK and found.pattern not in _NEVER_ORDINARY
    if taken_back and reading.complete and reading.danger < SURE_OF_ORDINARY:
        return None
    graver = PRIORITY.index(found.intent) <= PRIORITY.index(reading.intent)
    if reading.intent is found.intent or reading.likely < SURE_OF_KIND or (graver and found.intent in _NEVER_LESSENED):
        return found
    return _verdict(reading.intent)


def _is_a_death(found: Verdict | None) -> bool:
    """Say whether a death was found, and not in an answer to the door's own question about one."""
    return (
        found is not None
        and found.intent is SafetyIntent.DEATH_JUST_HAPPENED
        and not found.pattern.startswith("answer.")
    )


def _may_be_dying(verdict: Verdict, found: Verdict | None) -> bool:
    """Say whether an emergency was found, and by the patterns none but of breathing or of not waking."""
    by_pattern = found.pattern if found is not None else ""
    only_signs = by_pattern in {"", "emergency.breathing", "emergency.unconscious"} or not by_pattern.startswith("emer")
    return verdict.intent is SafetyIntent.EMERGENCY and only_signs


def _in_another_sense(
    found: Verdict | None, verdict: Verdict | None, reading: Reading, text: str, where: Where
) -> bool:
    """Say whether words that look like danger are something else; just after danger was answered they are not.

    Of what a pattern found, only a complaint of being moved like a thing is, in which meaning shows no danger either.
    """
    if verdict is None or verdict.intent is None or where.asked is not None:
        return False
    if found is None:
        return is_another_sense(text, verdict.intent)
    return found.pattern == "safeguarding.hurt" and reading.danger < LEAST.life and complains_of_handling(text)


def _only_a_death(reading: Reading) -> bool:
    """Say whether nothing else that must be answered is likely beside the death."""
    besides = reading.danger - reading.likely
    return reading.intent is SafetyIntent.DEATH_JUST_HAPPENED and max(besides, reading.life) < LEAST.life


def _beside_a_yes(reassured: Verdict, reading: Reading) -> Verdict:
    """Somebody says that they are safe: believed, unless the rest of the message plainly speaks of ending a life."""
    if reading.words > FEW_WORDS and reading.life >= LEAST_OF_AN_ANSWER.life:
        return _verdict(reading.to_life)
    return reassured


def _trained(reading: Reading, least: Least) -> Verdict | None:
    """Return what the trained screen says by itself, if it is likely enough."""
    if reading.words <= FEW_WORDS:
        return _verdict(reading.intent) if reading.danger >= least.few_words else None
    if reading.danger >= least.danger or (reading.intent in LIFE_AT_RISK and reading.danger >= least.life):
        return _verdict(reading.intent)
    return _verdict(reading.to_life) if reading.life >= least.life else None


def _verdict(intent: SafetyIntent) -> Verdict:
    return Verdict(intent, f"trained.{intent}")
