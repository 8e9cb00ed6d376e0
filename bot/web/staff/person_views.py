"""The addresses of one person's page and of its print.

Looking is audited and the person can see it, so an address must not be opened by anything but somebody's own click.
A browser that fetches pages ahead of a click says so, and is refused before anything is read. Nothing on the staff
site asks a browser to fetch ahead, and a link from another site brings no session along.
"""

from starlette.requests import Request
from starlette.responses import Response

from bot.stages.team_pages import NotSharedError
from bot.web.staff.filled import Filled
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.paper_presenters import present_paper
from bot.web.staff.person_presenters import Seen, present_person
from bot.web.staff.team_services import TeamRenderer, TeamServices
from bot.web.staff.visit import Visit

AHEAD = ("sec-purpose", "purpose", "x-purpose", "x-moz")
"""Headers in which browsers say that nobody has clicked yet."""


class PersonViews:
    """Shows what one person shared. Each view of words is audited by what opens it."""

    def __init__(self, services: TeamServices, pages: TeamRenderer) -> None:
        self._services = services
        self._pages = pages

    def add_to(self, readers: Guarded) -> None:
        readers.get("/staff/shared/{share}", self.show)
        readers.get("/staff/shared/{share}/print", self.paper)

    def show(self, visit: Visit) -> Response:
        if fetched_ahead(visit.request):
            return Response(status_code=403)
        return self.page(visit, said=visit.asked("said"))

    def page(self, visit: Visit, filled: Filled | None = None, said: str = "") -> Response:
        """Return the page; with a form that came back it is what is wrong with it, and nothing was kept."""
        try:
            shared = self._services.team_pages.open(visit.staff, visit.part("share"))
        except NotSharedError:
            return self._pages.not_shared(visit)
        team = self._pages.team_name(shared.team)
        seen = Seen(visit.staff.name, self._services.clock.now())
        view = present_person(shared, team, seen, filled, said)
        status = 422 if filled else 200
        return self._pages.render(visit, "staff/person.jinja", title=view.title, status=status, person=view)

    def paper(self, visit: Visit) -> Response:
        if fetched_ahead(visit.request):
            return Response(status_code=403)
        try:
            shared = self._services.team_pages.open(visit.staff, visit.part("share"), printed=True)
        except NotSharedError:
            return self._pages.not_shared(visit)
        team = self._pages.team_name(shared.team)
        view = present_paper(shared, team, visit.staff.name, self._services.clock.now())
        return self._pages.render(visit, "staff/paper.jinja", title=view.title, paper=view)


def fetched_ahead(request: Request) -> bool:
    """Say whether a browser asks for the page before anybody has clicked."""
    told = " ".join(request.headers.get(name, "") for name in AHEAD).lower()
    return any(word in told for word in ("prefetch", "prerender", "preview"))
