"""What every measuring command does around the measuring: say what it was done on, print, and put it into the page."""

import signal
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console

from bench import machine, report
from bench.errors import BenchError
from bot.encoder import EncoderError
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.screen import Screen


def run(
    measure: Callable[[Layout, Path, Screen, SystemClock], list[str]],
    into: tuple[str, str] | None = None,
    *,
    versions: Callable[[], str] | None = None,
) -> None:
    """Print what `measure` says, having given it a folder of its own; with `into`, write it between those marks too.

    `versions` says with which libraries; without it, those of both environments are said. Ends with exit status 1, and
    the reason, when measuring fails.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a polite kill cleans up as Ctrl-C does
    clock, layout = SystemClock(), Layout()
    screen = Screen(Console(), clock)
    began, load = clock.now(), machine.load()
    try:
        told = versions() if versions else machine.versions(layout.engine_python)
        with tempfile.TemporaryDirectory(prefix="what-matters-bench-") as folder:
            found = measure(layout, Path(folder), screen, clock)
        minutes = (clock.now() - began) / 60
        measured = [
            f"Measured on {datetime.now(UTC):%d %B %Y} on {machine.in_words()}.",
            f"Load average {load:.1f} before the run and {machine.load():.1f} at its end, after {minutes:.0f} minutes.",
            f"{told}.",
            "",
            *found,
        ]
        if into:
            report.write(layout.root / "docs" / "benchmarks.md", measured, *into)
    except (BenchError, EncoderError) as error:
        screen.say(str(error))
        raise typer.Exit(1) from error
    screen.say("\n".join(["", *measured]))
