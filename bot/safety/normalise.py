"""Turns what people type into plain lower-case words, sentence by sentence, before any rule looks at it.

Accents, curly quotes, invisible characters, emoji and stretched letters go; contractions, phone spelling and
dialect become the full words that the patterns are written in. Works on single characters and words only, so the
time taken grows in step with the length of the text.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping

_SENTENCE_END = re.compile(r"[!?;\n\r\u2028\u2029]+|\.(?!\d)|\s[-\u2013\u2014]+\s|\u2014")
_WORD = re.compile(r"[a-z0-9']+")
_LEADING_NUMBER = re.compile(r"(\d+)(.*)")
_STRETCHED = re.compile(r"(.)\1{2,}")
_ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'s": "s"}
_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032`\u00b4", "'"))

YEAR, MANY, FEW = "0year", "0many", "0few"
"""Stand for a year from 1900, for any other number from 10, and for a number below 10."""


def sentences(text: str, expand: Mapping[str, str], known: Container[str]) -> Iterator[list[str]]:
    """Yield the words of each sentence that has any.

    `expand`: a typed word and the full words it stands for. `known`: words to recognise in stretched ones.
    """
    for piece in _SENTENCE_END.split(plain(text)):
        typed = (_unstretched(word.strip("'"), expand, known) for word in _WORD.findall(piece))
        words = [full for word in typed for full in _full_words(word, expand)]
        if words:
            yield words


def plain(text: str) -> str:
    """Return the text in lower case, with plain quotes, and without accents, invisible characters and emoji."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_QUOTES)).lower()
    return "".join(_plain_character(character) for character in decomposed)


def _plain_character(character: str) -> str:
    if character.isascii():
        return "" if character == "\0" else character
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    return " " if category[0] in "SC" else character


def _unstretched(word: str, expand: Mapping[str, str], known: Container[str]) -> str:
    """Cut "helpppp" to "help" and "killll" to "kill"."""
    if not _STRETCHED.search(word) or word.isdigit():
        return word
    double, single = _STRETCHED.sub(r"\1\1", word), _STRETCHED.sub(r"\1", word)
    return double if double in expand or double in known else single


def _full_words(word: str, expand: Mapping[str, str]) -> list[str]:
    if word in expand:
        return expand[word].split()
    if word.isdigit():
        return [_number(word)]
    if word[:1].isdigit():
        digits, rest = _LEADING_NUMBER.match(word).groups()  # type: ignore[union-attr]
        return [_number(digits), *_full_words(rest, expand)]
    for ending, full in _ENDINGS.items():
        stem = word.removesuffix(ending)
        if stem and stem != word:
            return [*_full_words(stem, expand), full]
    plain = word.replace("'", "")
    return [plain] if plain else []


def _number(digits: str) -> str:
    if len(digits) == 4 and digits[:2] in {"19", "20"}:  # noqa: PLR2004  (a year has four digits)
        return YEAR
    return FEW if len(digits.lstrip("0")) <= 1 else MANY
