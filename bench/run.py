"""The whole run: train both, start both, take turns with both, then screen; every phase says how it gets on."""

import time
from dataclasses import dataclass
from pathlib import Path

from bench import parts, screening
from bench.figures import median
from bench.measure import Round, long_conversations, one_round
from bench.parts import Kind, Running
from bench.report import Results
from bot.launch.clock import Clock
from bot.launch.layout import Layout
from bot.launch.screen import Screen

_LEAST_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured. A phase that has taken `phase_seconds` ends with what it has by then."""

    rounds: int
    repeats: tuple[tuple[int, int], ...]
    """Conversations at the same time, and how often that many are held in one round."""
    starts: int
    long_conversations: int
    long_turns: int
    long_messages: int
    phase_seconds: float


FULL = Plan(
    rounds=20,
    repeats=((1, 3), (8, 1)),
    starts=2,
    long_conversations=2,
    long_turns=300,
    long_messages=5,
    phase_seconds=100,
)
QUICK = Plan(
    rounds=2,
    repeats=((1, 1), (8, 1)),
    starts=1,
    long_conversations=1,
    long_turns=48,
    long_messages=1,
    phase_seconds=60,
)
"""Enough to see that everything works; its figures mean nothing."""


async def measure(plan: Plan, layout: Layout, folder: Path, screen: Screen, clock: Clock) -> Results:
    """Measures everything in `folder`, which holds all that is written. Raises BenchError."""
    for name in ("ours", "stock"):
        (folder / name).mkdir()
    ours, stock = parts.ours(layout, folder / "ours"), parts.stock(layout, folder / "stock")
    training = parts.train(ours, screen, clock), parts.train(stock, screen, clock)
    run = _Run(plan, ours, stock, folder, screen, clock)
    starts, running = await run.start()
    try:
        await run.warm_up(*running)
        rounds = await run.take_turns(*running)
        held = [sum(used.resident_mib for used in each.usage().values()) for each in running]
        long = await run.talk_long(*running)
    finally:
        for each in running:
            await each.stop()
    screen.say("Safety screen by itself ...")
    screened = screening.measure(layout.root, time.perf_counter, repeats=plan.long_messages)
    return Results(rounds, training, starts, (held[0], held[1]), long, screened)


@dataclass(frozen=True)
class _Run:
    plan: Plan
    ours: Kind
    stock: Kind
    folder: Path
    screen: Screen
    clock: Clock

    async def start(self) -> tuple[list[tuple[float, float]], tuple[Running, Running]]:
        """Starts each side alone, as often as planned; only the last copies stay."""
        taken: list[tuple[float, float]] = []
        began = self.clock.now()
        while True:
            number = len(taken)
            ours, seconds = await parts.start(self.ours, self.folder / f"ours-{number}", self.screen, self.clock)
            # While the other starts, ours waits for messages and does next to nothing.
            try:
                where = self.folder / f"stock-{number}"
                stock, stock_seconds = await parts.start(self.stock, where, self.screen, self.clock)
            except BaseException:
                await ours.stop()
                raise
            taken.append((seconds, stock_seconds))
            self.screen.say(f"Start to first reply: ours {seconds:.1f} s, stock {stock_seconds:.1f} s")
            if len(taken) == self.plan.starts or self._is_over(began):
                return taken, (ours, stock)
            for each in (ours, stock):
                await each.stop()

    async def warm_up(self, ours: Running, stock: Running) -> None:
        self.screen.say("Warming both up ...")
        for at_once, _ in self.plan.repeats:
            await one_round(ours.side, stock.side, time.perf_counter, at_once=at_once, repeats=2, ours_first=True)

    async def take_turns(self, ours: Running, stock: Running) -> dict[int, list[Round]]:
        """Rounds in which each number of conversations at once has its turn, so that all see the same noise."""
        found: dict[int, list[Round]] = {at_once: [] for at_once, _ in self.plan.repeats}
        began = self.clock.now()
        for number in range(self.plan.rounds):
            for at_once, repeats in self.plan.repeats:
                measured = await one_round(
                    ours.side,
                    stock.side,
                    time.perf_counter,
                    at_once=at_once,
                    repeats=repeats,
                    ours_first=number % 2 == 0,
                )
                found[at_once].append(measured)
            self.screen.say(f"Round {number + 1} of {self.plan.rounds}: median turn {_so_far(found)}")
            if number + 1 >= _LEAST_ROUNDS and self._is_over(began):
                break
        return found

    async def talk_long(self, ours: Running, stock: Running) -> list[tuple[list[float], list[float]]]:
        found: list[tuple[list[float], list[float]]] = []
        began = self.clock.now()
        while len(found) < self.plan.long_conversations and not (found and self._is_over(began)):
            which = f"{len(found) + 1} of {self.plan.long_conversations}"
            self.screen.say(f"A conversation of {self.plan.long_turns} turns with each, {which} ...")
            found.append(await long_conversations(ours.side, stock.side, time.perf_counter, self.plan.long_turns))
        return found

    def _is_over(self, began: float) -> bool:
        return self.clock.now() - began > self.plan.phase_seconds


def _so_far(found: dict[int, list[Round]]) -> str:
    """The last round in a few words."""
    last = {at_once: rounds[-1] for at_once, rounds in found.items()}
    return "; ".join(
        f"{at_once} at once: ours {median(each.ours.times):.0f} ms, stock {median(each.stock.times):.0f} ms"
        for at_once, each in last.items()
    )
