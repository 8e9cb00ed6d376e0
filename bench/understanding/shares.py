"""A share of counted lines, with its 95 % interval."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

_Z = 1.959964
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `total`."""

    count: int
    total: int

    @property
    def value(self) -> float:
        """0 to 1; not a number when nothing was counted."""
        return self.count / self.total if self.total else float("nan")

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval, which stays within 0 and 1 and holds for shares near either end."""
        if not self.total:
            return 0.0, 1.0
        square = _Z * _Z / self.total
        middle = (self.value + square / 2) / (1 + square)
        reach = _Z * sqrt(self.value * (1 - self.value) / self.total + square / self.total / 4) / (1 + square)
        return max(0.0, middle - reach), min(1.0, middle + reach)


def share(held: Iterable[bool]) -> Share:
    """How many of these hold."""
    answers = list(held)
    return Share(sum(answers), len(answers))
