"""One table of everything measured, and its place in docs/benchmarks.md."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bench.errors import BenchError
from bench.figures import Spread, Statistic, median, p95, ratios, spread, turns_between
from bench.measure import FIRST_WINDOW, WINDOW, Block, Round
from bench.parts import Cost
from bench.screening import LONG, Screening

BEGIN = "<!-- measured: from here to the end mark, `python -m bench --write` writes -->"
END = "<!-- end of measured -->"
NONE = "–"


@dataclass(frozen=True)
class Results:
    """All that one run measured; a pair is (ours, stock)."""

    rounds: Mapping[int, Sequence[Round]]
    """By the number of conversations at once."""
    training: tuple[Cost, Cost]
    starts: Sequence[tuple[float, float]]
    """Seconds from the start to the first reply."""
    resident_mib: tuple[float, float]
    """0 where the system does not tell."""
    long: Sequence[tuple[Sequence[float], Sequence[float]]]
    """Milliseconds of each turn of long conversations."""
    screening: Screening


class Row(NamedTuple):
    """One line of the table."""

    what: str
    ours: str
    stock: str
    ratio: str


_HEAD = Row("what", "ours", "stock", "ours ÷ stock (least to most)")


def table(results: Results) -> list[str]:
    """Markdown, its columns padded so that it reads well on a screen too."""
    return padded(
        [_HEAD, *_turns(results), *_long(results), *_once(results), *_screening(results.screening), *_kinds(results)]
    )


def padded(rows: Sequence[Sequence[str]]) -> list[str]:
    """A Markdown table of these rows, the first of which is its head; every line is as wide."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in rows]
    rule = f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    return [lines[0], rule, *lines[1:]]


def counts(results: Results) -> str:
    """How many samples stand behind the table."""
    turns = "; ".join(
        f"{sum(len(each.ours.turns) for each in rounds):,} turns of each in {len(rounds)} rounds at {at_once} at once"
        for at_once, rounds in results.rounds.items()
    )
    long, starts = len(results.long), len(results.starts)
    return f"Behind it: {turns}; long conversations: {long}; starts: {starts}; trainings: 1 of each side."


def rewritten(page: str, measured: Sequence[str], begin: str = BEGIN, end: str = END) -> str:
    """The page with `measured` between the two marks. Raises BenchError when they are not there, in order, once."""
    before, found_begin, rest = page.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end or begin in after or end in after:
        raise BenchError("docs/benchmarks.md has lost the marks between which the measured figures go.")
    return "\n".join([f"{before}{begin}", "", *measured, "", f"{end}{after}"])


def write(path: Path, measured: Sequence[str], begin: str = BEGIN, end: str = END) -> None:
    path.write_text(rewritten(path.read_text(encoding="utf-8"), measured, begin, end), encoding="utf-8")


def _turns(results: Results) -> list[Row]:
    rows: list[Row] = []
    for at_once, rounds in results.rounds.items():
        who = "1 conversation" if at_once == 1 else f"{at_once} conversations at once"
        rows += [
            _row(f"turn, {who}, {name}", rounds, _times, statistic)
            for name, statistic in (("median", median), ("p95", p95))
        ]
        parts = rounds[0].ours.cpu_ms
        if parts:
            rows.append(_row(f"turn, {who}, processor time", rounds, _cpu, median))
            rows += [
                Row(f"of it, {part}", in_ms(median([each.ours.cpu_ms[part] for each in rounds])), NONE, NONE)
                for part in parts
            ]
    return rows


def _row(what: str, rounds: Sequence[Round], values: Callable[[Block], list[float]], statistic: Statistic) -> Row:
    """The figures are over all rounds together; the ratio is the median of the rounds' own."""
    ours = [value for each in rounds for value in values(each.ours)]
    stock = [value for each in rounds for value in values(each.stock)]
    compared = ratios([(values(each.ours), values(each.stock)) for each in rounds], statistic)
    return Row(what, in_ms(statistic(ours)), in_ms(statistic(stock)), ratio(compared))


def _times(block: Block) -> list[float]:
    return block.times


def _cpu(block: Block) -> list[float]:
    return [sum(block.cpu_ms.values())]


def _long(results: Results) -> list[Row]:
    turns = len(results.long[0][0])
    windows = (FIRST_WINDOW, (turns - WINDOW + 1, turns))
    rows = []
    for first, last in windows:
        pairs = [(turns_between(ours, first, last), turns_between(stock, first, last)) for ours, stock in results.long]
        ours, stock = (median([value for pair in pairs for value in pair[side]]) for side in (0, 1))
        rows.append(
            Row(
                f"turns {first} to {last} of a long conversation",
                in_ms(ours),
                in_ms(stock),
                ratio(ratios(pairs, median)),
            )
        )
    grown = [
        ratios(
            [(turns_between(talk[side], *windows[1]), turns_between(talk[side], *windows[0])) for talk in results.long],
            median,
        )
        for side in (0, 1)
    ]
    rows.append(Row("the later turns ÷ the earlier", ratio(grown[0]), ratio(grown[1]), NONE))
    return rows


def _once(results: Results) -> list[Row]:
    ours, stock = results.training
    started = spread([ours / stock for ours, stock in results.starts])
    rows = [
        Row("training from nothing, by the clock", _s(ours.wall), _s(stock.wall), number(ours.wall / stock.wall)),
        Row("training from nothing, processor time", _s(ours.cpu), _s(stock.cpu), number(ours.cpu / stock.cpu)),
        Row(
            "start to first reply",
            _s(median([pair[0] for pair in results.starts])),
            _s(median([pair[1] for pair in results.starts])),
            ratio(started),
        ),
    ]
    held, stock_held = results.resident_mib
    if held and stock_held:
        rows.append(
            Row("memory after the turns", f"{held:.0f} MiB", f"{stock_held:.0f} MiB", number(held / stock_held))
        )
    return rows


def _screening(found: Screening) -> list[Row]:
    return [
        Row(
            f"safety screen alone, {len(found.short):,} short messages, median",
            in_ms(median(found.short)),
            NONE,
            NONE,
        ),
        Row("safety screen alone, the same, p95", in_ms(p95(found.short)), NONE, NONE),
        Row(f"safety screen alone, {LONG:,} characters, median", in_ms(median(found.long)), NONE, NONE),
    ]


def _kinds(results: Results) -> list[Row]:
    """Our turns by what was said, from the rounds with the fewest conversations at once."""
    turns = [turn for each in results.rounds[min(results.rounds)] for turn in each.ours.turns]
    by_kind = {kind: [turn.ms for turn in turns if turn.kind == kind] for kind in dict.fromkeys(t.kind for t in turns)}
    return [Row(f"our turn “{kind}”, median", in_ms(median(times)), NONE, NONE) for kind, times in by_kind.items()]


def in_ms(value: float) -> str:
    return f"{value:.0f} ms" if value >= 10 else f"{value:.2g} ms"  # noqa: PLR2004  (two figures that count)


def _s(value: float) -> str:
    return f"{value:.0f} s"


def number(value: float) -> str:
    return f"{value:.2f}"


def ratio(found: Spread) -> str:
    if found.count == 1:
        return number(found.middle)
    return f"{number(found.middle)} ({number(found.least)} to {number(found.most)})"
