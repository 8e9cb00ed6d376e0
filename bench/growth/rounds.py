"""Rounds in which two sites of different size are asked the same, one question here and one there."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bench.figures import p95
from bot.launch.clock import Clock
from bot.launch.screen import Screen

_LEAST_ROUNDS = 3
_WARM_UP = 4
_PAUSE = 0.1

Q = TypeVar("Q")
Q_contra = TypeVar("Q_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Pair:
    """Milliseconds of the same questions in one round, put to the store with few and to the one with many."""

    few: tuple[float, ...]
    many: tuple[float, ...]


Rows = Mapping[str, Sequence[Pair]]
"""The rounds of each row of the table."""


class Sizes(Protocol):
    """What a plan has to say: `few` and `many` of each, how many rounds, and after how many seconds it is enough."""

    @property
    def few(self) -> int: ...

    @property
    def many(self) -> int: ...

    @property
    def rounds(self) -> int: ...

    @property
    def phase_seconds(self) -> float: ...


class Asked(Protocol[Q_contra]):
    """A site that can be asked."""

    def ask(self, question: Q_contra) -> float: ...


@dataclass(frozen=True)
class Run(Generic[Q]):
    """Two sites that are open: the one with few, the one with many. Questions come by the name of their row."""

    plan: Sizes
    sites: tuple[Asked[Q], Asked[Q]]
    screen: Screen
    clock: Clock

    def ask(self, what: str, questions: Mapping[str, Sequence[Q]]) -> Rows:
        """Ask some of it without counting, then everything in rounds. The first to be asked alternates."""
        self.screen.say(f"Warming up: {what} ...")
        self._round({name: every[:_WARM_UP] for name, every in questions.items()}, few_first=True)
        found: dict[str, list[Pair]] = {name: [] for name in questions}
        began = self.clock.now()
        for number in range(self.plan.rounds):
            for name, pair in self._round(questions, few_first=number % 2 == 0).items():
                found[name].append(pair)
            self.screen.say(f"Round {number + 1} of {self.plan.rounds}, {what}, p95: {self._so_far(found)}")
            if number + 1 >= _LEAST_ROUNDS and self.clock.now() - began > self.plan.phase_seconds:
                break
        return found

    def ask_once(self, what: str, questions: Mapping[str, Sequence[Q]]) -> Rows:
        """Ask everything in one round."""
        self.screen.say(f"Measuring: {what} ...")
        return {name: [pair] for name, pair in self._round(questions, few_first=True).items()}

    def _round(self, questions: Mapping[str, Sequence[Q]], *, few_first: bool) -> dict[str, Pair]:
        return {name: self._pair(every, few_first=few_first) for name, every in questions.items()}

    def _pair(self, questions: Sequence[Q], *, few_first: bool) -> Pair:
        times: tuple[list[float], list[float]] = ([], [])
        for question in questions:
            for which in (0, 1) if few_first else (1, 0):
                times[which].append(self.sites[which].ask(question))
        return Pair(tuple(times[0]), tuple(times[1]))

    def _so_far(self, found: Mapping[str, Sequence[Pair]]) -> str:
        few = p95([ms for rounds in found.values() for ms in rounds[-1].few])
        many = p95([ms for rounds in found.values() for ms in rounds[-1].many])
        return f"{few:.0f} ms with {self.plan.few:,}, {many:.0f} ms with {self.plan.many:,}"


def opened(opening: Sequence[Future[float]], screen: Screen, clock: Clock) -> list[float]:
    with screen.waiting("Opening both sites") as waiting:
        while not all(each.done() for each in opening):
            waiting.tick()
            clock.sleep(_PAUSE)
    return [each.result() for each in opening]
