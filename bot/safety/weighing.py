"""How the two layers of the safety door are weighed against each other, with every threshold."""

from dataclasses import dataclass

from bot.model.position import Expecting
from bot.model.safety import SafetyIntent, Verdict
from bot.safety import joining
from bot.safety.rules import PRIORITY
from bot.safety.trained import LIFE_AT_RISK, Reading


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
_NEVER_ORDINARY = frozenset(
    {
        "urgent_symptoms.too_much_given",
        "passive_death_wish.going_on",
        "passive_death_wish.no_loss",
        "passive_death_wish.other.says",
        "safeguarding.not_meant",
        "safeguarding.own.hurt",
        "safeguarding.own.smother",
        "safeguarding.own.mercy",
        "safeguarding.secret",
        "passive_death_wish.no_more_taken",
        "passive_death_wish.not_here_by",
        "passive_death_wish.help_to_die",
        "passive_death_wish.unnoticed",
        joining.PATTERN,
        joining.SEES_WHY,
    }
)
"""Patterns that the trained screen does not take back: it has met few such lines, and takes them for guilt or grief."""
_NEVER_LESSENED = LIFE_AT_RISK | {SafetyIntent.SAFEGUARDING}


def joined(found: Verdict | None, reading: Reading, expecting: Expecting) -> Verdict | None:
    """Return the verdict of both: either may raise danger; only a lesser one is ever taken back.

    The trained screen says which danger it is when it is sure of that, but never a lesser one than risk to life or harm
    by somebody, once found.
    """
    if found is None or found.intent is None:
        least = LEAST_OF_AN_ANSWER if expecting is Expecting.ANSWERING else LEAST
        return _trained(reading, least) or found
    if found.pattern in _NEVER_ORDINARY and reading.life >= LEAST.life:
        return _graver(found, reading.to_life)
    taken_back = found.intent not in LIFE_AT_RISK and found.pattern not in _NEVER_ORDINARY
    if taken_back and reading.complete and reading.danger < SURE_OF_ORDINARY:
        return None
    graver = PRIORITY.index(found.intent) <= PRIORITY.index(reading.intent)
    if reading.intent is found.intent or reading.likely < SURE_OF_KIND or (graver and found.intent in _NEVER_LESSENED):
        return found
    return _graver(found, reading.intent)


def _graver(found: Verdict, intent: SafetyIntent) -> Verdict:
    """Return what the trained screen makes of a find; whose life it is, the patterns know."""
    if intent is SafetyIntent.SUICIDAL and found.pattern.startswith("passive_death_wish.other."):
        return Verdict(intent, "suicidal.other.says")
    return by_meaning(intent)


def only_a_death(reading: Reading) -> bool:
    """Say whether nothing else that must be answered is likely beside the death."""
    besides = reading.danger - reading.likely
    return reading.intent is SafetyIntent.DEATH_JUST_HAPPENED and max(besides, reading.life) < LEAST.life


def beside_a_yes(reassured: Verdict, reading: Reading) -> Verdict:
    """Somebody says that they are safe: believed, unless the rest of the message plainly speaks of ending a life."""
    if reading.words > FEW_WORDS and reading.life >= LEAST_OF_AN_ANSWER.life:
        return by_meaning(reading.to_life)
    return reassured


def _trained(reading: Reading, least: Least) -> Verdict | None:
    """Return what the trained screen says by itself, if it is likely enough."""
    if reading.words <= FEW_WORDS:
        return by_meaning(reading.intent) if reading.danger >= least.few_words else None
    if reading.danger >= least.danger or (reading.intent in LIFE_AT_RISK and reading.danger >= least.life):
        return by_meaning(reading.intent)
    return by_meaning(reading.to_life) if reading.life >= least.life else None


def by_meaning(intent: SafetyIntent) -> Verdict:
    """Return the verdict of the trained screen alone."""
    return Verdict(intent, f"trained.{intent}")
