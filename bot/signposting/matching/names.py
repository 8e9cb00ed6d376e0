"""Finding a service by its number, or its name however it is spelt: "samaritens", "the number for cruse please"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from bot.signposting.matching.features import Features
from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.plain_words import words
from bot.signposting.reading.slips import mend

_MOST_WORDS: Final = 14
"""Words of a text that are looked at; nobody types a name after more."""
_COMMON: Final = 400
"""Names that share a word, from which on that word alone finds none of them."""
_LONGEST_NUMBER: Final = 30
_TWO_SLIPS, _ONE_SLIP = 8, 5
_LETTERS_OF_A_NAME: Final = 9
_BY_OTHERS: Final = 0.1
"""Taken off for the name of who runs it: the service that is called so comes first."""

Ids = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class _Name:
    row: int
    words: tuple[str, ...]
    own: bool


class Names:
    """The names of all entries of one version of the directory."""

    def __init__(self, rows: Sequence[Features], before: "Names | None" = None) -> None:
        """`before`: older ones, whose words are taken over when no name has changed."""
        self._numbers = _numbers(rows)
        self._rows = rows
        self._names: tuple[_Name, ...]
        self._holders: Mapping[str, list[int]]
        self._words: tuple[str, ...]
        self._grams: Mapping[str, Ids]
        if before is not None and before.are_of(rows):
            self._names, self._holders, self._words, self._grams = before.parts
            return
        own = (_Name(at, name, own=True) for at, row in enumerate(rows) for name in row.names)
        others = (_Name(at, name, own=False) for at, row in enumerate(rows) for name in row.run_by)
        self._names = (*own, *others)
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for word in dict.fromkeys(name.words):
                if word not in lexicon().in_many_names:
                    holders[word].append(at)
        self._holders = holders
        self._words = tuple(holders)
        grams: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words):
            for gram in _grams(word):
                grams[gram].append(at)
        self._grams = {gram: np.array(found, dtype=np.int32) for gram, found in grams.items()}

    @property
    def parts(self) -> tuple[tuple[_Name, ...], Mapping[str, list[int]], tuple[str, ...], Mapping[str, Ids]]:
        """The names, which of them hold a word, the words, and which of those hold three letters."""
        return self._names, self._holders, self._words, self._grams

    def are_of(self, rows: Sequence[Features]) -> bool:
        """Whether these rows have the same names in the same order."""
        return len(rows) == len(self._rows) and all(
            new is old or (new.names, new.run_by) == (old.names, old.run_by)
            for new, old in zip(rows, self._rows, strict=True)
        )

    def find(self, text: str) -> tuple[list[int], bool]:
        """Return the rows that are called so, and whether the text is nothing but a name."""
        if rows := self._numbers.get(_digits(text)):
            return list(rows), True
        typed = self._joined(words(text)[:_MOST_WORDS])
        found = self._called(typed) or self._called([word for word in typed if word not in lexicon().in_many_names])
        whole = bool(found) and not any(word in lexicon().known and word not in lexicon().filling for word in typed)
        return sorted(found, key=lambda row: (-found[row], row)), whole

    def _called(self, typed: Sequence[str]) -> dict[int, float]:
        """Return the rows that are called so, and how surely each is meant."""
        alike = [self._alike(word) for word in typed]
        near = {
            name
            for found in alike
            for word in found
            if len(self._holders[word]) <= _COMMON
            for name in self._holders[word]
        }
        found: dict[int, float] = {}
        for at in sorted(near):
            name = self._names[at]
            closeness = _closeness(name.words, typed, alike)
            if closeness:
                found[name.row] = max(closeness - (0 if name.own else _BY_OTHERS), found.get(name.row, 0))
        return found

    def _joined(self, typed: list[str]) -> list[str]:
        """Write "child line" as one word where a name does."""
        for at in range(len(typed) - 2, -1, -1):
            if typed[at] + typed[at + 1] in self._holders:
                typed[at : at + 2] = [typed[at] + typed[at + 1]]
        return typed

    def _alike(self, word: str) -> frozenset[str]:
        """Return the words of names that a typed word is, or nearly is."""
        if word in self._holders:
            return frozenset({word})
        if len(word) < _ONE_SLIP or word in lexicon().filling:
            return frozenset()
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        shared = [self._grams[gram] for gram in _grams(word) if gram in self._grams]
        if not shared:
            return frozenset()
        counts = np.bincount(np.concatenate(shared), minlength=len(self._words))
        likely = np.flatnonzero(counts >= max(1, len(_grams(word)) - 4 * slips))
        near = (self._words[at] for at in likely.tolist())
        return frozenset(other for other in near if OSA.distance(word, other, score_cutoff=slips) <= slips)


def _closeness(name: tuple[str, ...], typed: Sequence[str], alike: Sequence[frozenset[str]]) -> float:
    """Return how surely this name is meant: 0 not, up to 2 for all of it."""
    start, run = _longest_run(name, typed, alike)
    if not run:
        return 0
    matched = [word for word in name[:run] if word not in lexicon().in_many_names]
    wanted = [word for word in name if word not in lexicon().in_many_names]
    beside = mend([*typed[:start], *typed[start + run :]])
    rest = [word for word in beside if word not in lexicon().with_names]
    whole = len(matched) == len(wanted)
    if whole and len(matched) > 1 and sum(map(len, matched)) >= _LETTERS_OF_A_NAME:
        return 2
    if rest or not matched:
        return 0
    everyday = all(word in lexicon().known for word in matched)
    if everyday and not whole:
        return 0
    return 1 + len(matched) / len(wanted)


def _longest_run(name: tuple[str, ...], typed: Sequence[str], alike: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Return where in the text the name begins, and how many of its first words follow there."""
    best = (0, 0)
    for start in range(len(typed)):
        run = 0
        while run < len(name) and start + run < len(typed) and _same(name[run], typed[start + run], alike[start + run]):
            run += 1
        if run > best[1]:
            best = (start, run)
    return best


def _same(word: str, typed: str, alike: frozenset[str]) -> bool:
    return word == typed or word in alike


def _grams(word: str) -> tuple[str, ...]:
    padded = f"^{word}$"
    return tuple(padded[at : at + 3] for at in range(len(padded) - 2))


def _digits(text: str) -> str:
    """Return a number without its blanks; "" for anything that is no number."""
    number = "".join(text[:_LONGEST_NUMBER].split())
    return number if number.isascii() and number.isdecimal() else ""


def _numbers(rows: Sequence[Features]) -> dict[str, list[int]]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for phone in () if row.entry.number_wrong else row.entry.phones:
            numbers[_digits(phone.number)].append(at)
    return numbers
