"""Sets aside what only sounds like danger, so that the rest of a message can be read by itself.

"My sister stabbed me in the back over mum's house" is a manner of speaking; "he couldn't breathe at the end" is a
memory, where a death is known. What is set aside is named phrase by phrase. What is left must be of the plainest words,
and both layers of the door read it: anything more stands as it was.
"""

import re

from bot.safety.figures import DISAGREES, FIGURES, WISHES
from bot.safety.little_said import says_little
from bot.safety.long_illness import KNOWS_NOT, NAMED, STATE
from bot.safety.memories import (
    FOUND,
    FOUND_THEN,
    HOW_IT_WAS,
    IS_OVER,
    LAST_BREATH,
    LOOKS_BACK,
    NO_BREATH_WITHOUT,
    OF_CHILDREN,
    OF_GRIEF,
)
from bot.safety.normalise import plain

_FIGURES = re.compile("|".join(rf"\b(?:{each})\b" for each in (*FIGURES, NO_BREATH_WITHOUT)))
_GRIEF = re.compile("|".join(rf"\b(?:{each})\b" for each in (*OF_GRIEF, *OF_CHILDREN, FOUND, FOUND_THEN)))

MOST_WORDS = 60
"""Whoever writes more says more than sounds like danger: it is read as it stands, and no time is lost on it."""


def left_of(text: str, *, over: bool) -> str | None:
    """Return what is left where something only sounds like danger, or None: all of it must be read as it stands.

    `over`: a death is known that was some time ago.
    """
    words = _words(text)
    if words.count(" ") > MOST_WORDS:
        return None
    rest = _set_aside(_FIGURES.sub(" , ", words), over=over or LOOKS_BACK.search(words) is not None)
    if rest == words or not says_little(rest):
        return None
    return " ".join(rest.replace(",", " , ").split()).strip(" ,")


def explains_an_illness(text: str) -> bool:
    """Say whether the words tell, and tell only, that an illness makes somebody do what they do."""
    words = _words(text)
    if words.count(" ") > MOST_WORDS or not (NAMED.search(words) and KNOWS_NOT.search(words)):
        return False
    return says_little(KNOWS_NOT.sub(" ", NAMED.sub(" ", words)))


def _set_aside(words: str, *, over: bool) -> str:
    rest = LAST_BREATH.sub(" , ", words)
    if NAMED.search(rest):
        rest = KNOWS_NOT.sub(" , ", STATE.sub(" , ", NAMED.sub(" , ", rest)))
    if DISAGREES.search(rest) or len(WISHES.findall(rest)) > 1:
        rest = WISHES.sub(" , ", rest)
    if over:
        rest = _GRIEF.sub(" , ", rest)
        if HOW_IT_WAS.search(rest) and IS_OVER.search(words):
            rest = IS_OVER.sub(" , ", HOW_IT_WAS.sub(" , ", rest))
    return rest


def _words(text: str) -> str:
    said = plain(text).replace("'", "")
    return " ".join(re.sub(r"[^\w\s]+|\n+", " , ", said).split())
