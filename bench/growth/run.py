"""The whole run: fill both stores, open both, then ask both the same, one question here and one there."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Protocol

from bench.figures import p95
from bench.growth import services, store
from bench.growth.apart import Apart
from bench.growth.questions import Question, Questions, after_changes, looks, searches
from bench.growth.site import Site
from bench.growth.situations import Situation, situations
from bot.launch.clock import Clock
from bot.launch.screen import Screen

_LEAST_ROUNDS = 3
_WARM_UP = 4
_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: `few` and `many` of each.

    `searches`: how many of the situations, 0 for all. `looks`: at each page of the inbox, in a round. `changes`: how
    often an entry is changed before a search. A phase that has taken `phase_seconds` ends with what it has.
    """

    few: int
    many: int
    rounds: int
    looks: int
    searches: int
    changes: int
    phase_seconds: float


FULL = Plan(few=200, many=20_000, rounds=8, looks=20, searches=0, changes=6, phase_seconds=60)
QUICK = Plan(few=40, many=400, rounds=1, looks=1, searches=10, changes=1, phase_seconds=60)
"""Enough to see that everything works; its figures mean nothing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Milliseconds of the same questions in one round, put to the store with few and to the one with many."""

    few: tuple[float, ...]
    many: tuple[float, ...]


Rows = Mapping[str, Sequence[Pair]]
"""The rounds of each row of the table."""


@dataclass(frozen=True, slots=True)
class Results:
    """All that one run measured. `changed`: searches right after a change. `ready`: seconds to get ready, of each."""

    plan: Plan
    search: Rows
    inbox: Rows
    changed: Rows
    ready: tuple[float, float]


class Asked(Protocol):
    """A site that can be asked."""

    def ask(self, question: Question) -> float: ...


def measure(plan: Plan, folder: Path, screen: Screen, clock: Clock) -> Results:
    """Measure everything in `folder`, which holds all that is written. Raises BenchError."""
    folders = [_filled(folder / str(size), size, screen) for size in (plan.few, plan.many)]
    sites = [Apart(each, Site) for each in folders]
    try:
        ready = _opened([site.opening for site in sites], screen, clock)
        run = Run(plan, (sites[0], sites[1]), screen, clock)
        asked = _situations(plan)
        search = run.ask("search", searches(asked))
        inbox = run.ask("inbox", looks(plan.looks))
        changed = run.ask_once("search after changes", after_changes(asked, plan.changes))
    finally:
        for site in sites:
            site.close()
    return Results(plan, search, inbox, changed, (ready[0], ready[1]))


@dataclass(frozen=True)
class Run:
    """Two sites that are open: the one with few, the one with many."""

    plan: Plan
    sites: tuple[Asked, Asked]
    screen: Screen
    clock: Clock

    def ask(self, what: str, questions: Questions) -> Rows:
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

    def ask_once(self, what: str, questions: Questions) -> Rows:
        """Ask everything in one round."""
        self.screen.say(f"Measuring: {what} ...")
        return {name: [pair] for name, pair in self._round(questions, few_first=True).items()}

    def _round(self, questions: Questions, *, few_first: bool) -> dict[str, Pair]:
        return {name: self._pair(every, few_first=few_first) for name, every in questions.items()}

    def _pair(self, questions: Sequence[Question], *, few_first: bool) -> Pair:
        times: tuple[list[float], list[float]] = ([], [])
        for question in questions:
            for which in (0, 1) if few_first else (1, 0):
                times[which].append(self.sites[which].ask(question))
        return Pair(tuple(times[0]), tuple(times[1]))

    def _so_far(self, found: Mapping[str, Sequence[Pair]]) -> str:
        few = p95([ms for rounds in found.values() for ms in rounds[-1].few])
        many = p95([ms for rounds in found.values() for ms in rounds[-1].many])
        return f"{few:.0f} ms with {self.plan.few:,}, {many:.0f} ms with {self.plan.many:,}"


def _situations(plan: Plan) -> tuple[Situation, ...]:
    """Return what is searched for. Names that are asked for are those of services that both stores hold."""
    entries = islice(services.invented(datetime.now(UTC).date()), plan.few)
    every = situations(tuple(entries))
    return every[:: len(every) // plan.searches] if plan.searches else every


def _filled(folder: Path, size: int, screen: Screen) -> Path:
    folder.mkdir()
    with screen.waiting(f"Filling a store with {size:,} services and {size:,} shares") as waiting:
        store.fill(folder, size, waiting.tick)
    return folder


def _opened(opening: Sequence[Future[float]], screen: Screen, clock: Clock) -> list[float]:
    with screen.waiting("Opening both sites") as waiting:
        while not all(each.done() for each in opening):
            waiting.tick()
            clock.sleep(_PAUSE)
    return [each.result() for each in opening]
