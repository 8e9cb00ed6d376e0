"""Turns what somebody typed into plain words: small letters, no accents, no punctuation, and no more than are read."""

import re
import unicodedata
from typing import Final

MOST_CHARACTERS: Final = 4000
"""Read at the start of a text; from a longer one the last quarter of it too."""
_LAST: Final = MOST_CHARACTERS // 4
MOST_WORDS: Final = 240
_LONGEST_WORD: Final = 30
"""Letters; what is longer is an address or a joke."""
_APOSTROPHES: Final = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`\N{ACUTE ACCENT}]")
_WORD: Final = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th|s|am|pm)?|\d+")
_STRETCHED: Final = re.compile(r"([a-z])\1{2,}")


def words(text: str) -> list[str]:
    """Return the words, at most 240: "Can't cope — mum's 80yrs old" becomes cant cope mums 80 yrs old."""
    found = [word for word in _WORD.findall(plain(text)) if len(word) <= _LONGEST_WORD]
    if len(found) > MOST_WORDS:
        last = MOST_WORDS // 4
        found = found[: MOST_WORDS - last] + found[-last:]
    return found


def plain(text: str) -> str:
    """Return the text in small letters, without accents, apostrophes, stretched letters or invisible characters."""
    if len(text) > MOST_CHARACTERS:
        text = f"{text[:MOST_CHARACTERS]} {text[-_LAST:]}"
    if text.isascii():
        return _STRETCHED.sub(r"\1\1", _APOSTROPHES.sub("", text).lower())
    spaced = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
    kept = "".join(letter for letter in spaced if unicodedata.category(letter) not in {"Mn", "Me", "Cf"})
    return _STRETCHED.sub(r"\1\1", kept)
