"""A bit of somebody's own line: "never had money as kids, and he is company" without the bit about money."""

import re
from itertools import pairwise

from bot.understanding.pointing import pointed_at

_ENDS = re.compile(r"(?P<mark>\s*[.!?;]+\s+|\s*,\s+|\s+[-–—]\s+|\n+)|\s+(?=(?:and|but|because|so)\s)", re.IGNORECASE)
_JOINS = re.compile(r"^(?:and|but|because|so|also)\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]+\s*$")
_LOOSE = " ,;-–—"
FEWEST_WORDS = 2


def without_bit(line: str, about: str) -> str:
    """Return a line without its clause about something, all else just as typed; "" where that is most of it.

    Words that lead on to what is gone ("and", "because") go with it.
    """
    starts = [0, *(found.end() for found in _ENDS.finditer(line)), len(line)]
    clauses = [line[begin:end] for begin, end in pairwise(starts)]
    gone = pointed_at(about, clauses)
    if not gone:
        return ""
    rest = ""
    for place, clause in enumerate(clauses):
        if place not in gone:
            rest += clause
        elif rest and (end := _SENTENCE_END.search(clause)):
            rest = f"{rest.rstrip(_LOOSE)}{end.group()}"
    rest = rest.strip().rstrip(_LOOSE)
    rest = _JOINS.sub("", rest) if 0 in gone else rest
    return rest if len(rest.split()) >= FEWEST_WORDS else ""
