"""The tables of growth, whether each row stays within bounds, and their place in docs/benchmarks.md."""

from collections.abc import Mapping, Sequence
from typing import Final

from bench.figures import Statistic, median, p95, ratios
from bench.growth.rounds import Pair, Rows, Sizes
from bench.growth.run import Results
from bench.report import in_ms, padded, ratio

BEGIN = "<!-- growth: from here to the end mark, `python -m bench --only growth --write` writes -->"
END = "<!-- end of growth -->"
MOST: Final = 2.0
"""How many times longer, at p95, what was asked for allows."""
_AT: Final[Mapping[str, Statistic]] = {"median": median, "p95": p95}


def report(results: Results) -> list[str]:
    """Markdown: the verdicts, the table, and what stands behind it."""
    plan, ready = results.plan, results.ready
    return [
        verdict("Search", results.search),
        verdict("Inbox", results.inbox),
        "",
        *padded([head(plan), *table(results.search), *table(results.inbox), *table(results.changed)]),
        "",
        f"Behind each row of the search: {counted(results.search)}; of the inbox: {counted(results.inbox)};",
        f"of a search after a change, which the two lines above leave out: {counted(results.changed)}.",
        f"Getting ready to answer took {ready[0]:.0f} s with {plan.few:,} and {ready[1]:.0f} s with {plan.many:,}.",
    ]


def verdict(what: str, rows: Rows, most: float = MOST, at: str = "p95") -> str:
    """One line: whether every row is within bounds at the median or at p95, and the worst of them."""
    grown = {name: ratios(_pairs(rounds), _AT[at]).middle for name, rounds in rows.items()}
    worst = max(grown, key=lambda name: grown[name])
    beyond = sum(times > most for times in grown.values())
    held = f"no, {beyond} of {len(grown)} rows take longer" if beyond else f"yes, all {len(grown)} rows"
    return f"**{what}**, within {most:g} times at {at}: {held}; the most is {grown[worst]:.2f} ({worst})."


def head(plan: Sizes) -> tuple[str, ...]:
    """The names of the columns."""
    sizes = [f"{size:,}, {name}" for size in (plan.few, plan.many) for name in ("median", "p95")]
    return ("what", *sizes, "median, times as long", "p95, times as long")


def table(rows: Rows) -> list[tuple[str, ...]]:
    """A row for each thing asked: the times of both, and how many times as long."""
    found = []
    for name, rounds in rows.items():
        few = [ms for pair in rounds for ms in pair.few]
        many = [ms for pair in rounds for ms in pair.many]
        times = [in_ms(statistic(side)) for side in (few, many) for statistic in (median, p95)]
        found.append((name, *times, *(_grown(rounds, statistic) for statistic in (median, p95))))
    return found


def _grown(rounds: Sequence[Pair], statistic: Statistic) -> str:
    return ratio(ratios(_pairs(rounds), statistic))


def _pairs(rounds: Sequence[Pair]) -> list[tuple[Sequence[float], Sequence[float]]]:
    """The larger first: `ratios` says how the first compares with the second."""
    return [(pair.many, pair.few) for pair in rounds]


def counted(rows: Rows) -> str:
    """How much stands behind each row."""
    rounds = next(iter(rows.values()))
    asked = sum(len(pair.few) for pair in rounds)
    return f"{asked:,} {'question' if asked == 1 else 'questions'} to each store, in rounds: {len(rounds)}"
