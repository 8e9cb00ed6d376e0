"""What the safety door finds in a message, the questions that it may ask back, and what it last spoke of."""

from dataclasses import dataclass
from enum import StrEnum


class SafetyIntent(StrEnum):
    """The six kinds of message that the door answers by itself."""

    EMERGENCY = "emergency"
    SUICIDAL = "suicidal"
    PASSIVE_DEATH_WISH = "passive_death_wish"
    URGENT_SYMPTOMS = "urgent_symptoms"
    SAFEGUARDING = "safeguarding"
    DEATH_JUST_HAPPENED = "death_just_happened"


class Asked(StrEnum):
    """A question that the door itself asked last and that is still open."""

    SAFE_NOW = "safe_now"
    """Are you safe right now?"""
    THOUGHTS = "thoughts"
    """Are you having thoughts of ending your life?"""
    DEATH_EXPECTED = "death_expected"
    """Was this death expected?"""
    STILL_IN_DANGER = "still_in_danger"
    """Asked in no words: what comes next may say that there is no danger, or that help is there."""


class Told(StrEnum):
    """What a crisis reply was about, gravest first, until an ordinary reply has come back to it once."""

    YOUNG = "young"
    """Any danger, told to somebody who said that they are under 18."""
    EMERGENCY = "emergency"
    SUICIDAL = "suicidal"
    SAFEGUARDING = "safeguarding"
    URGENT_SYMPTOMS = "urgent_symptoms"
    DEATH_JUST_HAPPENED = "death_just_happened"
    PASSIVE_DEATH_WISH = "passive_death_wish"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `pattern` is the id of the rule, word-free; `intent` None means reassured: carry on."""

    intent: SafetyIntent | None
    pattern: str
