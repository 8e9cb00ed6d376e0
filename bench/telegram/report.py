"""What the two runs of Telegram found, in tables, and their places in docs/benchmarks.md."""

from typing import Final

from bench.figures import Statistic, median, p95, ratios
from bench.report import in_ms, padded, ratio
from bench.telegram import faults, timing
from bench.telegram.people import Plan

_WRITES = "from here to the end mark, `python -m bench --only telegram-{} --write` writes"
FAULTS_BEGIN = f"<!-- telegram faults: {_WRITES.format('faults')} -->"
FAULTS_END = "<!-- end of telegram faults -->"
TIMING_BEGIN = f"<!-- telegram timing: {_WRITES.format('timing')} -->"
TIMING_END = "<!-- end of telegram timing -->"
MOST: Final = 1.25
"""How many times as long as through the chat API, at p95, what was asked for allows."""


def of_faults(found: faults.Found, plan: Plan) -> list[str]:
    """Markdown: the verdict, what was counted, and what was done."""
    clean = "yes" if found.counts.is_clean else "no"
    counted = {
        "messages sent": "sent",
        "taken down once": "kept_once",
        "lost": "lost",
        "doubled": "doubled",
        "chats out of order": "out_of_order",
        "replies": "replies",
        "replies missing": "replies_missing",
        "replies doubled by themselves": "replies_doubled",
        "in doubt, and asked to be shown again": "shown_again",
        "updates left over": "never_taken",
    }
    return [
        f"**{plan.people} chats of {plan.messages} messages: nothing lost, nothing doubled, order kept**: {clean}.",
        "",
        *padded(
            [
                ("what", "count"),
                *((what, f"{getattr(found.counts, name):,}") for what, name in counted.items()),
                *((name, str(count)) for name, count in sorted(found.trouble.items())),
                ("seconds", f"{found.seconds:.0f}"),
            ]
        ),
    ]


def of_timing(found: timing.Found) -> list[str]:
    """Markdown: the verdict, the table, and what stands behind it."""
    rounds, plan = found.rounds, found.plan
    pairs = [(each.telegram.times, each.api.times) for each in rounds]
    everything = [([ms for each, _ in pairs for ms in each], [ms for _, each in pairs for ms in each])]
    at_p95 = ratios(everything, p95).middle
    fetched = [ms for each in rounds for ms in each.fetched]
    cpu = ([each.telegram.cpu_ms for each in rounds], [each.api.cpu_ms for each in rounds])

    def row(what: str, statistic: Statistic) -> tuple[str, ...]:
        both = (in_ms(statistic(side)) for side in everything[0])
        return (what, *both, f"{ratios(everything, statistic).middle:.2f}; {ratio(ratios(pairs, statistic))}")

    held = "yes" if at_p95 <= MOST else "no"
    who = f"{plan.people} people, {timing.A_SECOND:g} a second"
    return [
        f"**At p95 at most {MOST} times as long as the chat API**: {held}, {at_p95:.2f} times.",
        "",
        *padded(
            [
                ("what", "Telegram", "chat API", "times as long: of all; of a round"),
                row("until the reply, median", median),
                row("until the reply, p95", p95),
                ("of it, until the update was fetched, median", in_ms(median(fetched)), "–", "–"),
                ("of it, until the update was fetched, p95", in_ms(p95(fetched)), "–", "–"),
                (
                    "processor time of a turn, all our processes, median",
                    *(in_ms(median(side)) for side in cpu),
                    f"{median(cpu[0]) / median(cpu[1]):.2f}" if all(cpu[1]) else "–",
                ),
            ]
        ),
        "",
        f"Behind it: {len(everything[0][0]):,} turns on each side, of {who}, in rounds: {len(rounds)}.",
    ]
