"""Commands for the key file."""

import typer

from bot.cli.console import open_screen, read_settings

key = typer.Typer(help="The key file, which opens every person's own key.", no_args_is_help=True)


@key.command()
def rotate() -> None:
    """Change the key: a new one takes the place of the old. Stop this copy first; if it is cut off, run it again."""
    from datetime import UTC, datetime

    from bot.launch.key_rotation import rotate as change
    from bot.launch.run import show_problems
    from bot.launch.store import StoreError, closed_store

    settings, screen = read_settings(), open_screen()
    try:
        with closed_store(settings) as database, screen.waiting("Changing the key") as waiting:
            done = change(
                database,
                settings.key_file,
                datetime.now(UTC).date(),
                lambda rows, total: waiting.tick(f"{rows:,} of {total:,}"),
            )
    except StoreError as error:
        show_problems([error.problem], screen)
        raise typer.Exit(1) from None
    screen.say(f"The key is changed. It opens {done.rows:,} keys and secrets now.")
    if done.damaged:
        screen.say(f"{done.damaged:,} opened with neither key. They were damaged before; nothing was done to them.")
    screen.say(f"The old key is {done.old_key}. Backups of the store made before now open with it alone.")
    screen.say("Move it to where you keep those, or delete it when they are gone. Back up the new key today.")
