"""The whole run: train three models, ask all of them the same lines, then time ours against stock."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bench.errors import BenchError
from bench.understanding import timing
from bench.understanding.lines import Line, examples, open_set, sample, shuffled
from bench.understanding.measures import SIX, Answer, Judged
from bench.understanding.parser import Parser
from bench.understanding.tables import Results
from bench.understanding.training import Model, Trainer
from bot.launch.classify import EngineStoppedError, classify
from bot.launch.layout import Layout
from bot.launch.screen import Screen


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured. None means all there is."""

    intents: int | None
    lines: int | None
    rounds: int
    starts: int
    whole: bool
    """Whether ours is also trained on all its lines; else the model of the sample stands in."""


FULL = Plan(intents=None, lines=None, rounds=40, starts=3, whole=True)
QUICK = Plan(intents=8, lines=120, rounds=2, starts=1, whole=False)
"""Enough to see that everything works; its figures mean nothing."""


def measure(plan: Plan, of_each: int, layout: Layout, trainer: Trainer, screen: Screen) -> Results:
    """Raises BenchError."""
    lines = shuffled(open_set(layout.root / "tests" / "data" / "open_set"))[: plan.lines]
    known = sample(examples(layout.root / "data" / "nlu"), of_each, plan.intents)
    ours = trainer.ours(known, layout.root / "config.yml")
    whole = trainer.whole() if plan.whole else ours
    stock = trainer.stock(known)
    judged = as_acted_on(lines, whole, layout, screen)
    ours_judged = by_intent_alone(lines, ours, layout, screen, "ours on the sample")
    stock_judged = by_intent_alone(lines, stock, layout, screen, "stock on the sample")
    timed = timing.measure((whole, stock), lines, layout, screen, starts=plan.starts, rounds=plan.rounds)
    return Results(
        judged,
        ours_judged,
        stock_judged,
        sum(map(len, known.values())),
        of_each,
        (whole.cost, ours.cost, stock.cost),
        timed,
    )


def as_acted_on(lines: Sequence[Line], model: Model, layout: Layout, screen: Screen) -> list[Judged]:
    """What the assistant acts on, safety door and all: as `what-matters classify` says. Raises BenchError."""
    given = (json.dumps({"text": line.text, "state": line.state}) for line in lines)
    found: list[Judged] = []
    with screen.waiting("Asking ours, with the door") as waiting:
        try:
            for line, answered in zip(lines, classify(given, model.path, layout), strict=True):
                row = json.loads(answered)
                found.append((line, Answer(row["intent"], row["confidence"], row["safety"])))
                waiting.tick(f"{len(found):,} of {len(lines):,} lines")
        except EngineStoppedError as error:
            raise BenchError("\n".join([str(error), *error.lines])) from error
    return found


def by_intent_alone(lines: Sequence[Line], model: Model, layout: Layout, screen: Screen, name: str) -> list[Judged]:
    """What the model says by itself; its crisis is its intent, when that is one of the six. Raises BenchError."""
    found: list[Judged] = []
    log = model.path.with_name("parser.log")
    with screen.waiting(f"Asking {name}") as waiting, Parser(model.path, model.environment, layout, log) as parser:
        for line in lines:
            parsed = parser.parse(line.text, line.state)
            safety = parsed.intent if parsed.intent in SIX else None
            found.append((line, Answer(parsed.intent, parsed.confidence, safety)))
            waiting.tick(f"{len(found):,} of {len(lines):,} lines")
    return found
