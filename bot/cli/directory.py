"""Commands for the directory of support services."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.console import BAD_INPUT, open_screen, read_settings

directory = typer.Typer(
    help="Take services into the directory, or give them out: HSDS 3, UK profile, as JSON or CSV.", no_args_is_help=True
)


@directory.command("import")
def take_in(
    path: Annotated[Path, typer.Argument(help="A .json file, a folder of CSV files, or a .zip of them.")],
) -> None:
    """Take services in: all of the file, or nothing of it where anything is wrong."""
    from bot.launch.directory import take_in as take
    from bot.launch.store import StoreError

    screen = open_screen()
    try:
        report = take(read_settings(), path)
    except StoreError as error:
        screen.say(f"{error.problem.what}\n    {error.problem.mend}")
        raise typer.Exit(1) from None
    for line in report.lines():
        screen.say(line)
    raise typer.Exit(0 if report.is_done else BAD_INPUT)


@directory.command("export")
def give_out(
    path: Annotated[Path, typer.Argument(help="Where to: a .json file, a .zip, or a folder for CSV files.")],
) -> None:
    """Give out every service, also those that are held back or closed."""
    from bot.launch.directory import give_out as give
    from bot.launch.store import StoreError

    screen = open_screen()
    try:
        count = give(read_settings(), path)
    except StoreError as error:
        screen.say(f"{error.problem.what}\n    {error.problem.mend}")
        raise typer.Exit(1) from None
    screen.say(f"Services written: {count}")
