"""The command: `python -m bench`, with `--write` to put the figures into docs/benchmarks.md."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bench import command, report
from bench.run import FULL, QUICK, measure
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.screen import Screen


def main(
    write: Annotated[bool, typer.Option("--write", help="Put the figures into docs/benchmarks.md.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Only see that it works; the figures mean nothing.")] = False,
) -> None:
    """Measure this assistant beside a stock Rasa bot, on this machine, now. Takes about ten minutes on two cores."""
    if write and quick:
        raise typer.BadParameter("the figures of a quick run mean nothing, so they are not written")

    def turns(layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        results = asyncio.run(measure(QUICK if quick else FULL, layout, folder, screen, clock))
        return [*report.table(results), "", report.counts(results)]

    command.run(turns, (report.BEGIN, report.END) if write else None)


if __name__ == "__main__":
    typer.run(main)
