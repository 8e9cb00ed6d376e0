"""Precision, recall and F1 of each intent, their mean, and what is taken for what."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
"""What a line is, and what it was taken for."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of one intent. Precision is 0 where nothing was taken for it; `lines` is how many are it."""

    lines: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def by_intent(pairs: Iterable[Pair]) -> dict[str, Score]:
    """The score of every intent that some line is, by name."""
    counted = Counter(pairs)
    are, taken = Counter[str](), Counter[str]()
    for (intent, answered), count in counted.items():
        are[intent] += count
        taken[answered] += count
    return {
        name: Score(
            are[name],
            counted[name, name] / taken[name] if taken[name] else 0.0,
            counted[name, name] / are[name],
        )
        for name in sorted(are)
    }


def macro_f1(scores: Mapping[str, Score], without: Collection[str] = ()) -> float:
    """The mean F1 of the intents, every one counting the same; not a number when there are none."""
    counted = [score.f1 for name, score in scores.items() if name not in without]
    return sum(counted) / len(counted) if counted else float("nan")


def confused(pairs: Iterable[Pair], most: int) -> list[tuple[Pair, int]]:
    """The commonest mistakes, commonest first; equals in the order of their names."""
    wrong = Counter(pair for pair in pairs if pair[0] != pair[1])
    return sorted(wrong.items(), key=lambda found: (-found[1], found[0]))[:most]
