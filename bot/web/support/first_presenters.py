"""Turns what comes before any service into what the search page shows above its form, and above its results."""

from dataclasses import dataclass

from bot.stages.after_death import BUTTON
from bot.web.support.first import First

DANGER = "If someone is in danger now, call 999."
DANGER_MORE = (
    "Not being sure is reason enough to call. On a mobile, if you cannot speak, press 55 when you are asked to."
)
JUST_DIED = "If they have just died"
IS_BELOW = "What to do first is below."
IN_THE_CHAT = f"What comes after that is there, step by step: choose “Someone has died”, then “{BUTTON.title}”."


@dataclass(frozen=True, slots=True)
class DangerView:
    """What is louder than all else on the page."""

    words: str
    more: str


@dataclass(frozen=True, slots=True)
class DeathView:
    """What to do first after a death: a paragraph each."""

    heading: str
    steps: tuple[str, ...]
    then: str


def present_danger(first: First) -> tuple[DangerView, ...]:
    """Return 999, where a life may be at risk, or nothing."""
    return (DangerView(DANGER, DANGER_MORE),) if first.danger else ()


def present_death(first: First) -> tuple[DeathView, ...]:
    """Return what to do first, where somebody has just died, or nothing."""
    return _steps(first) if not first.perhaps else ()


def present_perhaps(first: First) -> tuple[DeathView, ...]:
    """Return the same where it may have been long ago, to be shown folded, or nothing."""
    return _steps(first) if first.perhaps else ()


def said_first(first: First) -> str:
    """Return what is read out before the number of services, or nothing."""
    below = IS_BELOW if first.steps and not first.perhaps else ""
    return " ".join(part for part in (DANGER if first.danger else "", below) if part)


def _steps(first: First) -> tuple[DeathView, ...]:
    return (DeathView(JUST_DIED, first.steps, IN_THE_CHAT),) if first.steps else ()
