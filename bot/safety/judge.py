"""Joins the two layers of the safety door: patterns, which always work, and the trained screen, which reads meaning."""

import logging
from dataclasses import dataclass
from typing import Protocol

from bot.encoder import Encoder
from bot.model.leaving import only_left, rest_of
from bot.model.other_sense import is_another_sense
from bot.model.others_loss import asks_what_to_say
from bot.model.position import Expecting
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety import joining
from bot.safety.expected import has_died, is_expected, is_slow_change
from bot.safety.mourning import died_with_staff, is_dated, lives, told_again, told_before
from bot.safety.rules import PRIORITY
from bot.safety.screen import screen
from bot.safety.set_aside import explains_an_illness, left_of
from bot.safety.told_now import is_told_now
from bot.safety.trained import LIFE_AT_RISK, Reading, TrainedScreen
from bot.safety.whose import of_another

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Where:
    """Where in a conversation a message stands; by default it is the first of all.

    `asked`: the door's own open question. `expecting`: what the conversation waits for. `mourning`: it is about a death
    already, so that telling of it again is no news. `settled`: the door has answered that death. `over`: somebody has
    died, and not just now as far as is known. `ill`: it is about somebody whose life may be short.
    """

    asked: Asked | None = None
    expecting: Expecting = Expecting.OPEN
    mourning: bool = False
    settled: bool = False
    over: bool = False
    ill: bool = False


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


WITH_STAFF = "death_just_happened.with_staff"
"""A death where there are staff, who do what comes first."""
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
        joining.PATTERN,
    }
)
"""Patterns that the trained screen does not take back: it has met few such lines, and takes them for guilt or grief."""
MOST_LEFT = {SafetyIntent.SUICIDAL: 0.1, SafetyIntent.PASSIVE_DEATH_WISH: 0.1, SafetyIntent.EMERGENCY: 0.2}
MOST_LEFT_OF_OTHERS = 0.3
"""How likely any danger may be in what is left beside words that only sounded like one, by what that was."""
_NEVER_LESSENED = LIFE_AT_RISK | {SafetyIntent.SAFEGUARDING}


def by_patterns(text: str, where: Where) -> Verdict | None:
    """Judge by the patterns alone."""
    found = _found(text, where)
    known = only_left(text) or (where.settled and told_again(text))
    return None if _is_a_death(found) and known else of_another(found, text)


def judge_with(encoder: Encoder) -> Judge:
    """Return a judge with both layers. Raises EncoderError when the encoder comes without a head."""
    trained = TrainedScreen(encoder)

    def judge(text: str, where: Where) -> Verdict | None:
        verdict = of_both(text, where)
        return None if _only_sounds_like_it(verdict, text, where, trained) else verdict

    def of_both(text: str, where: Where) -> Verdict | None:
        found = _found(text, where)
        rest = rest_of(text)
        try:
            reading = trained.read(text)
            beside = joined(None, trained.read(rest), where.expecting) if rest is not None else None
        except Exception as error:  # noqa: BLE001  (whatever fails here, the patterns still answer)
            log.error("the trained screen failed; patterns alone judged (%s)", type(error).__name__)  # noqa: TRY400
            return by_patterns(text, where)
        if found is not None and found.pattern.startswith("answer."):
            return found if found.intent else _beside_a_yes(found, reading)
        if found is None and _only_a_death(reading) and _is_no_new_death(where, text):
            return None
        expecting = _read_as(where, reading, text)
        both = joined(found, reading, expecting)
        both = found if _is_a_death(both) and _is_alive(found, text) else both
        verdict = _where_it_is_known(both, reading, text, where)
        if verdict is not None and _may_be_dying(verdict, found, text) and _comes_slowly(text, found, where):
            return _verdict(SafetyIntent.URGENT_SYMPTOMS)
        left = _is_a_death(verdict) and reading.life < LEAST.life and rest is not None and beside is None
        if left or (found is None and where.asked is None and _in_another_sense(verdict, text)):
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
    return _verdict(intent)


def _found(text: str, where: Where) -> Verdict | None:
    """Return what the patterns find; wanting to be with somebody is a find only where somebody has died."""
    found = screen(text, where.asked)
    if found is None and where.mourning and joining.wants_to_join(text):
        return Verdict(SafetyIntent.PASSIVE_DEATH_WISH, joining.PATTERN)
    return found


