"""Who may do what: one rule for each kind of page. A person's consent decides first; no role overrides it.

A rule for pages that show a person's words is held in a team. Nobody who is an administrator passes such a rule, and
none of the other rules leads to words.
"""

from dataclasses import dataclass

from bot.model.staff import Role, Staff


@dataclass(frozen=True, slots=True)
class Rule:
    """Lets through whoever holds one of the roles; `of_team` counts only roles held in a team.

    A rule without roles lets nobody through, so that one made by mistake opens nothing.
    """

    name: str
    roles: frozenset[Role]
    of_team: bool = False
    without_role: bool = False
    """Whether being signed in is enough, with no role at all."""
    signed_out: bool = False
    """Whether the page is for people who are not signed in too: signing in, and nothing else."""

    def allows(self, staff: Staff, team: str = "") -> bool:
        """Say whether this member of staff may; `team` is the one the address names, if it names one."""
        if self.without_role or self.signed_out:
            return True
        if self.of_team and staff.has(Role.ADMINISTRATOR):
            return False
        return any(self._fits(grant.team, team) for grant in staff.grants if grant.role in self.roles)

    def _fits(self, held_in: str, team: str) -> bool:
        if not self.of_team:
            return True
        return bool(held_in) and team in {"", held_in}


ANYBODY = Rule("anybody", frozenset(), signed_out=True)
"""For the pages on which one signs in."""
ANYBODY_SIGNED_IN = Rule("anybody signed in", frozenset(), without_role=True)
TEAM_READERS = Rule("team readers", frozenset({Role.REVIEWER, Role.TEAM_LEAD}), of_team=True)
TEAM_LEADS = Rule("team leads", frozenset({Role.TEAM_LEAD}), of_team=True)
DIRECTORY = Rule("directory", frozenset({Role.VOLUNTEER, Role.DIRECTORY_EDITOR}))
DIRECTORY_EDITORS = Rule("directory editors", frozenset({Role.DIRECTORY_EDITOR}))
ADMINISTRATORS = Rule("administrators", frozenset({Role.ADMINISTRATOR}))

RULES = (ANYBODY, ANYBODY_SIGNED_IN, TEAM_READERS, TEAM_LEADS, DIRECTORY, DIRECTORY_EDITORS, ADMINISTRATORS)
NEVER_WITH_ADMINISTRATOR = frozenset({Role.REVIEWER, Role.TEAM_LEAD})
"""Roles that read words. One account never holds one of them and administrator."""
REST_AFTER_RESET = NEVER_WITH_ADMINISTRATOR | {Role.ADMINISTRATOR}
"""Roles that read words, or look after accounts. They rest once an administrator has reset the account."""
