"""A worry about money, told of oneself or of somebody else: "his electric bill is frightening him", "we can't pay it".

"The gas and air scares me" is none, and what speaks of dying too is left to be read as ever.
"""

import re

from bot.understanding.asking import is_question
from bot.understanding.commands import plain

MOST_WORDS = 25
_MONEY = (
    r"(?:bills|(?:the|his|her|my|our|their|that|this|a|phone|care|tax|electric|electricity|gas|heating|energy|water)"
    r" bill"
    r"|rent|mortgage|council tax|debts?|money|finances|arrears|overdraft|loans?|bailiffs?|wages"
    r"|(?:gas|electric|electricity|heating|energy|water|fuel|smart|prepayment) (?:\w+ )?(?:bills?|costs?|prices?|meter"
    r"|people|company)|heating|electric(?! (?:shock|chair|bed|blanket|wheelchair))|electricity|leccy"
    r"|(?:cost|price|prices|costs) of (?:\w+ )?(?:\w+ )?(?:living|heating|care|food|funeral|fuel|gas|electric\w*))"
)
_WORRY = (
    r"(?:frighten\w*|scar(?:e|es|ed|ing|y)|worr\w+|terrif\w+|dread\w*|panic\w*|afraid|anxious|anxiety|stress\w*"
    r"|sick with|sleepless|(?:keep|keeps|keeping|lie|lies|lying) (?:\w+ )?awake|(?:cant|cannot|not) sleep\w*|in bits"
    r"|fear\w*|on edge|frets?|fretting)"
)
_CANT_PAY = (
    r"(?:cant|cannot|couldnt|wont be able to|unable to|struggl\w+ to|dont know how (?:\w+ ){1,3}) ?(?:even )?"
    r"(?:afford|pay|meet|cover)"
)
_WORRIED = re.compile(
    rf"\b{_MONEY}\b.*\b{_WORRY}\b|\b{_WORRY}\b.*\b{_MONEY}\b|\b{_CANT_PAY}\b.*\b{_MONEY}\b|\bbehind with the {_MONEY}\b"
)
_OF_MORE = re.compile(
    r"\b(?:die|dies|died|dying|death|dead|kill\w*|suicid\w*|hit\w*|hurt\w*|steal\w*|stole\w*|takes? my|took my)\b"
)
_NOT_WORRIED = re.compile(r"\b(?:not|never|isnt|doesnt|dont|wasnt|no longer|arent) (?:\w+ )?" + _WORRY)


def worries(text: str) -> bool:
    """Say whether the words tell of a worry about money, and ask nothing."""
    words = plain(text)
    if is_question(text) or len(words.split()) > MOST_WORDS or _OF_MORE.search(words) or _NOT_WORRIED.search(words):
        return False
    return _WORRIED.search(words) is not None
