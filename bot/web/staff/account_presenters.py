"""Turns accounts, roles, teams and sessions into what the templates loop over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.accounts.account import Account, Standing
from bot.accounts.sessions import OpenSession
from bot.model.dates import in_words, with_time
from bot.model.staff import Grant, Role, Staff, Team

ROLES = {
    Role.REVIEWER: "Reviewer",
    Role.TEAM_LEAD: "Team lead",
    Role.VOLUNTEER: "Volunteer",
    Role.DIRECTORY_EDITOR: "Directory editor",
    Role.ADMINISTRATOR: "Administrator",
}
STANDINGS = {
    Standing.INVITED: "Not set up yet",
    Standing.LINK_ENDED: "Not set up; the link has ended",
    Standing.READY: "In use",
    Standing.WAITING: "Waits after 5 wrong tries",
    Standing.DISABLED: "Disabled",
}
RESTS = "{role} (rests)"
OF_A_TEAM = "a team that is not known"
ROLES_REST = (
    "Your account was reset, so your roles rest until somebody has said that it is you.",
    "Speak with a lead of your team, with an administrator who did not reset it, or with whoever runs this service.",
)
OWN = "This is your own account. Another administrator can change it."


@dataclass(frozen=True, slots=True)
class SessionView:
    """One browser. `ends` holds the handle for ending it, or nothing for the one in use."""

    name: str
    started: str
    last_used: str
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnView:
    """My account. `codes_left` holds a sentence, or nothing for those who have no password here.

    `rests` holds what to do about roles that rest, or nothing.
    """

    name: str
    email: str
    roles: tuple[str, ...]
    done: tuple[str, ...]
    codes_left: tuple[str, ...]
    sessions: tuple[SessionView, ...]
    rests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountRowView:
    """One account in the list."""

    href: str
    name: str
    email: str
    standing: str
    roles: tuple[str, ...]
    last_sign_in: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role that is held, and what the form for taking it away sends."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account. `changes` holds its address when it may be changed here, and is empty for one's own."""

    name: str
    address: str
    facts: tuple[tuple[str, str], ...]
    roles: tuple[RoleView, ...]
    changes: tuple[str, ...]
    can_disable: tuple[str, ...]
    kept: tuple[str, ...]
    choices: tuple[dict[str, str], ...]


def role_in_words(grant: Grant, teams: Mapping[str, str]) -> str:
    """Return a role with its team. `teams` are the names of all teams by their ids."""
    return f"{ROLES[grant.role]}, {teams.get(grant.team, OF_A_TEAM)}" if grant.team else ROLES[grant.role]


def present_own(
    staff: Staff,
    teams: Mapping[str, str],
    sessions: Sequence[OpenSession],
    codes_left: int,
    *,
    has_password: bool,
    done: str,
) -> OwnView:
    left = f"You have {codes_left} recovery {'code' if codes_left == 1 else 'codes'} left."
    held = tuple(role_in_words(grant, teams) for grant in staff.grants)
    resting = tuple(RESTS.format(role=role_in_words(grant, teams)) for grant in staff.resting)
    return OwnView(
        name=staff.name,
        email=staff.email,
        roles=(*held, *resting) or ("No role yet",),
        done=(done,) if done else (),
        codes_left=(left,) if has_password else (),
        sessions=tuple(_session(each) for each in sessions),
        rests=ROLES_REST if resting else (),
    )


def present_row(account: Account, teams: Mapping[str, str]) -> AccountRowView:
    return AccountRowView(
        href=f"/staff/accounts/{account.id}",
        name=account.name,
        email=account.email,
        standing=_state(account),
        roles=tuple(role_in_words(grant, teams) for grant in account.grants),
        last_sign_in=_moment(account.last_sign_in_at),
    )


def present_account(
    account: Account, open_teams: Sequence[Team], teams: Mapping[str, str], *, own: bool
) -> AccountView:
    """Return one account. `open_teams` are those in which a role can be given, `teams` the names of all."""
    facts = (
        ("Email address", account.email),
        ("State", _state(account)),
        ("Added", in_words(account.created_at)),
        ("Last signed in", _moment(account.last_sign_in_at)),
    )
    address = f"/staff/accounts/{account.id}"
    return AccountView(
        name=account.name,
        facts=facts,
        roles=tuple(RoleView(role_in_words(grant, teams), role_value(grant)) for grant in account.grants),
        address=address,
        changes=() if own else (address,),
        can_disable=() if own or account.standing is Standing.DISABLED else (address,),
        kept=(OWN,) if own else (),
        choices=role_choices(open_teams),
    )


def role_choices(teams: Sequence[Team]) -> tuple[dict[str, str], ...]:
    """Return every role that can be given, once for each team where it is held in one."""
    of_teams = [Grant(role, team.id) for team in teams for role in Role if role.of_a_team]
    everywhere = [Grant(role) for role in Role if not role.of_a_team]
    names = {team.id: team.name for team in teams}
    return tuple(
        {"value": role_value(grant), "text": role_in_words(grant, names)} for grant in [*of_teams, *everywhere]
    )


def role_value(grant: Grant) -> str:
    return f"{grant.role.value}:{grant.team}"


def read_role(sent: str) -> Grant | None:
    """Return the role that a form names, or nothing when it names none."""
    role, _, team = sent.partition(":")
    return Grant(Role(role), team) if role in set(Role) else None


def _state(account: Account) -> str:
    return f"{STANDINGS[account.standing]}. Its roles rest" if account.rests else STANDINGS[account.standing]


def _session(each: OpenSession) -> SessionView:
    return SessionView(
        name="This browser" if each.is_this_one else "Another browser",
        started=with_time(each.started_at),
        last_used=with_time(each.last_used_at),
        ends=() if each.is_this_one else (each.handle,),
    )


def _moment(moment: datetime | None) -> str:
    return with_time(moment) if moment else "Never"
