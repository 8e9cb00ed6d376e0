"""How old a reader is helped by a text: Flesch-Kincaid grade (Kincaid et al. 1975) plus five, as UK ages go.

Syllables are counted by groups of vowels, without a dictionary: those that are kept well need one from the network.
"""

import re

from tests.repo.test_words import sentences

_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouscxzgh]es|[aiou]le)$")
_GROUPS = re.compile(r"[aeiouy]+")
_APART = re.compile(r"i[ao](?!n)|[^q]u[ao]|eo(?!u)|[aeiouy]ing|ience|[sdl]n't$")
_AS_WRITTEN = {"people": 2, "someone": 2, "something": 2, "sometimes": 2, "anyone": 3, "everyone": 3, "everything": 3}


def syllables(word: str) -> int:
    """Return how many syllables a word has, at least one."""
    plain = re.sub(r"[^a-z']", "", word.lower())
    if plain in _AS_WRITTEN:
        return _AS_WRITTEN[plain]
    return max(1, len(_GROUPS.findall(_SILENT.sub("x", plain))) + len(_APART.findall(plain)))


def reading_age(text: str) -> float:
    """Return the age, in years, from which a text is read with ease. Raises ValueError where there are no words."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)
    if not words:
        raise ValueError("there are no words")
    grade = 0.39 * len(words) / len(sentences(text)) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return grade + 5
