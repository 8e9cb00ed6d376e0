"""The time of a message on both sides, in blocks that alternate, and of the safety door by itself."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import median
from bench.screening import examples, long_message
from bench.understanding.lines import Line
from bench.understanding.parser import Parser
from bench.understanding.training import Model
from bot.encoder import Encoder
from bot.launch.layout import Layout
from bot.launch.screen import Screen
from bot.safety.judge import Judge, Where, judge_with
from bot.safety.screen import screen as patterns

LONG = 20_000
"""Characters of the long message."""
BLOCK = 25
"""Messages of one side before it is the other's turn."""


@dataclass(frozen=True, slots=True)
class Round:
    """Milliseconds of the same messages: our engine, our safety door, and the stock engine."""

    engine: tuple[float, ...]
    door: tuple[float, ...]
    stock: tuple[float, ...]

    @property
    def both(self) -> tuple[float, ...]:
        """Of the door and then the engine, as each message goes."""
        return tuple(engine + door for engine, door in zip(self.engine, self.door, strict=True))


@dataclass(frozen=True, slots=True)
class Timing:
    """All of it; a pair is (ours, stock)."""

    rounds: tuple[Round, ...]
    loads: tuple[tuple[float, float], ...]
    """Seconds to load the model."""
    starts: tuple[tuple[float, float], ...]
    """Seconds from starting Python to a model that is loaded."""
    resident_mib: tuple[float, float]
    long_door_ms: tuple[float, ...]


def measure(
    models: tuple[Model, Model], lines: Sequence[Line], layout: Layout, screen: Screen, *, starts: int, rounds: int
) -> Timing:
    """Time both models, (ours, stock), on as many of the lines as make the rounds. Raises BenchError, EncoderError."""
    judge = judge_with(Encoder(layout.encoder))
    loads, begun = [], []
    for number in range(starts):
        with _parser(models[0], layout) as ours, _parser(models[1], layout) as stock:
            loads.append((ours.load_s, stock.load_s))
            begun.append((ours.start_s, stock.start_s))
            screen.say(f"Start {number + 1} of {starts}: ours {ours.start_s:.1f} s, stock {stock.start_s:.1f} s")
            if number == starts - 1:
                timed = _rounds((ours, stock), judge, lines, screen, rounds)
                resident = ours.resident_mib, stock.resident_mib
    screen.say(f"Safety door on {LONG:,} characters ...")
    harmless = [text for text in examples(layout.root / "data" / "nlu")[:400] if patterns(text) is None]
    long = long_message(harmless, LONG)
    return Timing(timed, tuple(loads), tuple(begun), resident, tuple(_door(long, judge) for _ in range(5)))


def _parser(model: Model, layout: Layout) -> Parser:
    return Parser(model.path, model.environment, layout, model.path.with_name("parser.log"))


def _rounds(
    parsers: tuple[Parser, Parser], judge: Judge, lines: Sequence[Line], screen: Screen, rounds: int
) -> tuple[Round, ...]:
    """The first round warms up and is thrown away."""
    found: list[Round] = []
    for number in range(rounds + 1):
        at = number * BLOCK % max(1, len(lines) - BLOCK)
        block = lines[at : at + BLOCK]
        taken: dict[bool, list[float]] = {}
        for is_ours in (True, False) if number % 2 else (False, True):
            taken[is_ours] = [parsers[not is_ours].parse(line.text, line.state).ms for line in block]
        door = tuple(_door(line.text, judge) for line in block)
        found.append(Round(tuple(taken[True]), door, tuple(taken[False])))
        if number and number % 5 == 0:
            last = found[-1]
            screen.say(
                f"Round {number} of {rounds}: median of our engine {median(last.engine):.1f} ms,"
                f" our door {median(last.door):.1f} ms, stock {median(last.stock):.1f} ms"
            )
    return tuple(found[1:])


def _door(text: str, judge: Judge) -> float:
    began = time.perf_counter()
    judge(text, Where())
    return (time.perf_counter() - began) * 1000
