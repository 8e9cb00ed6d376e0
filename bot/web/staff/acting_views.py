"""The addresses to which a team's forms are sent: what it will do, what has become of it, and a question.

What is wrong comes back on the person's page with everything that was typed. What is kept leads back to the page by a
redirect, so that going back or loading it again sends nothing twice.
"""

from collections.abc import Callable, Mapping

from starlette.responses import RedirectResponse, Response

from bot.model.dates import day_of
from bot.stages.team_pages import InvalidError, NotSharedError
from bot.web.staff.acting_forms import read_change, read_promise, read_question
from bot.web.staff.deed_presenters import change_name, promise_name
from bot.web.staff.filled import FaultsError, Filled
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.inbox_presenters import share_address
from bot.web.staff.person_views import PersonViews
from bot.web.staff.question_presenters import ASK
from bot.web.staff.team_services import TeamRenderer, TeamServices
from bot.web.staff.visit import Visit

FIELDS = {"due": "day"}
"""Where a day is asked for in three fields, the first stands for it."""
Act = Callable[[Mapping[str, str]], None]


class ActingViews:
    """Keeps what a team says back to a person."""

    def __init__(self, services: TeamServices, pages: TeamRenderer, person: PersonViews) -> None:
        self._services = services
        self._pages = pages
        self._person = person

    def add_to(self, readers: Guarded) -> None:
        readers.post("/staff/shared/{share}/promise", self.promise)
        readers.post("/staff/shared/{share}/change", self.change)
        readers.post("/staff/shared/{share}/ask", self.ask)

    def promise(self, visit: Visit) -> Response:
        def keep(form: Mapping[str, str]) -> None:
            said = read_promise(form, day_of(self._services.clock.now()))
            self._services.team_pages.promise(
                visit.staff, visit.part("share"), said.line, said.words, said.due, state=said.state
            )

        return self._kept(visit, promise_name(visit.form.get("line", "")), "promised", keep)

    def change(self, visit: Visit) -> Response:
        def keep(form: Mapping[str, str]) -> None:
            said = read_change(form)
            self._services.team_pages.change(visit.staff, visit.part("share"), said.commitment, said.state, said.words)

        return self._kept(visit, change_name(visit.form.get("commitment", "")), "changed", keep)

    def ask(self, visit: Visit) -> Response:
        def keep(form: Mapping[str, str]) -> None:
            self._services.team_pages.ask(visit.staff, visit.part("share"), read_question(form))

        return self._kept(visit, ASK, "asked", keep)

    def _kept(self, visit: Visit, form: str, said: str, keep: Act) -> Response:
        try:
            keep(visit.form)
        except FaultsError as error:
            return self._person.page(visit, Filled(form, visit.form, error.faults))
        except InvalidError as error:
            faults = {FIELDS.get(error.field, error.field): str(error)}
            return self._person.page(visit, Filled(form, visit.form, faults))
        except NotSharedError:
            return self._pages.not_shared(visit)
        return RedirectResponse(f"{share_address(visit.part('share'))}?said={said}", 303)
