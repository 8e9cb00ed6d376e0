"""Whether a confidence of 0.8 is right eight times in ten."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.understanding.shares import Share, share

_TENTHS = 10


@dataclass(frozen=True, slots=True)
class Tenth:
    """The answers whose confidence lies between `least` and a tenth above it."""

    least: float
    confidence: float
    """The mean of theirs."""
    right: Share


def tenths(answers: Iterable[tuple[float, bool]]) -> list[Tenth]:
    """Answers (confidence, right) by tenths of confidence, lowest first; empty tenths are left out."""
    found: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in answers:
        found[min(int(confidence * _TENTHS), _TENTHS - 1)].append((confidence, right))
    return [
        Tenth(
            number / _TENTHS,
            sum(confidence for confidence, _ in found[number]) / len(found[number]),
            share(right for _, right in found[number]),
        )
        for number in sorted(found)
    ]


def expected_error(found: Sequence[Tenth]) -> float:
    """How far confidence lies from being right, on average over the answers (0 to 1); not a number without any."""
    total = sum(each.right.total for each in found)
    apart = sum(abs(each.confidence - each.right.value) * each.right.total for each in found)
    return apart / total if total else float("nan")
