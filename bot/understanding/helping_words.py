"""What whoever helps others tells: that they help, whom they are with, how it weighs on them, and what is wanted."""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

_HELPS = re.compile(
    r"\b(?:im|i am|ive been|as|here as)(?: (?:just|only|also))? (?:an? |the )?(?:\w+ ){0,2}(?:volunteer|befriender"
    r"|social prescriber|link worker|support worker|home visitor|good neighbour)\b"
    r"|\bi (?:volunteer|befriend)\b|\b(?:an?|the|one) (?:\w+ )?(?:man|woman|lady|gentleman|chap|bloke|client|couple)"
    r" (?:that |who |whom )?i (?:visit|see|help|support|sit with|befriend)\b"
)
_OF_ANOTHER = re.compile(
    r"^(?:(?:hello|hi|i have|ive got|for|there is|theres|ok|so) )*(?:an? |one |the )?(?:(?:old|older|elderly|young"
    r"|local|lovely|retired) )*(?:man|woman|lady|gentleman|chap|bloke|fella|widower|widow|couple|client|family)"
    r" (?:of|in|aged?|who|whos|with|near|here|\d+)\b"
)
_OWN_LOSS = re.compile(
    rf"\bmy (?:own )?(?:late )?(?:\w+ )?(?:{KIN}) (?:has |have |just |recently )*(?:died|passed|is dead)\b"
)
_WEIGHS = re.compile(
    r"\b(?:i (?:do |really |just |am )?(?:find(?:ing)?|found) (?:it|this|that|them|him|her|the visits"
    r"|visiting) (?:\w+ )?(?:heavy|hard|difficult|tough|upsetting|draining|sad|a lot)"
    r"|(?:it|this|that|visiting|hearing it) (?:\w+ )?(?:weighs on|gets to|upsets|drains|affects|stays with|got to) me"
    r"|i (?:come|came|go|went) (?:home|away) (?:\w+ )?(?:crying|upset|drained|exhausted|in tears|low)"
    r"|(?:takes|took) it out of me|i (?:cant|cannot) stop thinking about (?:him|her|them)"
    r"|im (?:\w+ )?(?:drained|worn out|exhausted|struggling|upset) (?:by|after|from|with) (?:it|this"
    r"|the|seeing|visiting))\b"
)
_FREE = re.compile(
    r"\b(?:free|no cost|without (?:paying|cost)|cant (?:afford|pay)|cannot (?:afford|pay)|not cost|costs? nothing"
    r"|for nothing|no money to pay|doesnt cost)\b"
)
_NOT_COST = re.compile(
    r"\b(?:free (?:on|at|in|time|from|of|today|tomorrow|to (?:talk|chat|come|see))|feel free|sets? (?:me|him|her) free"
    r"|pain free|debts?|bills?|rent|funerals?|prescriptions?|parking|meals?|bus pass|school|care|tv)\b"
)
_NO_INTERNET = re.compile(
    r"\b(?:(?:no|not|without|doesnt|dont|isnt|hasnt|havent|cant|never|wont|hates?)(?: \w+){0,4} (?:internet|online"
    r"|computers?|websites?|web|email|smartphone|apps?|wi ?fi|zoom|laptop))\b"
)
_BOOKS = re.compile(
    r"\b(?:are there|is there|any|recommend|what|which|good|know of|read(?:ing)?) (?:\w+ ){0,3}(?:books?|leaflets?)\b"
    r"|\bbooks? (?:\w+ ){0,3}(?:read|grief|grieving|about|for|on)\b|^(?:a |some )?books?$"
)
_COMPANY = re.compile(
    r"\bbefriend\w*\b|\b(?:keep\w* (?:him|her|them) |wants? |needs? |for |some )company\b|\bcompanion\w*\b"
    r"|\b(?:compassionate|good) neighbours?\b"
    r"|\bsit(?:s|ting)? with (?:him|her|them)\b|\b(?:visit|call in on|pop in on|check on) (?:him|her|them)\b"
    r"|\b(?:visitor|visiting (?:service|scheme)|bud(?:dy|dies))\b"
    r"|\b(?:someone|somebody|volunteer) to (?:sit|visit|chat|pop in)\b"
)
LONGEST = 12


def helps_others(text: str) -> bool:
    """Say whether the words tell that somebody else's need is spoken of by whoever helps them."""
    words = plain(text)
    return bool(_HELPS.search(words) or _OF_ANOTHER.search(words)) and not _OWN_LOSS.search(words)


def weighs_on_helper(text: str) -> bool:
    """Say whether the words tell how helping weighs on the one who helps."""
    return _WEIGHS.search(plain(text)) is not None


def wants_it_free(text: str) -> bool:
    """Say whether a few words ask that help costs nothing."""
    words = plain(text)
    return len(words.split()) <= LONGEST and bool(_FREE.search(words)) and not _NOT_COST.search(words)


def without_internet(text: str) -> bool:
    """Say whether a few words tell that the internet is no way for them."""
    words = plain(text)
    return len(words.split()) <= LONGEST and _NO_INTERNET.search(words) is not None


def asks_for_company(text: str) -> bool:
    """Say whether the words ask for somebody to be with whoever is helped: a befriender, a neighbour, a visitor."""
    return _COMPANY.search(plain(text)) is not None


def asks_for_books(text: str) -> bool:
    """Say whether a few words ask for something to read."""
    words = plain(text)
    return len(words.split()) <= LONGEST and _BOOKS.search(words) is not None
