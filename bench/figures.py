"""The arithmetic: percentiles, and ratios taken round by round so that noise of the machine hits both sides."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Statistic = Callable[[Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of several values, with the least and the most of them."""

    middle: float
    least: float
    most: float
    count: int


def spread(values: Sequence[float]) -> Spread:
    """Median, least and most of at least one value."""
    return Spread(statistics.median(values), min(values), max(values), len(values))


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that 19 of 20 stay under, interpolated between the two nearest."""
    return percentile(values, 0.95)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of at least one value lies, interpolated."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def ratios(pairs: Sequence[tuple[Sequence[float], Sequence[float]]], statistic: Statistic) -> Spread:
    """How the first of each pair compares with the second (1 = the same), over all pairs. Empty pairs are an error."""
    return spread([statistic(first) / statistic(second) for first, second in pairs])


def turns_between(times: Sequence[float], first: int, last: int) -> list[float]:
    """The times of the turns `first` to `last`, both included, counted from 1."""
    return list(times[first - 1 : last])
