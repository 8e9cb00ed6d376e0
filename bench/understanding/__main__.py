"""The command: `python -m bench.understanding`, with `--write` to put the figures into docs/benchmarks.md."""

from pathlib import Path
from typing import Annotated

import typer

from bench import command
from bench.understanding import public
from bench.understanding.run import FULL, QUICK, measure
from bench.understanding.tables import BEGIN, END, tables
from bench.understanding.training import Trainer
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

    def understanding(layout: Layout, folder: Path, screen: Screen, clock: SystemClock) -> list[str]:
        trainer = Trainer(layout, folder, screen, clock)
        if public_set:
            return public.measure(public_set, lines, layout, trainer, screen)
        of_each = min(lines, 5) if quick else lines
        return tables(measure(QUICK if quick else FULL, of_each, layout, trainer, screen))

    command.run(understanding, (BEGIN, END) if write else None)


if __name__ == "__main__":
    typer.run(main)
