"""Why a question is asked again."""

from enum import StrEnum


class Again(StrEnum):
    """The last turn left the open question as it was."""

    ASIDE = "aside"
    """Something else was asked or said, and answered. "ok" to that is no answer to the question."""
    MOMENT = "moment"
    """Somebody asked for a moment: "back" says that they are here again, and goes nowhere."""
    UNCLEAR = "unclear"
    """What was said did not answer it."""
