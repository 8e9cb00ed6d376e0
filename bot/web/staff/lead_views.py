"""What the lead of a team sees of its accounts: who was given a role, whose account was reset, and which of them rest.

A lead knows the people of the team. So it is they who say whether it was the owner who set an account up anew.
"""

from starlette.responses import RedirectResponse, Response

from bot.accounts.events import by_account
from bot.accounts.permissions import TEAM_LEADS
from bot.accounts.resting import MayNotConfirmError
from bot.model.staff import Team
from bot.pages.environment import page_title
from bot.web.staff.event_presenters import LeadView, present_for_lead, read_number, why_not_confirmed
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.inbox_presenters import inbox_address
from bot.web.staff.team_services import TeamRenderer, TeamServices
from bot.web.staff.visit import Visit

NOTHING_CHANGED = "Nothing was changed"


class LeadViews:
    """What stands on the inbox for its leads, and the one thing they can say there."""

    def __init__(self, services: TeamServices) -> None:
        self._accounts = services.accounts
        self._pages = TeamRenderer(services)

    def add_to(self, leads: Guarded) -> None:
        leads.post("/staff/inbox/{team}/confirm", self.confirm)

    def shown_to(self, visit: Visit, team: Team) -> tuple[LeadView, ...]:
        """Return what the lead of a team sees; nothing for everybody else."""
        if not TEAM_LEADS.allows(visit.staff, team.id):
            return ()
        waiting, news = self._accounts.resting_in(team.id), self._accounts.news_of(team.id)
        return (present_for_lead(waiting, news, {team.id: team.name}, f"{inbox_address(team.id)}/confirm"),)

    def confirm(self, visit: Visit) -> Response:
        """Let the roles of an account count again. What is not for them to say changes nothing, and they are told."""
        inbox, form = inbox_address(visit.part("team")), visit.form
        try:
            asked = read_number(form.get("reset", ""))
            self._accounts.confirm(form.get("account", ""), by_account(visit.staff.id), asked)
        except MayNotConfirmError as error:
            return self._pages.render(
                visit,
                "staff/not_confirmed.jinja",
                title=page_title(NOTHING_CHANGED, error=True),
                status=422,
                heading=NOTHING_CHANGED,
                why=why_not_confirmed(error),
                inbox=inbox,
            )
        return RedirectResponse(inbox, 303)
