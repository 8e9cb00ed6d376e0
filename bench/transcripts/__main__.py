"""The command: `python -m bench.transcripts`, with `--write` to put the conversations into docs/conversations."""

import asyncio
import signal
import tempfile
from pathlib import Path
from typing import Annotated

import httpx
import typer
from rich.console import Console

from bench.errors import BenchError
from bench.transcripts.run import hold
from bench.transcripts.script import scripts
from bot.launch.clock import SystemClock
from bot.launch.layout import Layout
from bot.launch.models import TrainingError
from bot.launch.screen import Screen


def main(
    write: Annotated[bool, typer.Option("--write", help="Put them into docs/conversations.")] = False,
    only: Annotated[str, typer.Option("--only", help="Those whose name begins so, such as 03.")] = "",
) -> None:
    """Hold the conversations of bench/transcripts/scripts with this assistant, and print them. Takes some minutes."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a polite kill cleans up as Ctrl-C does
    clock, layout = SystemClock(), Layout()
    screen = Screen(Console(stderr=True), clock)
    chosen = [script for script in scripts() if script.name.startswith(only)]
    if not chosen:
        raise typer.BadParameter(f"no script begins with {only!r}")
    try:
        with tempfile.TemporaryDirectory(prefix="what-matters-transcripts-") as folder:
            pages = asyncio.run(hold(chosen, layout, Path(folder), screen, clock))
    except (BenchError, TrainingError, httpx.HTTPError) as error:
        screen.say(str(error))
        raise typer.Exit(1) from error
    for name, page in pages.items():
        if write:
            (layout.root / "docs" / "conversations" / f"{name}.md").write_text(page, encoding="utf-8")
        else:
            typer.echo(page)


if __name__ == "__main__":
    typer.run(main)
