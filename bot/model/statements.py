"""The seven success statements that a team reflects on, in words of our own.

After "Results through relationships" (Dorset Integrated Care System, from 2018; abstract in BMJ Supportive &
Palliative Care 2019, volume 9, supplement 1, A48): people, families and those who work with them agreed what it takes,
and no more than it takes, to live well until one dies. What each statement is about, and their order, are theirs; the
sentences here are not their wording.
"""

from dataclasses import dataclass

CREDIT = (
    "These follow the seven success statements of “Results through relationships”, by people in Dorset. "
    "The wording here is our own."
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its number (1 to 7), a short name, and a sentence that can be true or not yet true."""

    number: int
    name: str
    sentence: str


STATEMENTS = (
    Statement(1, "Recognise", "We notice in time that somebody may be near the end of their life."),
    Statement(2, "Comfort and care", "In body and in mind, they have as much comfort and care as they wish for."),
    Statement(3, "Look ahead", "They and the people around them know what may come, as far as they want to."),
    Statement(
        4, "What matters", "We know what a good life and a good death mean to them, and what they still hope to do."
    ),
    Statement(5, "Live well", "They live in their own way, among their own people, with what matters most to them."),
    Statement(6, "Share", "With their consent, those who help know what matters, in times of illness and to the last."),
    Statement(7, "Those close", "The people close to them have the support they need, also after the death."),
)


def statement(number: int) -> Statement:
    """Return the statement of this number. Raises KeyError for a number that has none."""
    return {each.number: each for each in STATEMENTS}[number]
