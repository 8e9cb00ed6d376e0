"""Commands for the texts about living and dying well."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import BAD_INPUT, open_screen

if TYPE_CHECKING:
    from bot.model.information import Library

information = typer.Typer(help="The texts about living and dying well, in data/information.", no_args_is_help=True)


@information.command("check")
def information_check() -> None:
    """Look for faults in the texts, and list those past their review date. Ends with 1 where there are any."""
    from bot.information.report import lines_of_check
    from bot.model.clock import SystemClock

    screen, library, today = open_screen(), _library(), SystemClock().now().date()
    for line in lines_of_check(library, today):
        screen.say(line)
    raise typer.Exit(1 if library.past_review(today) else 0)


@information.command("show")
def information_show(
    need: Annotated[str, typer.Argument(help="The name of its file, without .yml; or a question such as ask_lpa.")],
) -> None:
    """Show one text as people get it, with all that stands behind its buttons."""
    from bot.information.report import lines_of

    screen, library = open_screen(), _library()
    text = library.about(need) or library.answering(need)
    if text is None:
        screen.say(f"There is no text {need}. There are: {', '.join(each.id for each in library.texts)}")
        raise typer.Exit(BAD_INPUT)
    for line in lines_of(text):
        screen.say(line)


def _library() -> "Library":
    """The texts. Ends the program with a line for each fault in them."""
    from bot.information.loader import InformationError, read_information

    try:
        return read_information()
    except InformationError as error:
        open_screen(stderr=True).say(str(error))
        raise typer.Exit(BAD_INPUT) from None
