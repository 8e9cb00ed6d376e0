"""The command: `python -m bench.understanding`, with `--write` to put the figures into docs/benchmarks.md."""

import signal
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bench import machine, report
from bench.errors import BenchError
from bench.understanding import public
from bench.understanding.run import FULL, QUICK, measure
from bench.understanding.tables import BEGIN, END, tables
from bench.understanding.training import Trainer
from bot.encoder import EncoderError
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.screen import Screen


def main(
    write: Annotated[bool, typer.Option("--write", help="Put the figures into docs/benchmarks.md.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Only see that it works; the figures mean nothing.")] = False,
    lines: Annotated[int, typer.Option(min=2, help="Training lines an intent that both sides learn from.")] = 40,
    public_set: Annotated[
        Path | None, typer.Option("--public", help="Measure on this folder's train.csv and test.csv instead.")
    ] = None,
) -> None:
    """Measure how well messages are understood, beside stock Rasa. Takes an hour or two, nearly all of it for stock."""
    if write and (quick or public_set):
        raise typer.BadParameter("only a whole run on our own test lines is written into the page")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a polite kill cleans up as Ctrl-C does
    clock, layout = SystemClock(), Layout()
    screen = Screen(Console(), clock)
    began, load = clock.now(), machine.load()
    try:
        versions = machine.versions(layout.engine_python)
        with tempfile.TemporaryDirectory(prefix="what-matters-understanding-") as folder:
            trainer = Trainer(layout, Path(folder), screen, clock)
            if public_set:
                measured = public.measure(public_set, lines, layout, trainer, screen)
            else:
                of_each = min(lines, 5) if quick else lines
                measured = tables(measure(QUICK if quick else FULL, of_each, layout, trainer, screen))
        minutes = (clock.now() - began) / 60
        measured = [
            f"Measured on {datetime.now(UTC):%d %B %Y} on {machine.in_words()}, in {minutes:.0f} minutes.",
            f"Load average {load:.1f} before the run and {machine.load():.1f} at its end. {versions}.",
            "",
            *measured,
        ]
        if write:
            report.write(layout.root / "docs" / "benchmarks.md", measured, BEGIN, END)
    except (BenchError, EncoderError) as error:
        screen.say(str(error))
        raise typer.Exit(1) from error
    screen.say("\n".join(["", *measured]))


if __name__ == "__main__":
    typer.run(main)
