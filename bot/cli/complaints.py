"""Commands for what people said of it: what was not right, and whether it was useful."""

import sys
from typing import Annotated

import typer

from bot.cli.console import read_settings, told_plainly

commands = typer.Typer()
complaints = typer.Typer(help="What people said was not right, and the answers.", no_args_is_help=True)


@commands.command()
def feedback() -> None:
    """Show how often each answer to "was this useful" was given; under 5 no number is shown."""
    from bot.launch.complaints import feedback_counts

    with told_plainly() as screen:
        for answer, count in feedback_counts(read_settings()).items():
            screen.say(f"{answer}: {count}")


@commands.command()
def themes() -> None:
    """Show under which headings people wrote, of those who said yes to being counted; under 5 no number is shown."""
    from bot.launch.complaints import theme_counts

    with told_plainly() as screen:
        for heading, count in theme_counts(read_settings()).items():
            screen.say(f"{heading}: {count}")


@complaints.command("list")
def complaints_list(
    waiting: Annotated[bool, typer.Option("--waiting", help="Only those without an answer; nothing if none.")] = False,
) -> None:
    """Show what was sent: ids and dates, and no word of it."""
    from bot.launch.complaints import list_complaints

    with told_plainly() as screen:
        for each in list_complaints(read_settings(), waiting=waiting):
            answered = f"answered {each.answered_at:%Y-%m-%d}" if each.answered_at else f"due {each.due_at:%Y-%m-%d}"
            screen.say(f"{each.id}  sent {each.sent_at:%Y-%m-%d}  {answered}")


@complaints.command("show")
def complaints_show(complaint: Annotated[str, typer.Argument(help="The id, from the list.", metavar="ID")]) -> None:
    """Show the words of one. That it was read is noted in the audit."""
    from bot.launch.complaints import show_complaint

    with told_plainly() as screen:
        shown = show_complaint(read_settings(), complaint)
        screen.say(f"To {shown.who}, due {shown.due_at:%Y-%m-%d}")
        screen.say(shown.words)
        if shown.answer:
            screen.say(f"Answered: {shown.answer}")


@complaints.command("answer")
def complaints_answer(complaint: Annotated[str, typer.Argument(help="The id, from the list.", metavar="ID")]) -> None:
    """Answer one, in words read from standard input. The person reads it when they are next here."""
    from bot.launch.complaints import answer_complaint

    with told_plainly() as screen:
        answer_complaint(read_settings(), complaint, sys.stdin.read())
        screen.say("It is answered. The person is told when they next write.")
