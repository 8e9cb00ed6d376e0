"""What every command needs: the screen, the settings, and plain words where something cannot be done."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.launch.screen import Screen
    from bot.settings import Settings

BAD_INPUT = 2


def open_screen(*, stderr: bool = False) -> "Screen":
    from rich.console import Console

    from bot.launch.clock import SystemClock
    from bot.launch.screen import Screen

    return Screen(Console(stderr=stderr), SystemClock())


def read_settings() -> "Settings":
    """The settings. Ends the program with a line for each that cannot be used, without its value."""
    from pydantic import ValidationError

    from bot.settings import PREFIX, Settings

    try:
        return Settings()
    except ValidationError as error:
        screen = open_screen(stderr=True)
        for problem in error.errors(include_input=False, include_url=False):
            name = f"{PREFIX}{str(problem['loc'][0]).upper()}" if problem["loc"] else "Settings"
            screen.say(f"{name}: {problem['msg']}")
        raise typer.Exit(BAD_INPUT) from None


@contextmanager
def told_plainly() -> "Iterator[Screen]":
    """Gives the screen, and ends the program with one sentence where something cannot be done."""
    from bot.launch.complaints import ComplaintsError
    from bot.launch.staff import StaffCommandError

    try:
        yield open_screen()
    except (StaffCommandError, ComplaintsError) as error:
        open_screen(stderr=True).say(str(error))
        raise typer.Exit(1) from None
