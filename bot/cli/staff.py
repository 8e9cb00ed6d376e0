"""Commands for people who work here, and their teams."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.console import read_settings, told_plainly

if TYPE_CHECKING:
    from bot.launch.screen import Screen

staff = typer.Typer(help="Accounts of people who work here.", no_args_is_help=True)
team = typer.Typer(help="Teams that people can share with.", no_args_is_help=True)


@staff.command("add")
def staff_add(
    email: Annotated[str, typer.Argument(help="Their email address at work.")],
    name: Annotated[str, typer.Option(help="Their name, as people who share will see it.")],
    role: Annotated[
        list[str] | None,
        typer.Option(help="reviewer, team-lead, volunteer, directory-editor or administrator; may be repeated."),
    ] = None,
    in_team: Annotated[str, typer.Option("--team", help="The team, for a reviewer or team lead.")] = "",
) -> None:
    """Add an account, and print the address at which its owner sets it up: once, within 3 days."""
    from bot.launch.staff import add_account

    with told_plainly() as screen:
        _show_link(screen, add_account(read_settings(), email, name, role or [], in_team))


@staff.command("list")
def staff_list() -> None:
    """Show every account with its roles."""
    from bot.launch.staff import list_accounts

    with told_plainly() as screen:
        for account in list_accounts(read_settings()):
            screen.say("  ".join(account))


@staff.command("disable")
def staff_disable(email: Annotated[str, typer.Argument(help="Whose account.")]) -> None:
    """Disable an account, and sign its owner out everywhere at once."""
    from bot.launch.staff import disable_account

    with told_plainly() as screen:
        disable_account(read_settings(), email)
        screen.say("The account is disabled. Every session of it has ended.")


@staff.command("reset")
def staff_reset(email: Annotated[str, typer.Argument(help="Whose account.")]) -> None:
    """Take away password, phone and recovery codes, and print a new set-up address. Opens a disabled account again."""
    from bot.launch.staff import reset_account

    with told_plainly() as screen:
        _show_link(screen, reset_account(read_settings(), email))


@staff.command("confirm")
def staff_confirm(email: Annotated[str, typer.Argument(help="Whose account.")]) -> None:
    """Say that an account which an administrator reset is in its owner's hands, so that its roles count again.

    Speak with them first. A lead of their team, or another administrator, can do the same on the staff site.
    """
    from bot.launch.staff import confirm_account

    with told_plainly() as screen:
        confirm_account(read_settings(), email)
        screen.say("The roles of the account count again.")


@team.command("add")
def team_add(
    name: Annotated[str, typer.Argument(help="As the people who share would know it.")],
    answers_within: Annotated[int, typer.Option(help="Days within which the team answers; people are told.")] = 7,
) -> None:
    """Add a team."""
    from bot.launch.staff import add_team

    with told_plainly() as screen:
        add_team(read_settings(), name, answers_within)
        screen.say("The team is added. People can choose it when they share.")


@team.command("list")
def team_list() -> None:
    """Show every team."""
    from bot.launch.staff import list_teams

    with told_plainly() as screen:
        for name, days in list_teams(read_settings()):
            screen.say(f"{name}  answers within {days} days")


def _show_link(screen: "Screen", address: str) -> None:
    screen.say("Give this address to the owner of the account. It works once, for 3 days:")
    screen.say(address)
