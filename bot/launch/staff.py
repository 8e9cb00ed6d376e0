"""`what-matters staff` and `what-matters team`: accounts and teams, by whoever runs the machine."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from sqlalchemy.exc import SQLAlchemyError

from bot.accounts.accounts import AccountError, Accounts, UnknownAccountError
from bot.accounts.events import COMMAND_LINE
from bot.accounts.grants import GrantError
from bot.accounts.names import EmailError
from bot.accounts.resting import MayNotConfirmError
from bot.accounts.teams import TeamError, UnknownTeamError
from bot.launch.preflight import check_data_dir, check_key_file
from bot.launch.store import StoreError, is_ready, prepare_store
from bot.model.clock import SystemClock
from bot.model.staff import Grant, Role
from bot.settings import Settings
from bot.store.crypto import KeyFileError
from bot.store.database import connect
from bot.store.keys import open_key_file
from bot.store.transaction import Transaction

SET_UP = "/staff/set-up/"


class StaffCommandError(Exception):
    """It cannot be done; the message says why, and what to do."""


def add_account(settings: Settings, email: str, name: str, roles: Sequence[str], team: str) -> str:
    """Add an account; return the address at which its owner sets it up, once. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        grants = tuple(_grant(accounts, role, team) for role in roles)
        _account, link = accounts.add(email, name, COMMAND_LINE, grants)
    return f"{settings.public_url}{SET_UP}{link}"


def list_accounts(settings: Settings) -> list[tuple[str, str, str, str]]:
    """Return email address, name, roles and standing of every account. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        teams = accounts.team_list.names()
        return [
            (
                account.email,
                account.name,
                ", ".join(_in_words(grant, teams) for grant in account.grants) or "no role",
                f"{account.standing.value}, its roles rest" if account.rests else account.standing.value,
            )
            for account in accounts.all()
        ]


def confirm_account(settings: Settings, email: str) -> None:
    """Let the roles of an account count again that an administrator had reset. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        accounts.confirm(accounts.id_of(email), COMMAND_LINE)


def disable_account(settings: Settings, email: str) -> None:
    """Disable an account, and end its sessions at once. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        accounts.disable(accounts.id_of(email), COMMAND_LINE)


def reset_account(settings: Settings, email: str) -> str:
    """Take away password and phone; return the address at which they are set up anew. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        link = accounts.reset(accounts.id_of(email), COMMAND_LINE)
    return f"{settings.public_url}{SET_UP}{link}"


def add_team(settings: Settings, name: str, answers_within: int) -> None:
    """Add a team that people can share with. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        accounts.add_team(name, answers_within)


def list_teams(settings: Settings) -> list[tuple[str, int]]:
    """Return the name of every team, and the days within which it answers. Raises StaffCommandError."""
    with _accounts(settings) as accounts:
        return [(team.name, team.answers_within) for team in accounts.teams()]


@contextmanager
def _accounts(settings: Settings) -> Iterator[Accounts]:
    """The accounts of the store, which is made if there is none. What goes wrong is told in plain words."""
    os.umask(0o077)
    for problem in (*check_data_dir(settings.data_dir), *check_key_file(settings.key_file)):
        raise StaffCommandError(f"{problem.what} {problem.mend}")
    try:
        if not is_ready(settings):
            prepare_store(settings)
        keys = open_key_file(settings.key_file)
        database = connect(settings.database_url)
        clock = SystemClock()
        try:
            yield Accounts(partial(Transaction, database, clock), keys, clock)
        finally:
            database.dispose()
    except (EmailError, AccountError, GrantError, TeamError, KeyFileError) as error:
        raise StaffCommandError(str(error)) from error
    except MayNotConfirmError as error:
        raise StaffCommandError(
            "Its owner has not set it up anew yet. Wait until they have, and speak with them."
        ) from error
    except UnknownAccountError as error:
        raise StaffCommandError("There is no account with that email address.") from error
    except UnknownTeamError as error:
        raise StaffCommandError("There is no such team. See them with: what-matters team list") from error
    except StoreError as error:
        raise StaffCommandError(f"{error.problem.what} {error.problem.mend}") from error
    except SQLAlchemyError as error:
        # The error's own text may hold the address of the database with its password.
        raise StaffCommandError(f"The record store did not take it ({type(error).__name__}). Try again.") from error


def _grant(accounts: Accounts, role: str, team: str) -> Grant:
    wanted = role.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted not in set(Role):
        names = ", ".join(each.value.replace("_", "-") for each in Role)
        raise StaffCommandError(f"There is no role {role!r}. The roles are: {names}.")
    found = Role(wanted)
    if not found.of_a_team:
        return Grant(found)
    if not team:
        raise StaffCommandError(f"A {role} belongs to a team. Name it with --team.")
    fitting = [each.id for each in accounts.teams() if each.name.lower() == team.strip().lower()]
    if not fitting:
        raise UnknownTeamError
    return Grant(found, fitting[0])


def _in_words(grant: Grant, teams: Mapping[str, str]) -> str:
    name = grant.role.value.replace("_", " ")
    return f"{name} in {teams.get(grant.team, 'an unknown team')}" if grant.team else name
