"""The command: `python -m bench`, with `--write` to put the figures into docs/benchmarks.md."""

import asyncio
import signal
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bench import machine, report
from bench.errors import BenchError
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
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a polite kill cleans up as Ctrl-C does
    clock, layout = SystemClock(), Layout()
    screen = Screen(Console(), clock)
    began, load = clock.now(), machine.load()
    try:
        versions = machine.versions(layout.engine_python)
        with tempfile.TemporaryDirectory(prefix="what-matters-bench-") as folder:
            results = asyncio.run(measure(QUICK if quick else FULL, layout, Path(folder), screen, clock))
        measured = [
            *_circumstances(versions, load, (clock.now() - began) / 60),
            "",
            *report.table(results),
            "",
            report.counts(results),
        ]
        if write:
            report.write(layout.root / "docs" / "benchmarks.md", measured)
    except BenchError as error:
        screen.say(str(error))
        raise typer.Exit(1) from error
    screen.say("\n".join(["", *measured]))


def _circumstances(versions: str, load: float, minutes: float) -> list[str]:
    return [
        f"Measured on {datetime.now(UTC):%d %B %Y} on {machine.in_words()}.",
        f"Load average {load:.1f} before the run and {machine.load():.1f} at its end, after {minutes:.0f} minutes.",
        f"{versions}.",
    ]


if __name__ == "__main__":
    typer.run(main)
