"""The command line, `what-matters`: each command reads the settings and hands over to what does the work."""

import typer

from bot.cli.audit import audit
from bot.cli.complaints import commands as feedback
from bot.cli.complaints import complaints
from bot.cli.directory import directory
from bot.cli.information import information
from bot.cli.keys import key
from bot.cli.running import commands as running
from bot.cli.staff import staff, team
from bot.cli.upkeep import commands as upkeep

app = typer.Typer(
    name="what-matters",
    help="What Matters: helps people say, write down and share what matters to them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # locals may hold a person's words or a secret
)
for commands in (running, upkeep, feedback):
    app.add_typer(commands)
for name, group in {
    "audit": audit,
    "directory": directory,
    "information": information,
    "staff": staff,
    "team": team,
    "complaints": complaints,
    "key": key,
}.items():
    app.add_typer(group, name=name)
