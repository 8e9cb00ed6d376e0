"""Commands that look after a copy: its store, invented people to look at, and what is wrong with it."""

import os

import typer

from bot.cli.console import open_screen, read_settings

commands = typer.Typer()


@commands.command()
def migrate() -> None:
    """Bring the record store up to date; make it, and its key, if there is none."""
    from bot.launch import preflight
    from bot.launch.run import show_problems
    from bot.launch.store import StoreError, prepare_store

    settings, screen = read_settings(), open_screen()
    os.umask(0o077)
    problems = [*preflight.check_data_dir(settings.data_dir), *preflight.check_key_file(settings.key_file)]
    try:
        if not problems:
            prepare_store(settings)
    except StoreError as error:
        problems = [error.problem]
    if problems:
        show_problems(problems, screen)
        raise typer.Exit(1)
    screen.say("The record store is up to date.")


@commands.command()
def demo() -> None:
    """Fill a new store with invented people, teams, services and accounts, to look at."""
    from bot.launch.demo.fill import NotEmptyError, fill
    from bot.launch.run import show_problems
    from bot.launch.store import StoreError

    settings, screen = read_settings(), open_screen()
    os.umask(0o077)
    try:
        invited = fill(settings, screen.say)
    except NotEmptyError as error:
        screen.say(str(error))
        screen.say("Set WHATMATTERS_DATA_DIR to a new folder, and run this again. Nothing was changed.")
        raise typer.Exit(1) from None
    except StoreError as error:
        show_problems([error.problem], screen)
        raise typer.Exit(1) from None
    screen.say("Invented people are in the store. Start it with: what-matters run")
    screen.say("Set up an account by opening its address, within three days:")
    for one in invited:
        screen.say(f"  {one.name}, {one.role}: {settings.public_url}/staff/set-up/{one.link}")


@commands.command()
def doctor() -> None:
    """Look at everything a start needs, and say how to mend what is wrong."""
    from bot.launch.doctor import examine
    from bot.launch.layout import Layout

    settings, screen, healthy = read_settings(), open_screen(), True
    for finding in examine(settings, Layout(encoder=settings.encoder_dir), os.environ):
        healthy = healthy and not finding.problems
        mark = "MEND" if finding.problems else "ok"
        screen.say(f"{mark:<4}  {finding.subject}" + (f": {finding.note}" if finding.note else ""))
        for problem in finding.problems:
            screen.say(f"      {problem.what}\n      {problem.mend}")
    screen.say("All is well." if healthy else "Something is to be mended, see above.")
    raise typer.Exit(0 if healthy else 1)
