"""The seven answers of the trained screen, from the intents that lines are labelled with."""

SAFETY = (
    "emergency", "suicidal", "safeguarding", "urgent_symptoms", "death_just_happened", "passive_death_wish",
)  # fmt: skip
ORDINARY = "ordinary"


def safety_of(intent: str) -> str:
    """The safety intent itself, or `ordinary` for every other."""
    return intent if intent in SAFETY else ORDINARY