def _read_as(where: Where, reading: Reading, text: str) -> Expecting:
    """Return how the trained screen takes the words: as an answer, unless they tell of danger now."""
    if is_told_now(text, reading.intent):
        return Expecting.OPEN
    return Expecting.ANSWERING if _mourns(where, reading) else where.expecting


def _mourns(where: Where, reading: Reading) -> bool:
    """Say whether what sounds dark is mostly grief, as in an answer: a death is known, and no wish to die is likely."""
    wishes = reading.life >= LEAST.life or reading.intent is SafetyIntent.PASSIVE_DEATH_WISH
    return where.mourning and not wishes


def _is_no_new_death(where: Where, text: str) -> bool:
    """Say whether words that meaning alone took for a death tell of one that is past, or of somebody who is alive."""
    return lives(text) or is_dated(text) or (where.mourning and told_before(text))


def _is_a_death(found: Verdict | None) -> bool:
    """Say whether a death was found, and not in an answer to the door's own question about one."""
    return (
        found is not None
        and found.intent is SafetyIntent.DEATH_JUST_HAPPENED
        and not found.pattern.startswith("answer.")
    )


def _where_it_is_known(verdict: Verdict | None, reading: Reading, text: str, where: Where) -> Verdict | None:
    """Return what a death must be answered as, where the door answered it before, or staff do what comes first."""
    if not _is_a_death(verdict):
        return verdict
    if _only_a_death(reading) and asks_what_to_say(text):
        return None
    if where.settled and told_again(text):
        return None
    if _only_a_death(reading) and died_with_staff(text):
        told = where.settled or (where.mourning and screen(text, where.asked) is None)
        return None if told else Verdict(SafetyIntent.DEATH_JUST_HAPPENED, WITH_STAFF)
    return verdict


def _is_alive(found: Verdict | None, text: str) -> bool:
    """Say whether a pattern found how somebody breathes now, and no word says that it is over."""
    return found is not None and found.pattern == "urgent_symptoms.breath_changed" and not has_died(text)


def _may_be_dying(verdict: Verdict, found: Verdict | None, text: str) -> bool:
    """Say whether an emergency was found, and by the patterns none but of breathing or of not waking.

    Or a death, by meaning alone, where no word says that it is over.
    """
    if verdict.intent is SafetyIntent.DEATH_JUST_HAPPENED:
        return found is None and not has_died(text)
    by_pattern = found.pattern if found is not None else ""
    only_signs = by_pattern in {"", "emergency.breathing", "emergency.unconscious"} or not by_pattern.startswith("emer")
    return verdict.intent is SafetyIntent.EMERGENCY and only_signs


def _only_sounds_like_it(verdict: Verdict | None, text: str, where: Where, trained: TrainedScreen) -> bool:
    """Say whether danger was found in words that are set aside, and neither layer finds any in what is left."""
    if verdict is None or verdict.intent is None:
        return False
    if where.asked in {None, Asked.STILL_IN_DANGER} and explains_an_illness(text) and screen(text) is None:
        return True
    rest = left_of(text, over=where.over or is_dated(text)) if where.asked is None else None
    if rest is None or screen(rest) is not None:
        return False
    return not rest or _danger_in(rest, trained) < MOST_LEFT.get(verdict.intent, MOST_LEFT_OF_OTHERS)


def _danger_in(rest: str, trained: TrainedScreen) -> float:
    try:
        return trained.read(rest).danger
    except Exception:  # noqa: BLE001  (what cannot be read may be danger)
        return 1.0


def _comes_slowly(text: str, found: Verdict | None, where: Where) -> bool:
    """Say whether these are signs that belong to a death that is expected, or slow ones of somebody who is ill."""
    by_pattern = found is not None and found.intent is SafetyIntent.EMERGENCY
    return is_expected(text) or (not by_pattern and is_slow_change(text, ill=where.ill))


def _in_another_sense(verdict: Verdict | None, text: str) -> bool:
    return verdict is not None and verdict.intent is not None and is_another_sense(text, verdict.intent)


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
