"""The whole run: fill both stores, open both, then ask both the same, one question here and one there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.growth import services, store
from bench.growth.apart import Apart
from bench.growth.questions import Question, after_changes, looks, searches
from bench.growth.rounds import Rows, Run, opened
from bench.growth.site import Site
from bench.growth.situations import Situation, situations
from bot.launch.clock import Clock
from bot.launch.screen import Screen


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
class Results:
    """All that one run measured. `changed`: searches right after a change. `ready`: seconds to get ready, of each."""

    plan: Plan
    search: Rows
    inbox: Rows
    changed: Rows
    ready: tuple[float, float]


def measure(plan: Plan, folder: Path, screen: Screen, clock: Clock) -> Results:
    """Measure everything in `folder`, which holds all that is written. Raises BenchError."""
    folders = [_filled(folder / str(size), size, screen) for size in (plan.few, plan.many)]
    sites = [Apart(each, Site) for each in folders]
    try:
        ready = opened([site.opening for site in sites], screen, clock)
        run = Run[Question](plan, (sites[0], sites[1]), screen, clock)
        asked = _situations(plan)
        search = run.ask("search", searches(asked))
        inbox = run.ask("inbox", looks(plan.looks))
        changed = run.ask_once("search after changes", after_changes(asked, plan.changes))
    finally:
        for site in sites:
            site.close()
    return Results(plan, search, inbox, changed, (ready[0], ready[1]))


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
