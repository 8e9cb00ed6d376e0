"""How a message is cut into pieces: words, numbers, clock times, dates and marks."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

HYPHENS = frozenset("-\u2010\u2011")
DASHES = HYPHENS | {"\u2012", "\u2013", "\u2014"}
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_CLOCK_OR_DATE = (
    r"(?<![0-9./:-])(?:(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?![:.]?[0-9])"
    r"|(?:0?[1-9]|[12][0-9]|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)?[0-9]{2})(?![./-]?[0-9]))"
)


def flattened(text: str) -> str:
    """Return the text in plain small letters, one character for each of the text's, what is not writing as NUL."""
    if text.isascii():
        return text.lower().translate(_ASCII)
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(character)
    if character == "\t" or category == "Zs":
        return " "
    if category in {"Mn", "Me", "Cf", "Cc", "Cs"}:
        return "\0"
    if category == "Nd":
        return str(unicodedata.decimal(character))
    bases = [part for part in unicodedata.normalize("NFKD", character) if unicodedata.category(part) != "Mn"]
    base = bases[0].lower() if len(bases) == 1 else character
    return base if len(base) == 1 else character


_ASCII = {number: _plain(chr(number)) for number in range(128) if not chr(number).isprintable()}


def cut(flat: str, piece: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    return (found.span() for found in piece.finditer(flat))


def piece_pattern(words: set[str]) -> re.Pattern[str]:
    """Return what a piece is; `words` are those that hold a digit, such as "2nite"."""
    mixed = "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"
    letters = r"[^\W\d_]+"
    return re.compile(
        rf"(?:{mixed})(?![^\W_])|(?<![^\W\d_])[ap]\.m\b\.?|{letters}(?:\0+{letters})*|{_CLOCK_OR_DATE}|[0-9]+|\n+|[^\s\0]"
    )
