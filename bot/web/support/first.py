"""What comes before any service: 999 where a life may be in danger now, and what to do where somebody has just died.

Both are told from the words. The safety door's own patterns say whether a death has just happened, so that the page
and the conversation agree; the finder, which asks that door too, says whether somebody is in danger.
"""

from dataclasses import dataclass
from typing import Final

from bot.model.directory import Looking
from bot.model.safety import SafetyIntent
from bot.safety.screen import screen
from bot.web.support.first_hours import first_hours
from bot.web.support.services import SupportFinder

_HAS_DIED: Final = "death_just_happened.has_died"
"""The pattern of "her sister has died", without a time: it may be now, or last month."""


@dataclass(frozen=True, slots=True)
class First:
    """`danger`: a life may be at risk now. `steps`: what to do first after a death; none where there was no such.

    `perhaps`: the words do not tell whether that death was just now.
    """

    danger: bool = False
    steps: tuple[str, ...] = ()
    perhaps: bool = False


NOTHING_FIRST: Final = First()


def read_first(finder: SupportFinder, looking: Looking) -> First:
    """Return what comes first. Words are read for it alone; nothing of them is kept."""
    if not looking.text:
        return NOTHING_FIRST
    alarm = finder.alarm(looking.text)
    verdict = screen(looking.text)
    pattern = verdict.pattern if verdict and verdict.intent is SafetyIntent.DEATH_JUST_HAPPENED else ""
    if not (pattern or alarm.died_lately):
        return First(danger=alarm.at_risk)
    return First(alarm.at_risk, first_hours(finder.nations(looking)), perhaps=pattern in {"", _HAS_DIED})
