"""The tables of a run, in Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

from bench.figures import median, p95, ratios, spread
from bench.parts import Cost
from bench.report import NONE, in_ms, number, padded, ratio
from bench.understanding import measures
from bench.understanding.calibration import expected_error
from bench.understanding.measures import SIX, Judged
from bench.understanding.scores import confused, macro_f1
from bench.understanding.shares import Share
from bench.understanding.timing import LONG, Timing

BEGIN = "<!-- understanding: from here to the end mark, `python -m bench.understanding --write` writes -->"
END = "<!-- end of understanding -->"
_CONFUSED = 15


@dataclass(frozen=True)
class Results:
    """All that one run measured."""

    whole: Sequence[Judged]
    """The assistant as it is: door, engine, all its lines."""
    ours: Sequence[Judged]
    """Our pipeline on the sample, without the door."""
    stock: Sequence[Judged]
    """The stock pipeline on the sample."""
    sampled: int
    """Lines of the sample."""
    of_each: int
    """At most so many of one intent."""
    costs: tuple[Cost, Cost, Cost]
    """Of training, in the order of the three above."""
    timing: Timing


def tables(results: Results) -> list[str]:
    """Every table with a sentence before it."""
    return [
        f"{len(results.whole):,} test lines; intervals of 95 %. *Sample*: at most {results.of_each} training lines an",
        f"intent, {results.sampled:,} in all, the same for both sides; stock would need hours for all of them.",
        "",
        *padded(_shares(results)),
        "",
        "Ours, by the version of the test set (its README says what had been seen of each):",
        "",
        *padded(_versions(results.whole)),
        "",
        "Taken for what, most often first (ours, open state):",
        "",
        *padded(_confused(results.whole)),
        "",
        "Confidence and being right (ours, open state, without what fell back):",
        "",
        *padded(_reliability(results.whole)),
        "",
        "Time and memory, on one thread:",
        "",
        *padded(_times(results)),
        "",
        "Every intent, open state:",
        "",
        *padded(_intents(results)),
    ]


def in_percent(found: Share) -> str:
    """For example "96.0 % (91.1 to 98.3; 120 of 125)"."""
    if not found.total:
        return NONE
    least, most = found.interval
    return f"{found.value:.1%} ({100 * least:.1f} to {100 * most:.1f}; {found.count:,} of {found.total:,})".replace(
        "%", " %"
    )


def _shares(results: Results) -> list[Sequence[str]]:
    sides = results.whole, results.ours, results.stock
    rows: list[Sequence[str]] = [
        ("what", "ours", "ours, sample, no door", "stock, sample", "sample: ours less stock, points")
    ]
    of_sides = [measures.shares(side) for side in sides]
    for name in of_sides[0]:
        whole, ours, stock = (found[name] for found in of_sides)
        rows.append((name, *map(in_percent, (whole, ours, stock)), _points(ours.value - stock.value)))
    scores = [measures.scores(side) for side in sides]
    counted = len(set(scores[0]) - set(SIX))
    f1 = [macro_f1(each, SIX) for each in scores]
    rows.append((f"open: macro-F1 of {counted} intents, no crises", *map(_three, f1), _points(f1[1] - f1[2])))
    errors = [expected_error(measures.reliability(side)) for side in sides]
    rows.append(("open: expected calibration error", *map(_three, errors), _points(errors[1] - errors[2])))
    return rows


def _versions(judged: Sequence[Judged]) -> list[Sequence[str]]:
    versions = sorted({line.version for line, _ in judged})
    sides = [[each for each in judged if each[0].version == version] for version in versions]
    of_sides = [measures.shares(side) for side in sides]
    return [
        ("what", *(f"version {version}" for version in versions)),
        *((name, *(in_percent(found[name]) for found in of_sides)) for name in of_sides[0]),
        ("open: macro-F1, no crises", *(_three(macro_f1(measures.scores(side), SIX)) for side in sides)),
    ]


def _confused(judged: Sequence[Judged]) -> list[Sequence[str]]:
    found = confused(measures.pairs(judged), _CONFUSED)
    return [("is", "taken for", "lines"), *((is_, taken, str(count)) for (is_, taken), count in found)]


def _reliability(judged: Sequence[Judged]) -> list[Sequence[str]]:
    rows = [
        (f"{each.least:.1f} to {each.least + 0.1:.1f}", number(each.confidence), in_percent(each.right))
        for each in measures.reliability(judged)
    ]
    return [("confidence", "mean", "right"), *rows]


def _intents(results: Results) -> list[Sequence[str]]:
    whole, ours, stock = (measures.scores(side) for side in (results.whole, results.ours, results.stock))
    head = ("intent", "lines", "precision", "recall", "F1", "F1 ours, sample, no door", "F1 stock, sample")
    return [
        head,
        *(
            (
                name,
                str(score.lines),
                *map(number, (score.precision, score.recall, score.f1, ours[name].f1, stock[name].f1)),
            )
            for name, score in whole.items()
        ),
    ]


def _times(results: Results) -> list[Sequence[str]]:
    timing = results.timing
    sides: Mapping[str, list[tuple[float, ...]]] = {
        "a message, engine": [each.engine for each in timing.rounds],
        "a message, safety door": [each.door for each in timing.rounds],
        "a message, door and engine": [each.both for each in timing.rounds],
    }
    stock = [each.stock for each in timing.rounds]
    rows: list[Sequence[str]] = [("what", "ours", "stock", "ours ÷ stock (least to most)")]
    for what, ours in sides.items():
        for name, statistic in (("median", median), ("p95", p95)):
            compared = ratios(list(zip(ours, stock, strict=True)), statistic)
            rows.append((f"{what}, {name}", _all_ms(ours, statistic), _all_ms(stock, statistic), ratio(compared)))
    whole, ours_cost, stock_cost = results.costs
    rows += [
        (f"safety door, {LONG:,} characters, median", in_ms(median(timing.long_door_ms)), NONE, NONE),
        _pair("training on the sample, by the clock", ours_cost.wall, stock_cost.wall, "s"),
        _pair("training on the sample, processor time", ours_cost.cpu, stock_cost.cpu, "s"),
        ("training on all lines with the rules, by the clock", f"{whole.wall:.0f} s", NONE, NONE),
        _loaded("loading the model", timing.loads),
        _loaded("starting Python, then loading the model", timing.starts),
    ]
    if all(timing.resident_mib):
        rows.append(_pair("memory after the messages", *timing.resident_mib, "MiB"))
    return rows


def _all_ms(blocks: Sequence[Sequence[float]], statistic: object) -> str:
    assert callable(statistic)
    return in_ms(statistic([ms for block in blocks for ms in block]))


def _pair(what: str, ours: float, stock: float, unit: str) -> tuple[str, str, str, str]:
    return what, f"{ours:.0f} {unit}", f"{stock:.0f} {unit}", number(ours / stock)


def _loaded(what: str, pairs: Sequence[tuple[float, float]]) -> tuple[str, str, str, str]:
    ours, stock = (median([pair[side] for pair in pairs]) for side in (0, 1))
    compared = spread([ours / stock for ours, stock in pairs])
    return what, f"{ours:.1f} s", f"{stock:.1f} s", ratio(compared)


def _points(difference: float) -> str:
    return NONE if isnan(difference) else f"{100 * difference:+.1f}"


def _three(value: float) -> str:
    return NONE if isnan(value) else f"{value:.3f}"
