"""Who is signed in on the staff site, and what their roles are. Nothing of the people who chat."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do. Reviewer and team lead belong to a team; the others hold everywhere."""

    REVIEWER = "reviewer"
    TEAM_LEAD = "team_lead"
    VOLUNTEER = "volunteer"
    DIRECTORY_EDITOR = "directory_editor"
    ADMINISTRATOR = "administrator"

    @property
    def of_a_team(self) -> bool:
        """Whether the role is held in one team."""
        return self in {Role.REVIEWER, Role.TEAM_LEAD}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role, and the team it is held in ("" where it holds everywhere)."""

    role: Role
    team: str = ""


@dataclass(frozen=True, slots=True)
class Reset:
    """One time an account was reset. `by` is the name of who did it; "" is whoever runs the machine."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody signed in with both factors. `id` is the account's.

    `resting` roles open nothing until somebody has said that whoever set the account up anew is its owner. `resets`
    are those that they have not said they saw.
    """

    id: str
    name: str
    email: str
    grants: tuple[Grant, ...]
    resting: tuple[Grant, ...] = ()
    resets: tuple[Reset, ...] = ()

    def has(self, *roles: Role) -> bool:
        """Say whether one of these roles is held, in any team."""
        return any(grant.role in roles for grant in self.grants)

    @property
    def teams(self) -> tuple[str, ...]:
        """The ids of the teams whose inbox this is."""
        return tuple(dict.fromkeys(grant.team for grant in self.grants if grant.role.of_a_team))


@dataclass(frozen=True, slots=True)
class Team:
    """A team that people can share with. `answers_within` is days."""

    id: str
    name: str
    answers_within: int
