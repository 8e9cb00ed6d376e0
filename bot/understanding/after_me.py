"""Words about what happens after the writer's own death, and names out of what was typed when several are asked for."""

import re

from bot.understanding.commands import plain
from bot.understanding.naming import name_in

_OWN_DEATH = (
    r"(?:only |just |but |and |not )*(?:after|when|once|if|until|till|before|unless)"
    r" (?:(?:i|ive|im|i am|i have|they|theyve|theyre|they have|they are)"
    r" (?:die|died|dead|gone|(?:pass|passed)(?: away| on)?|no longer here|not here(?: any ?more)?)|(?:my|their) death)"
)
_ANY = re.compile(rf"\b{_OWN_DEATH}\b")
_NOTES = r"(?:it|this|that|all of it|(?:my|the|their) (?:summary|record|notes))"
_SHARES = re.compile(
    r"(?:(?:please|ok|no|i want to|i would like to|id like to|can i|can you|could you|could i|only|just) )*"
    rf"(?:(?:share|show|give|send) (?:\w+ ){{0,3}}?{_NOTES}(?: (?:with|to) (?:\w+ ){{0,4}}?(?:\w+))?"
    rf"|(?:let|want|i want|id like|i would like) (?:\w+ ){{1,4}}?(?:to )?(?:read|see|have) {_NOTES}"
    rf"|(?:\w+ ){{1,4}}?(?:may|can) (?:only )?(?:read|see|have) {_NOTES}) {_OWN_DEATH}(?: please)?"
)
_BETWEEN = re.compile(r"\s*(?:[,;&\n]|\band\b|\bplus\b)\s*", re.IGNORECASE)
_CUT = re.compile(
    r"[\s,;:(–-]*(?:\b(?:only|just|but|and|not)\s+)*\b(?:after|when|once|if|until|till)\s+"
    r"(?:I|my|they|their)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def after_own_death(text: str) -> bool:
    """Say whether these words, given where a reader is asked for, put it off until the writer has died."""
    return _ANY.search(plain(text)) is not None


def shares_after_death(text: str) -> bool:
    """Say whether these words ask, in so many words, that what is kept be shared after the writer's death."""
    return _SHARES.fullmatch(plain(text)) is not None


def without_own_death(text: str) -> str:
    """Return who else these words name, without the part about dying: "Ann, but only after I die" names Ann."""
    return _CUT.sub("", text).strip() if after_own_death(text) else text


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that these words give, each once, as typed: "Jo and my son Sam" gives two."""
    named: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        name = name_in(part)
        if plain(name):
            named.setdefault(plain(name), name)
    return tuple(named.values())
