"""Teams, for administrators: the list, adding one, and closing one."""

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.accounts.events import by_account
from bot.accounts.teams import TeamError, UnknownTeamError
from bot.pages.environment import page_title
from bot.web.staff.account_services import AccountServices
from bot.web.staff.faults import Faults, fault, missing
from bot.web.staff.frame import StaffPages
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.visit import Visit

PLACE = "/staff/teams"
NO_DAYS = "Enter a number of days, such as 7"


class TeamListPages:
    """The views of the teams."""

    def __init__(self, services: AccountServices) -> None:
        self._teams = services.accounts.team_list
        self._pages = StaffPages(services.settings)

    def add_to(self, administrators: Guarded) -> None:
        administrators.get(PLACE, self.all)
        administrators.post(PLACE, self.add)
        administrators.get(f"{PLACE}/{{closing}}/close", self.ask_close)
        administrators.post(f"{PLACE}/{{closing}}/close", self.close)

    def all(self, visit: Visit, faults: Faults | None = None, status: int = 200) -> Response:
        return self._pages.render(
            visit.frame,
            "staff/teams.jinja",
            title=page_title("Teams", error=bool(faults)),
            status=status,
            faults=faults or Faults(),
            teams=self._teams.all(),
            name=visit.form.get("name", ""),
            days=visit.form.get("days", "7"),
        )

    def add(self, visit: Visit) -> Response:
        form = dict(visit.form)
        faults = missing(form, name="Enter a name", days=NO_DAYS)
        typed = form.get("days", "").strip()
        if not faults and not (typed.isascii() and typed.isdecimal()):
            faults = fault("days", NO_DAYS)
        if faults:
            return self.all(visit, faults, 422)
        try:
            self._teams.add(form["name"], int(typed[:6]))
        except TeamError as error:
            return self.all(visit, fault("name", str(error)), 422)
        return RedirectResponse(PLACE, 303)

    def ask_close(self, visit: Visit) -> Response:
        team = next((each for each in self._teams.all() if each.id == visit.part("closing")), None)
        if team is None:
            raise HTTPException(404)
        heading = f"Close {team.name}"
        return self._pages.render(
            visit.frame,
            "staff/close_team.jinja",
            title=page_title("Close a team"),
            heading=heading,
            action=f"{PLACE}/{team.id}/close",
            back=PLACE,
        )

    def close(self, visit: Visit) -> Response:
        try:
            self._teams.close(visit.part("closing"), by_account(visit.staff.id))
        except UnknownTeamError as error:
            raise HTTPException(404) from error
        return RedirectResponse(PLACE, 303)
