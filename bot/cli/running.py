"""Commands that start it, talk with it and train it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import BAD_INPUT, open_screen, read_settings

if TYPE_CHECKING:
    from bot.launch.screen import Screen

commands = typer.Typer()


@commands.command()
def run(
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing (it never does).")] = False,
) -> None:
    """Set up, train if needed, start everything and keep it running until Ctrl-C."""
    from bot.launch import run as launcher
    from bot.launch.clock import SystemClock
    from bot.launch.layout import Layout

    del no_input
    settings = read_settings()
    raise typer.Exit(launcher.run(settings, Layout(encoder=settings.encoder_dir), open_screen(), SystemClock()))


@commands.command()
def talk(
    url: Annotated[str, typer.Option(help="Address of a running copy, if not the one set here.")] = "",
    new: Annotated[bool, typer.Option("--new", help="Start afresh; the earlier talk cannot be opened again.")] = False,
) -> None:
    """Talk in this terminal, carrying on where you stopped; starts a copy for the time if none is running."""
    from bot.channels.terminal import KeptSession
    from bot.channels.terminal import talk as talk_with
    from bot.launch.clock import SystemClock
    from bot.launch.run import show_failure
    from bot.launch.talk import StartError, is_there, started

    settings, screen = read_settings(), open_screen(stderr=True)
    address = url.rstrip("/") or settings.local_url
    kept = KeptSession(settings.data_dir / "terminal-session", address)
    if is_there(address):
        talk_with(address, kept=kept, new=new)
        return
    if url:
        screen.say(f"Nothing answers at {address}.")
        raise typer.Exit(1)
    try:
        with started(settings, screen, SystemClock()) as address:
            talk_with(address, kept=kept, new=new)
    except StartError as error:
        show_failure(error, error.lines, screen)
        raise typer.Exit(1) from None


@commands.command()
def classify() -> None:
    """Say what the assistant would act on: JSON lines in, the same out with intent, confidence, safety."""
    from bot.launch.classify import EngineStoppedError, LineError
    from bot.launch.classify import classify as classify_lines
    from bot.launch.layout import Layout
    from bot.launch.run import show_failure

    settings, screen = read_settings(), open_screen(stderr=True)
    model = _model(screen)
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        for line in classify_lines(iter(sys.stdin.readline, ""), model, Layout(encoder=settings.encoder_dir)):
            sys.stdout.buffer.write(line.encode() + b"\n")
            sys.stdout.buffer.flush()
    except LineError as error:
        screen.say(str(error))
        raise typer.Exit(BAD_INPUT) from None
    except EngineStoppedError as error:
        show_failure(error, error.lines, screen)
        raise typer.Exit(1) from None


@commands.command()
def train() -> None:
    """Train the language model, unless the one there is fresh."""
    screen = open_screen()
    screen.say(f"The model is ready: {_model(screen)}")


def _model(screen: "Screen") -> Path:
    """The fresh model, trained now if need be; ends the program where that fails."""
    from bot.launch.clock import SystemClock
    from bot.launch.layout import Layout
    from bot.launch.models import TrainingError, ensure_model
    from bot.launch.run import show_failure

    try:
        return ensure_model(Layout(encoder=read_settings().encoder_dir), screen, SystemClock(), lambda: False)
    except TrainingError as error:
        show_failure(error, error.lines, screen)
        raise typer.Exit(1) from None
