"""Which of the three ways to begin a talk words choose: "I like the light one", "2nd please"; or none of them."""

import re

from bot.understanding.commands import plain

_BY_WORD = {
    "gentle": "gentle", "gentler": "gentle", "gentlest": "gentle", "first": "gentle", "1st": "gentle", "top": "gentle",
    "plain": "plain", "plainer": "plain", "second": "plain", "2nd": "plain", "middle": "plain",
    "light": "light", "lighter": "light", "lightest": "light", "third": "light", "3rd": "light", "last": "light",
    "tea": "light", "bottom": "light",
}  # fmt: skip
_BESIDE = frozenset(
    {"i", "id", "ill", "like", "love", "prefer", "the", "one", "ones", "please", "go", "with", "for", "take", "have",
     "is", "its", "best", "think", "lets", "use", "nice", "nicest", "sounds", "me", "most", "maybe", "probably", "yes",
     "that", "thats", "good", "about", "my", "thanks", "option", "number", "way", "line", "would", "will", "choose",
     "pick", "want", "be", "fine", "oh", "ok", "well", "a", "more", "of", "them", "those", "these", "out", "say", "it"}
)  # fmt: skip
_NONE = re.compile(
    r"(?:(?:no|oh|well|sorry|hmm|honestly|actually|but) )*(?:(?:none|neither|not one) of (?:them|those|these)\b.*"
    r"|(?:(?:i|we) )?(?:(?:really|just) )*(?:dont|do not|wouldnt|would not|cant)(?: really)?"
    r" (?:like|say|use|want|imagine) (?:any of (?:them|those|these)|(?:those|these)(?: \w+)?|them)\b.*"
    r"|(?:they|those|these|that|it|this)(?: (?:all|lines|ones))* (?:dont|do not|doesnt|does not|arent|are not|isnt"
    r"|is not) (?:(?:really|quite|very) )*(?:sound(?:s)? (?:like|right)|me|my|how i|feel right|like)\b.*)"
)


def tone_named(text: str) -> str:
    """Return the one tone that the words choose and do nothing else, or ""."""
    words = plain(text).split()
    named = {_BY_WORD[word] for word in words if word in _BY_WORD}
    return named.pop() if len(named) == 1 and _BESIDE.union(_BY_WORD).issuperset(words) else ""


def wants_none(text: str) -> bool:
    """Say whether the words turn all of them down: "none of them sound like me"."""
    return _NONE.fullmatch(plain(text)) is not None
