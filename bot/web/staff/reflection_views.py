"""The address on which a team reflects beside a person's words."""

from starlette.responses import RedirectResponse, Response

from bot.stages.team_pages import InvalidError, NotSharedError
from bot.web.staff.filled import FaultsError, Filled
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.inbox_presenters import share_address
from bot.web.staff.person_views import fetched_ahead
from bot.web.staff.reflection_forms import read_reflection
from bot.web.staff.reflection_presenters import FORM, present_reflect
from bot.web.staff.team_services import TeamRenderer, TeamServices
from bot.web.staff.visit import Visit

FIELDS = {"words": "helped"}
"""Where words are asked for in three boxes, the first stands for them."""


class ReflectionViews:
    """Shows the person's words with what was learnt, and keeps what is learnt now."""

    def __init__(self, services: TeamServices, pages: TeamRenderer) -> None:
        self._services = services
        self._pages = pages

    def add_to(self, readers: Guarded) -> None:
        readers.get("/staff/shared/{share}/reflect", self.show)
        readers.post("/staff/shared/{share}/reflect", self.keep)

    def show(self, visit: Visit) -> Response:
        if fetched_ahead(visit.request):
            return Response(status_code=403)
        return self._page(visit)

    def keep(self, visit: Visit) -> Response:
        try:
            said = read_reflection(visit.form)
            self._services.team_pages.reflect(
                visit.staff, visit.part("share"), said.statement, said.together, said.words, people=said.people
            )
        except FaultsError as error:
            return self._page(visit, Filled(FORM, visit.form, error.faults))
        except InvalidError as error:
            faults = {FIELDS.get(error.field, error.field): str(error)}
            return self._page(visit, Filled(FORM, visit.form, faults))
        except NotSharedError:
            return self._pages.not_shared(visit)
        return RedirectResponse(f"{share_address(visit.part('share'), 'reflect')}?said=reflected", 303)

    def _page(self, visit: Visit, filled: Filled | None = None) -> Response:
        try:
            shared = self._services.team_pages.open(visit.staff, visit.part("share"))
        except NotSharedError:
            return self._pages.not_shared(visit)
        view = present_reflect(shared, self._services.clock.now(), filled, visit.asked("said"))
        status = 422 if filled else 200
        return self._pages.render(visit, "staff/reflect.jinja", title=view.title, status=status, reflect=view)
