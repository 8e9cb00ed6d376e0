"""Joins the two layers of the safety door: patterns, which always work, and the trained screen, which reads meaning."""

import logging
from dataclasses import dataclass
from typing import Protocol

from bot.encoder import Encoder
from bot.model.leaving import only_left, rest_of
from bot.model.other_sense import is_another_sense, is_expected_or_past
from bot.model.others_loss import asks_what_to_say
from bot.model.position import Expecting
from bot.model.safety import Asked, SafetyIntent, Verdict
from bot.safety import farewell, joining
from bot.safety.answered import is_of_the_talk, tells_of_time_or_years
from bot.safety.expected import has_died, is_expected, is_slow_change
from bot.safety.mourning import died_with_staff, is_dated, lives, others_have_been, told_again, told_before
from bot.safety.screen import screen
from bot.safety.set_aside import explains_an_illness, left_of
from bot.safety.taking_back import takes_back
from bot.safety.text_speak import spelled_out
from bot.safety.told_now import is_told_now
from bot.safety.trained import LIFE_AT_RISK, Reading, TrainedScreen
from bot.safety.weighing import LEAST, beside_a_yes, by_meaning, joined, only_a_death
from bot.safety.whose import of_another

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Where:
    """Where in a conversation a message stands; by default it is the first of all.

    `asked`: the door's own open question. `expecting`: what the conversation waits for. `mourning`: it is about a death
    already, so that telling of it again is no news. `settled`: the door has answered that death. `over`: somebody has
    died, and not just now as far as is known. `ill`: it is about somebody whose life may be short. `of_a_talk`: a talk
    is being planned or looked back on. `after_danger`: danger was answered, and no ordinary reply has followed yet.
    """

    asked: Asked | None = None
    expecting: Expecting = Expecting.OPEN
    mourning: bool = False
    settled: bool = False
    over: bool = False
    ill: bool = False
    of_a_talk: bool = False
    after_danger: bool = False


class Judge(Protocol):
    """Says what a message must be answered as, or None for nothing."""

    def __call__(self, text: str, where: Where) -> Verdict | None: ...


TAKEN_BACK = "answer.any.taken_back.reassured"
"""The trained screen does not doubt it: the whole message says that nothing will be done, in the words of danger."""
WITH_STAFF = "death_just_happened.with_staff"
"""A death where there are staff, who do what comes first."""
SEEN_TO = "death_just_happened.seen_to"
"""A death to which the police or an ambulance have come already."""
MOST_LEFT = {SafetyIntent.SUICIDAL: 0.1, SafetyIntent.PASSIVE_DEATH_WISH: 0.1, SafetyIntent.EMERGENCY: 0.2}
MOST_LEFT_OF_OTHERS = 0.3
"""How likely any danger may be in what is left beside words that only sounded like one, by what that was."""


def by_patterns(text: str, where: Where) -> Verdict | None:
    """Judge by the patterns alone."""
    text = spelled_out(text)
    found = _found(text, where)
    known = only_left(text) or (where.settled and told_again(text))
    return None if _is_a_death(found) and known else of_another(found, text)


def judge_with(encoder: Encoder) -> Judge:
    """Return a judge with both layers. Raises EncoderError when the encoder comes without a head."""
    trained = TrainedScreen(encoder)

    def judge(text: str, where: Where) -> Verdict | None:
        text = spelled_out(text)
        reading = _read(trained, text)
        verdict = by_patterns(text, where) if reading is None else of_both(text, where, reading)
        return None if _only_sounds_like_it(verdict, text, where, trained) else verdict

    def of_both(text: str, where: Where, reading: Reading) -> Verdict | None:
        found = _found(text, where)
        if found is not None and found.pattern.startswith("answer."):
            sure = found.intent is not None or found.pattern == TAKEN_BACK
            return found if sure else beside_a_yes(found, reading)
        if found is None and only_a_death(reading) and _is_no_new_death(where, text):
            return None
        both = joined(found, reading, _read_as(where, reading, text))
        both = found if _is_a_death(both) and _is_alive(found, text) else both
        verdict = _where_it_is_known(both, reading, text, where)
        if verdict is not None and _may_be_dying(verdict, found, text) and _comes_slowly(text, found, where):
            return by_meaning(SafetyIntent.URGENT_SYMPTOMS)
        if _is_a_death(verdict) and reading.life < LEAST.life and _only_left(text, where, trained):
            return None
        if where.asked is None and _is_no_danger_told_so(found, verdict, text, where):
            return None
        return of_another(verdict, text)

    return judge


