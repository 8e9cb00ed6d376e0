"""The addresses of the inbox: what was shared with a team, by why it is here."""

from starlette.responses import RedirectResponse, Response

from bot.model.staff import Team
from bot.pages.environment import page_title
from bot.stages.team_pages import NotSharedError
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.inbox_presenters import (
    CLOSED,
    NO_TEAM,
    inbox_address,
    present_inbox,
    present_teams,
    read_page,
    read_state,
)
from bot.web.staff.lead_views import LeadViews
from bot.web.staff.team_services import TeamRenderer, TeamServices
from bot.web.staff.visit import Visit


class InboxViews:
    """Shows the inboxes of the teams somebody belongs to."""

    def __init__(self, services: TeamServices, pages: TeamRenderer, leads: LeadViews) -> None:
        self._services = services
        self._pages = pages
        self._leads = leads

    def add_to(self, readers: Guarded) -> None:
        readers.get("/staff/inbox", self.start)
        readers.get("/staff/inbox/{team}", self.show)

    def start(self, visit: Visit) -> Response:
        """Lead to the one inbox, or offer those there are."""
        teams = self._pages.teams_of(visit)
        if len(teams) == 1:
            return RedirectResponse(inbox_address(teams[0].id), 303)
        return self._choice(visit, teams)

    def show(self, visit: Visit) -> Response:
        teams = {team.id: team for team in self._pages.teams_of(visit)}
        team = teams.pop(visit.part("team"), None)
        state = read_state(visit.asked("state"))
        if team is None and visit.part("team") in visit.staff.teams:
            return self._choice(visit, tuple(teams.values()), CLOSED, 404)
        if team is None:
            return self._pages.not_shared(visit)
        try:
            page = self._services.team_pages.inbox(visit.staff, team.id, state, read_page(visit.asked("page")))
        except NotSharedError:
            return self._pages.not_shared(visit)
        view = present_inbox(page, team, tuple(teams.values()), state, self._services.clock.now())
        for_leads = self._leads.shown_to(visit, team)
        return self._pages.render(visit, "staff/inbox.jinja", title=view.title, inbox=view, for_leads=for_leads)

    def _choice(self, visit: Visit, teams: tuple[Team, ...], why: tuple[str, ...] = (), status: int = 200) -> Response:
        """Offer the inboxes of the teams that are open, after `why`; say whom to ask where there is none."""
        return self._pages.render(
            visit,
            "staff/teams_of_mine.jinja",
            title=page_title("Your teams", error=bool(why)),
            status=status,
            why=why,
            teams=present_teams(teams),
            nothing=() if teams else NO_TEAM,
        )
