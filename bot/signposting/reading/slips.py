"""Typing slips: a word that is nearly one of ours is read as that one."""

from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.phrases import line_of
from bot.signposting.reading.plain_words import words

_SHORTEST: Final = 5
_LONG: Final = 7
"""Letters from which on two slips are forgiven."""


def read_words(text: str) -> list[str]:
    """Return the words of a text with slips put right, and with expressions for one person joined into one word."""
    line = line_of(mend(words(text)))
    for expression, joined in lexicon().joins:
        line = expression.sub(joined, line)
    return line.split()


def mend(typed: list[str]) -> list[str]:
    """Return the words with slips put right: berevement becomes bereavement. Words that are right stay."""
    known = lexicon().known
    return [word if word in known or len(word) < _SHORTEST or not word.isalpha() else _mended(word) for word in typed]


def mended(word: str, right: frozenset[str]) -> str | None:
    """Return the one word that this is nearly, starting with the same letter; None when there is none."""
    slips = 2 if len(word) >= _LONG else 1
    near = process.extract(word, _by_letter(right).get(word[0], ()), scorer=OSA.distance, score_cutoff=slips, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return None
    return str(near[0][0])


@cache
def _by_letter(right: frozenset[str]) -> dict[str, tuple[str, ...]]:
    letters: dict[str, list[str]] = {}
    for word in sorted(right):
        letters.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in letters.items()}


def _mended(word: str) -> str:
    return mended(word, lexicon().mended) or word