def _read(trained: TrainedScreen, text: str) -> Reading | None:
    """Return what the words mean to the trained screen, or None where it fails: the patterns answer then."""
    try:
        return trained.read(text)
    except Exception as error:  # noqa: BLE001  (whatever fails here)
        log.error("the trained screen could not read (%s)", type(error).__name__)  # noqa: TRY400  (no words in logs)
        return None


def _found(text: str, where: Where) -> Verdict | None:
    """Return what the patterns find; following somebody who has died is a find only where a death is known."""
    if takes_back(text, where.asked):
        return Verdict(None, TAKEN_BACK)
    found = screen(text, where.asked)
    if found is None and farewell.says_farewell(text, as_an_answer=where.expecting is Expecting.ANSWERING):
        return Verdict(SafetyIntent.SUICIDAL, farewell.PATTERN)
    if found is None and where.mourning and joining.wants_to_join(text):
        return Verdict(SafetyIntent.PASSIVE_DEATH_WISH, joining.PATTERN)
    if found is None and where.mourning and joining.sees_why(text):
        return Verdict(SafetyIntent.PASSIVE_DEATH_WISH, joining.SEES_WHY)
    return found


def _read_as(where: Where, reading: Reading, text: str) -> Expecting:
    """Return how the trained screen takes the words: as an answer, unless of danger now, or to the door."""
    if where.asked in {Asked.SAFE_NOW, Asked.THOUGHTS} or is_told_now(text, reading.intent):
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
    if only_a_death(reading) and asks_what_to_say(text):
        return None
    if where.settled and told_again(text):
        return None
    if only_a_death(reading) and others_have_been(text):
        return None if where.settled else Verdict(SafetyIntent.DEATH_JUST_HAPPENED, SEEN_TO)
    if only_a_death(reading) and died_with_staff(text):
        told = where.settled or (where.mourning and screen(text, where.asked) is None)
        return None if told else Verdict(SafetyIntent.DEATH_JUST_HAPPENED, WITH_STAFF)
    return verdict


def _only_left(text: str, where: Where, trained: TrainedScreen) -> bool:
    """Say whether somebody only went somewhere, and nothing else that was said tells of danger."""
    rest = rest_of(text)
    beside = _read(trained, rest) if rest is not None else None
    return beside is not None and joined(None, beside, where.expecting) is None


def _is_no_danger_told_so(found: Verdict | None, verdict: Verdict | None, text: str, where: Where) -> bool:
    """Say whether meaning alone found danger in words of another sense, or a symptom is told as expected or past."""
    if found is None:
        return _in_another_sense(verdict, text) or _answers(verdict, text, where)
    return found.intent is SafetyIntent.URGENT_SYMPTOMS and is_expected_or_past(text)


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
    left = _read(trained, rest) if rest else None
    return not rest or (left is not None and left.danger < MOST_LEFT.get(verdict.intent, MOST_LEFT_OF_OTHERS))


def _comes_slowly(text: str, found: Verdict | None, where: Where) -> bool:
    """Say whether these are signs that belong to a death that is expected, or slow ones of somebody who is ill."""
    by_pattern = found is not None and found.intent is SafetyIntent.EMERGENCY
    return is_expected(text) or (not by_pattern and is_slow_change(text, ill=where.ill))


def _in_another_sense(verdict: Verdict | None, text: str) -> bool:
    return verdict is not None and verdict.intent is not None and is_another_sense(text, verdict.intent)


def _answers(verdict: Verdict | None, text: str, where: Where) -> bool:
    """Say whether what meaning alone took for risk to life answers what was asked: a day for a talk, time, or years."""
    of_life = verdict is not None and verdict.intent in {*LIFE_AT_RISK, SafetyIntent.PASSIVE_DEATH_WISH}
    if not of_life or where.after_danger or where.mourning:
        return False
    answering = where.expecting is Expecting.ANSWERING
    return (where.of_a_talk and is_of_the_talk(text)) or (answering and tells_of_time_or_years(text))
