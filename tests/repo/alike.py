"""Finds lines with almost the same words, whatever their order, without comparing each line with every other.

Two sets of words that share nine in ten must share one of the few rarest words of each, so only lines under the same
rare word are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil

from tests.repo.training_lines import Line

FEWEST_WORDS = 6
"""Below this a shared word or two is no sign of a copied line."""
ALIKE = Fraction(9, 10)
"""Shared words ÷ all words of both (Jaccard), from which two lines are nearly the same."""


def twins(lines: Iterable[Line]) -> list[tuple[Line, Line]]:
    """Return the pairs among `lines` that are the same, or nearly the same."""
    return list(_pairs(list(lines), None))


def copies(lines: Iterable[Line], known: Iterable[Line]) -> list[tuple[Line, Line]]:
    """Return (line, known line) wherever one of `lines` is the same as one of `known`, or nearly."""
    return list(_pairs(list(lines), list(known)))


def nearly_equal(first: frozenset[str], second: frozenset[str]) -> bool:
    return len(first & second) >= ALIKE * len(first | second)


def _pairs(lines: list[Line], known: list[Line] | None) -> Iterator[tuple[Line, Line]]:
    """Each of `lines` against `known`, or, without it, against the lines before it."""
    counts = Counter(word for line in (*lines, *(known or ())) for word in line.words)
    same: defaultdict[str, list[Line]] = defaultdict(list)
    under: defaultdict[str, list[Line]] = defaultdict(list)

    def keep(line: Line) -> None:
        same[line.plain].append(line)
        for word in _rarest(line, counts):
            under[word].append(line)

    for line in known or ():
        keep(line)
    for line in lines:
        found = {id(other): other for other in same[line.plain]}
        for word in _rarest(line, counts):
            found |= {id(other): other for other in under[word] if nearly_equal(line.words, other.words)}
        yield from ((line, other) for other in found.values())
        if known is None:
            keep(line)


def _rarest(line: Line, counts: Counter[str]) -> list[str]:
    """Return the words of which a nearly equal line must have at least one; none of a short line."""
    if len(line.plain.split()) < FEWEST_WORDS:
        return []
    ordered = sorted(line.words, key=lambda word: (counts[word], word))
    return ordered[: len(ordered) - ceil(ALIKE * len(ordered)) + 1]
