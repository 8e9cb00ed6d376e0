"""The command: `python -m bench`, with `--write` to put the figures into docs/benchmarks.md."""

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bench import command, machine, report, run
from bench.growth import report as growth_report
from bench.growth import run as growth_run
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.screen import Screen


class Part(StrEnum):
    """What can be measured by itself."""

    TURNS = "turns"
    GROWTH = "growth"


def main(
    write: Annotated[bool, typer.Option("--write", help="Put the figures into docs/benchmarks.md.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Only see that it works; the figures mean nothing.")] = False,
    only: Annotated[Part | None, typer.Option("--only", help="Measure this part alone.")] = None,
) -> None:
    """Measure this assistant beside a stock Rasa bot, then how search and inbox grow, on this machine, now.

    Takes about fifteen minutes on two cores.
    """
    if write and quick:
        raise typer.BadParameter("the figures of a quick run mean nothing, so they are not written")

    def turns(layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        results = asyncio.run(run.measure(run.QUICK if quick else run.FULL, layout, folder, screen, clock))
        return [*report.table(results), "", report.counts(results)]

    def grows(_layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        plan = growth_run.QUICK if quick else growth_run.FULL
        return growth_report.report(growth_run.measure(plan, folder, screen, clock))

    if only is not Part.GROWTH:
        command.run(turns, (report.BEGIN, report.END) if write else None)
    if only is not Part.TURNS:
        marks = (growth_report.BEGIN, growth_report.END)
        command.run(grows, marks if write else None, versions=machine.own_versions)


if __name__ == "__main__":
    typer.run(main)
