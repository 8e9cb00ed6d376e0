"""What the pages of a team are handed, and the two answers that all of them give alike."""

from typing import Protocol

from starlette.responses import Response

from bot.accounts.history import Event
from bot.accounts.resting import Waiting
from bot.model.clock import Clock
from bot.model.staff import Team
from bot.pages.environment import page_title
from bot.pages.facts import SiteFacts
from bot.web.staff.frame import StaffPages, present_frame
from bot.web.staff.own_words import once_more, words_in
from bot.web.staff.team_pages import TeamPages
from bot.web.staff.visit import Visit

NOT_SHARED = "This is no longer shared with your team"


class Teams(Protocol):
    """Knows the teams, and what their leads see of the accounts in them. The real one is `bot.accounts.accounts`."""

    def teams(self) -> tuple[Team, ...]: ...

    def resting_in(self, team: str) -> tuple[Waiting, ...]: ...

    def news_of(self, team: str) -> tuple[Event, ...]: ...

    def confirm(self, account: str, actor: str, reset: int | None = None) -> None:
        """Say that an account is in its owner's hands after the reset of this number. Raises MayNotConfirmError."""
        ...


class TeamServices(Protocol):
    """What these pages are handed."""

    @property
    def settings(self) -> SiteFacts: ...

    @property
    def team_pages(self) -> TeamPages: ...

    @property
    def accounts(self) -> Teams: ...

    @property
    def clock(self) -> Clock: ...


class TeamRenderer:
    """Renders the pages of a team within the frame of the staff site."""

    def __init__(self, services: TeamServices) -> None:
        self._pages = StaffPages(services.settings)
        self._accounts = services.accounts

    def render(self, visit: Visit, template: str, *, title: str, status: int = 200, **view: object) -> Response:
        frame = present_frame(visit.staff, visit.csrf, _within_inbox(visit.request.url.path))
        return self._pages.render(frame, template, title=title, status=status, **view)

    def not_shared(self, visit: Visit) -> Response:
        """Return the same page whether it was stopped, has ended, belongs to another team or never was.

        What the visitor was writing is on it once more; nothing of the person's is.
        """
        title, own = page_title(NOT_SHARED, error=True), once_more(words_in(visit.form))
        return self.render(visit, "staff/not_shared.jinja", title=title, status=404, heading=NOT_SHARED, written=own)

    def teams_of(self, visit: Visit) -> tuple[Team, ...]:
        """Return the teams whose words this member of staff may read, by name."""
        own = set(visit.staff.teams)
        return tuple(sorted((team for team in self._accounts.teams() if team.id in own), key=lambda team: team.name))

    def team_name(self, team: str) -> str:
        return next((each.name for each in self._accounts.teams() if each.id == team), "")


def _within_inbox(path: str) -> str:
    """Return where a page stands: one person's page is a part of the inbox that led there."""
    return path.replace("/staff/shared/", "/staff/inbox/", 1)
