"""The code on a card from a volunteer, as somebody types it: "code BCD234"."""

import re

CHOICE = "card:"
"""How the value of the choice begins that a code becomes."""
_LETTER = "[b-df-hjkmnp-tv-z2-9]"
"""No vowels and nothing that looks like something else, so that no code is a word."""
_CODE = re.compile(rf"(?:{_LETTER}{{3}}[- ]?{_LETTER}{{3}})", re.IGNORECASE)
_TYPED = re.compile(rf"\W*(?:(?:my|the|a) )?(?:card )?code(?: is)?\W{{1,3}}({_CODE.pattern})\W*", re.IGNORECASE)


def code_in(text: str) -> str:
    """Return the code that these words give and do nothing else, in capitals, or ""."""
    found = _TYPED.fullmatch(text)
    return re.sub(r"[- ]", "", found.group(1)).upper() if found else ""


def is_code(text: str) -> bool:
    """Say whether this has the form of a code."""
    return _CODE.fullmatch(text.strip()) is not None
