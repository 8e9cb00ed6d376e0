"""The addresses of the inbox: what was shared with a team, by why it is here."""

from starlette.responses import RedirectResponse, Response

from bot.pages.environment import page_title
from bot.stages.team_pages import NotSharedError
from bot.web.staff.guard import Guarded, Visit
from bot.web.staff.inbox_presenters import NO_TEAM, inbox_address, present_inbox, present_teams, read_page, read_state
from bot.web.staff.team_services import TeamRenderer, TeamServices


class InboxViews:
    """Shows the inboxes of the teams somebody belongs to."""

    def __init__(self, services: TeamServices, pages: TeamRenderer) -> None:
        self._services = services
        self._pages = pages

    def add_to(self, readers: Guarded) -> None:
        readers.get("/staff/inbox", self.start)
        readers.get("/staff/inbox/{team}", self.show)

    def start(self, visit: Visit) -> Response:
        """Lead to the one inbox, or offer those there are."""
        teams = self._pages.teams_of(visit)
        if len(teams) == 1:
            return RedirectResponse(inbox_address(teams[0].id), 303)
        title = page_title("Your teams")
        nothing = () if teams else NO_TEAM
        return self._pages.render(
            visit, "staff/teams_of_mine.jinja", title=title, teams=present_teams(teams), nothing=nothing
        )

    def show(self, visit: Visit) -> Response:
        teams = {team.id: team for team in self._pages.teams_of(visit)}
        team = teams.pop(visit.part("team"), None)
        state = read_state(visit.asked("state"))
        if team is None:
            return self._pages.not_shared(visit)
        try:
            page = self._services.team_pages.inbox(visit.staff, team.id, state, read_page(visit.asked("page")))
        except NotSharedError:
            return self._pages.not_shared(visit)
        view = present_inbox(page, team, tuple(teams.values()), state, self._services.clock.now())
        return self._pages.render(visit, "staff/inbox.jinja", title=view.title, inbox=view)
