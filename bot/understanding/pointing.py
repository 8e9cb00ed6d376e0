"""Which of somebody's own lines some words point at: "the boys", "the bit about Colin", "mum then the dog"."""

import re
from collections.abc import Sequence

from bot.understanding.commands import plain
from bot.understanding.requests import put_plainly

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


def pointed_at(text: str, lines: Sequence[str], *, begins: bool = True) -> tuple[int, ...]:
    """Return the places of the lines that hold every telling word of `text`; the one that begins with them, if any.

    Words without a telling one point at nothing. Without `begins`, all the lines that hold them.
    """
    wanted = telling(text)
    if not wanted:
        return ()
    told = [telling(line) for line in lines]
    held = [place for place, words in enumerate(told) if set(wanted) <= set(words)]
    begun = [place for place in held if told[place][: len(wanted)] == wanted]
    return tuple(begun if begins and len(begun) == 1 else held)


def named_each(text: str) -> tuple[str, ...]:
    """Return each of several that are named together: "Tony and Mark"."""
    return tuple(part for part in re.split(r"\s*(?:,|\band\b|\bor\b)\s*", text.casefold()) if part)


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


_LEAD = re.compile(
    r"^(?:(?:please|can you|could you|can we|could we|can i|sorry|oh|no|yes|and|but|so|actually|just|ok|well|id|i|want"
    r"|would|like|put|have|make|move|goes?|comes?) )+"
)
_COMES = r"\b(?:goes |comes |should be |is |to be )?"
_FIRST = re.compile(_COMES + r"(?:(?:at |to )?the (?:very )?top|first(?: of all)?)\b")
_LAST = re.compile(_COMES + r"(?:(?:at |to )?the (?:very )?(?:bottom|end)|last(?: of all)?)\b")
_THEN = re.compile(r"\b(?:and then|then|after that|followed by|and after that|before|next)\b")


_ASKS = (
    r"(?:(?:please|can you|could you|can we|could we|can i|will you|would you|ok|oh|no|yes|sorry|and|but|so|wait"
    r"|actually|just|id like to|i want to|i want you to|id like you to) )*"
)


_PLACE = rf"(?:{_FIRST.pattern}|{_LAST.pattern})(?: (?:please|thanks|thank you|instead|then|now))*"
_BARE = re.compile(rf"(?!(?:i|we|he|she|they|you|it|not) )(?:(?:the|my|our) )?(?:\w+ ){{1,3}}?{_PLACE}")
"""Where lines are in view and one of them is named: "pigeons first please"."""
MOST_IN_ORDER = 10


def asks_for_order(text: str) -> bool:
    """Say whether words ask to put something first or last: "put the shed first"."""
    words = plain(put_plainly(text))
    found = re.match(rf"{_ASKS}(?:put|move|have) \w", words)
    return found is not None and bool(_FIRST.search(words) or _LAST.search(words))


def only_names_a_place(text: str) -> bool:
    """Say whether the words are a line and its place, and no more: "the shed first". Lines have to be in view."""
    return _BARE.fullmatch(plain(put_plainly(text))) is not None


def puts_in_place(text: str) -> bool:
    """Say whether words ask, and ask nothing else, to put something first or last: "could you put the shed first"."""
    words = plain(put_plainly(text))
    return re.fullmatch(rf"{_ASKS}(?:put|move) \w.*{_PLACE}", words) is not None and len(words.split()) <= MOST_IN_ORDER


def puts_first(text: str) -> bool:
    """Say whether words ask to put something first, and end with that: no line needs to have what they name."""
    words = plain(text)
    asks = re.match(rf"{_ASKS}(?:put|move) \w", words) is not None
    return (
        asks and re.search(rf"{_FIRST.pattern}(?: (?:please|thanks|thank you|instead|then|now))*$", words) is not None
    )


_WHICH = re.compile(
    r"(?:(?:so|and|but|ok|please) )*(?:what|which) (?:bits?|parts?|sections?|lines?|ones?)"
    r" (?:can|could|may|do|should|shall) (?:i|we|he|she|they) (?:have to |need to )?"
    r"(?:leave|take|share|show|choose|pick)\b"
)


def asks_which(text: str) -> bool:
    """Say whether words ask about what is offered: "what bits can I leave out". It is no question about care."""
    return _WHICH.match(plain(text)) is not None


def _stem(word: str) -> str:
    """Return a word without the ending of several: "boys" points at "boy"."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM else word
