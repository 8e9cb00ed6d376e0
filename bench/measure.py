"""Timing turns of both sides, interleaved: in small blocks one after the other, and the first to go alternates."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice
from statistics import mean

from bench.conversations import Assistant, Conversation, Step

Now = Callable[[], float]
CpuSeconds = Callable[[], Mapping[str, float]]

FIRST_WINDOW = (10, 25)
"""The turns that stand for the beginning of a long conversation; whole cycles, so that both windows hold the same."""
WINDOW = 16
"""Turns at the end of a long conversation that stand for its end."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: what was said, and the milliseconds until the whole reply was there."""

    kind: str
    ms: float


@dataclass(frozen=True, slots=True)
class Block:
    """The turns of one side in one round; `cpu_ms` is processor time a turn of each process, empty if not known."""

    turns: tuple[Turn, ...]
    cpu_ms: Mapping[str, float]

    @property
    def times(self) -> list[float]:
        return [turn.ms for turn in self.turns]


@dataclass(frozen=True, slots=True)
class Round:
    """One block of each side, measured right after each other."""

    ours: Block
    stock: Block


@dataclass(frozen=True)
class Side:
    """An assistant that runs, and how to read the processor time that each of its processes has used."""

    assistant: Assistant
    cpu_seconds: CpuSeconds


async def one_round(ours: Side, stock: Side, now: Now, *, at_once: int, repeats: int, ours_first: bool) -> Round:
    """Both sides hold `repeats` times `at_once` conversations at the same time; never both sides at once."""
    taken: dict[int, list[Block]] = {id(ours): [], id(stock): []}
    for _ in range(repeats):
        for side in (ours, stock) if ours_first else (stock, ours):
            taken[id(side)].append(await _block(side, now, at_once))
    return Round(_joined(taken[id(ours)]), _joined(taken[id(stock)]))


async def long_conversations(ours: Side, stock: Side, now: Now, turns: int) -> tuple[list[float], list[float]]:
    """One conversation of `turns` turns with each side, a turn here and a turn there; milliseconds in order."""
    talks = [(await side.assistant.begin(), _long(side.assistant, turns)) for side in (ours, stock)]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(turns):
        for (talk, steps), taken in zip(talks, times, strict=True):
            taken.append((await _timed(talk, next(steps), now)).ms)
    return times


def _long(assistant: Assistant, turns: int) -> Iterator[Step]:
    return islice(chain(assistant.opening, cycle(assistant.cycle)), turns)


async def _block(side: Side, now: Now, at_once: int) -> Block:
    talks = [await side.assistant.begin() for _ in range(at_once)]
    before = side.cpu_seconds()
    taken = await asyncio.gather(*(_converse(talk, side.assistant.script, now) for talk in talks))
    after = side.cpu_seconds()
    turns = tuple(chain.from_iterable(taken))
    used = {process: (after[process] - before[process]) * 1000 / len(turns) for process in after}
    return Block(turns, used)


async def _converse(talk: Conversation, script: Sequence[Step], now: Now) -> list[Turn]:
    return [await _timed(talk, step, now) for step in script]


async def _timed(talk: Conversation, step: Step, now: Now) -> Turn:
    began = now()
    await talk.take(step)
    return Turn(step.kind, (now() - began) * 1000)


def _joined(blocks: Sequence[Block]) -> Block:
    """Blocks of the same script, so the mean of their processor time a turn is that of all turns."""
    cpu_ms = {process: mean(block.cpu_ms[process] for block in blocks) for process in blocks[0].cpu_ms}
    return Block(tuple(chain.from_iterable(block.turns for block in blocks)), cpu_ms)
