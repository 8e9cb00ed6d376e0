"""The tables of people, whether each door stays within bounds, and their place in docs/benchmarks.md."""

from typing import Final

from bench.growth.report import counted, head, table, verdict
from bench.people.run import Results
from bench.report import padded

BEGIN = "<!-- people: from here to the end mark, `python -m bench --only people --write` writes -->"
END = "<!-- end of people -->"
SERVER_BEGIN = (
    "<!-- people on a server: to the end mark, `python -m bench --only people --postgresql URL --write` writes -->"
)
SERVER_END = "<!-- end of people on a server -->"
MOST: Final = 1.5
"""How many times longer what was asked for allows."""


def report(results: Results) -> list[str]:
    """Markdown: the verdicts, the table, what stands behind it, the change of the key and the proofs of the audit."""
    plan = results.plan
    return [
        *(verdict("Every door", results.doors, MOST, at) for at in ("median", "p95")),
        "",
        *padded([head(plan), *table(results.doors)]),
        "",
        f"Behind each row: {counted(results.doors)}.",
        "",
        *padded(
            [("command", "how many", "from its first word", "a second", "starting the program"), *_commands(results)]
        ),
        "",
        *_of_rotation(results),
    ]


def _commands(results: Results) -> list[tuple[str, ...]]:
    found, plan = results.rotation, results.plan
    rows = [
        ("`key rotate`, left alone", f"{found.keys:,} keys", found.keys, found.alone),
        ("`key rotate`, going on after a kill", f"{found.keys:,} keys", found.keys, found.resumed),
    ]
    for size, proof in zip((plan.few, plan.many), results.proofs, strict=True):
        rows.append((f"`audit verify`, {size:,} people", f"{proof.rows:,} entries", proof.rows, proof.took))
    return [
        (what, many, f"{took.working:.1f} s", f"{count / took.working:,.0f}", f"{took.starting:.1f} s")
        for what, many, count, took in rows
    ]


def _of_rotation(results: Results) -> list[str]:
    found = results.rotation
    return [
        f"The key rotation said {found.shown} times how far it was. Killed with signal 9 once it had said",
        f"{found.killed_at:,} of {found.keys:,}, it left {found.opened:,} people's keys under the new key, and a store",
        "that no process opens; run again it went on to the end. After each change every person's key opened, and at",
        "the end both audits were whole.",
    ]
