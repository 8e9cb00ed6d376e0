"""Telling, in a whole message, that the person who is spoken of has died: "well she died on sunday"."""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

_LEAD = r"(?:(?:well|sorry|oh|so|no|actually|and|but|yes|yeah|i think|um|er|hi|hello|truth is|the thing is) )*"
_WHO = rf"(?:s?he|they|(?:my|our) (?:dear |lovely |poor )?(?:{KIN}))"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = (
    rf"(?:(?:on |last |this )?{_DAY}(?: (?:morning|night|evening|afternoon))?|last (?:week|weekend|night|month)"
    r"|yesterday|today|tonight|earlier|just now|now|already|this (?:morning|week|month|afternoon|evening)"
    r"|(?:a|two|three|four|five|six|few|couple of|a few|a couple of|\d) (?:hours?|days?|weeks?) ago|in the night"
    r"|(?:very )?peacefully|at home|in hospital|in (?:the|a) hospice|in (?:his|her|their) sleep|suddenly|you know"
    r"|though|anyway|in the end|before i could \w+(?: \w+){0,3})"
)
_THEN = r"(?: (?:so|sorry|and|i|im|we|dont|please|what)(?: \w+){0,9})?"
_DIED = re.compile(
    rf"{_LEAD}{_WHO}(?:s| has| have|ve)? (?:(?:just|now|actually|already|sadly) )*"
    rf"(?:died|passed(?: away| on)?|gone and died|is dead|are dead)(?: {_WHEN})*{_THEN}"
)


def tells_they_died(text: str) -> bool:
    """Say whether the words tell that the one who is spoken of has died, not long ago."""
    return _DIED.fullmatch(plain(text)) is not None
