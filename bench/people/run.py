"""The whole run: fill both stores, ask both by every door, then change the larger one's key, and prove both."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.growth.apart import Apart
from bench.growth.rounds import Rows, Run, opened
from bench.people import keys, store
from bench.people.questions import Door, through_every_door
from bench.people.server import analyse, stores_on
from bench.people.site import Site
from bot.launch.clock import Clock
from bot.launch.screen import Screen


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: `few` and `many` people; `looks` by each door in a round.

    `many` is some tens of times `few`. A phase that has taken `phase_seconds` ends with what it has.
    """

    few: int
    many: int
    rounds: int
    looks: int
    phase_seconds: float


FULL = Plan(few=100, many=10_000, rounds=8, looks=20, phase_seconds=240)
QUICK = Plan(few=20, many=200, rounds=1, looks=1, phase_seconds=60)
"""Enough to see that everything works; its figures mean nothing."""


@dataclass(frozen=True, slots=True)
class Results:
    """All that one run measured. `proofs`: of the audit with few and with many, at the end of everything."""

    plan: Plan
    doors: Rows
    rotation: keys.Rotation
    proofs: tuple[keys.Proof, keys.Proof]


def measure(plan: Plan, folder: Path, screen: Screen, clock: Clock, server: str = "") -> Results:
    """Measure everything in `folder`, which holds all that is written, or on a server. Raises BenchError."""
    with stores_on(server, tuple(folder / str(size) for size in (plan.few, plan.many))):
        return _measured(plan, folder, screen, clock)


def _measured(plan: Plan, folder: Path, screen: Screen, clock: Clock) -> Results:
    few, many = (_filled(folder / str(size), size, screen) for size in (plan.few, plan.many))
    sites = [Apart[Door](each, partial(Site, few=plan.few)) for each in (few, many)]
    try:
        opened([site.opening for site in sites], screen, clock)
        run = Run[Door](plan, (sites[0], sites[1]), screen, clock)
        doors = run.ask("every door", through_every_door(plan.looks))
    finally:
        for site in sites:
            site.close()
    screen.say(f"Changing the key of {plan.many:,} people, twice; the second time it is killed and run again ...")
    rotation = keys.rotate(many)
    screen.say("Proving both audits ...")
    return Results(plan, doors, rotation, (keys.verify(few), keys.verify(many)))


def _filled(folder: Path, size: int, screen: Screen) -> Path:
    folder.mkdir(exist_ok=True)
    with screen.waiting(f"Filling a store with {size:,} people") as waiting:
        store.fill(folder, size, waiting.tick)
        analyse(folder)
    return folder
