"""Which of somebody's own lines some words point at: "the boys", "the bit about Colin", "mum then the dog"."""

import re
from collections.abc import Sequence

from bot.understanding.commands import plain

_SMALL = frozenset(
    {
        "a", "an", "the", "my", "our", "your", "his", "her", "their", "of", "to", "in", "on", "at", "for", "and", "or",
        "with", "about", "that", "this", "it", "its", "is", "are", "was", "be", "being", "i", "me", "we", "us", "you",
        "he", "she", "they", "them", "him", "bit", "bits", "line", "lines", "part", "parts", "one", "ones", "thing",
        "things", "stuff", "please", "where", "what", "said", "say", "says", "some", "so", "just", "do", "not", "no",
        "if", "then", "from", "who", "which", "mention", "mentions", "put", "wrote", "have", "has", "had", "want",
        "like", "would", "im", "ive", "id", "dont",
    }
)  # fmt: skip
"""Words that stand in most lines and point at none."""
_AGAINST = frozenset({"no", "not", "none", "nothing", "leave", "keep", "dont", "never", "neither", "nor", "or"})
_AGAINST_ALL = frozenset({"not", "none", "nothing", "dont", "never", "neither"})
_SHORTEST_STEM = 3
MOST_WORDS = 8


def telling(text: str) -> tuple[str, ...]:
    """Return the words that can point at something."""
    return tuple(_stem(word) for word in plain(text).split() if word not in _SMALL)


def pointed_at(text: str, lines: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the lines that hold every telling word of `text`; the one that begins with them, if any.

    Words without a telling one point at nothing.
    """
    wanted = telling(text)
    if not wanted:
        return ()
    told = [telling(line) for line in lines]
    held = [place for place, words in enumerate(told) if set(wanted) <= set(words)]
    begun = [place for place in held if told[place][: len(wanted)] == wanted]
    return tuple(begun if len(begun) == 1 else held)


def one_pointed_at(text: str, lines: Sequence[str]) -> int | None:
    """Return the place of the one line that a short answer points at, or None. "Not the dog" points at none."""
    words = set(plain(text).split())
    if words & _AGAINST or len(words) > MOST_WORDS:
        return None
    found = pointed_at(text, lines)
    return found[0] if len(found) == 1 else None


def order_named(text: str, lines: Sequence[str]) -> tuple[tuple[int, ...], bool]:
    """Return which lines come first, in order, and whether what was named comes last instead.

    Nothing where a part of the words points at no line, or at more than one.
    """
    words = plain(text)
    if set(words.split()) & _AGAINST_ALL:
        return (), False
    last = _LAST.search(words) is not None
    parts = [part for part in _THEN.split(_LAST.sub(" ", _FIRST.sub(" ", words))) if part.strip()]
    found = [pointed_at(_LEAD.sub("", part.strip()), lines) for part in parts]
    if not found or any(len(each) != 1 for each in found) or (last and len(found) > 1):
        return (), False
    return tuple(dict.fromkeys(place for (place,) in found)), last


_LEAD = re.compile(r"^(?:(?:please|can you|could you|ok|well|id|i|want|would|like|put|have|make|move|goes?|comes?) )+")
_COMES = r"\b(?:goes |comes |should be |is |to be )?"
_FIRST = re.compile(_COMES + r"(?:(?:at |to )?the (?:very )?top|first(?: of all)?)\b")
_LAST = re.compile(_COMES + r"(?:(?:at |to )?the (?:very )?(?:bottom|end)|last(?: of all)?)\b")
_THEN = re.compile(r"\b(?:and then|then|after that|followed by|and after that|before|next)\b")


def _stem(word: str) -> str:
    """Return a word without the ending of several: "boys" points at "boy"."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM else word
