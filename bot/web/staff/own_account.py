"""My account: another password, new recovery codes, browsers in which one is signed in, and what was done with it."""

from starlette.responses import RedirectResponse, Response

from bot.accounts.own import WrongPasswordError
from bot.accounts.passwords import WeakPasswordError
from bot.pages.environment import page_title
from bot.web.staff.account_presenters import present_own
from bot.web.staff.account_services import AccountServices
from bot.web.staff.event_presenters import present_events, read_number
from bot.web.staff.faults import Faults, fault, missing
from bot.web.staff.frame import StaffPages
from bot.web.staff.guard import Guard
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.visit import Visit

PLACE = "/staff/account"
EVENTS = f"{PLACE}/events"
NEWEST = 5
"""How much of what was done with it stands on the first page."""
DONE = {"password": "Your password is changed.", "ended": "Done.", "seen": "Thank you for reading it."}
WRONG = "That password is not right. After 5 wrong tries, wait 15 minutes."
NO_PASSWORD = "Enter the password you have now"  # noqa: S105  (words on the page)


class OwnAccountPages:
    """The views of one's own account."""

    def __init__(self, services: AccountServices, guard: Guard) -> None:
        self._own = services.accounts.own
        self._sessions = services.accounts.sessions
        self._cookie = guard.cookie
        self._team_names = services.accounts.team_list.names
        self._history = services.accounts.history
        self._resting = services.accounts.resting
        self._pages = StaffPages(services.settings)

    def add_to(self, signed_in: Guarded) -> None:
        signed_in.get(PLACE, self.show)
        signed_in.get(EVENTS, self.events)
        signed_in.post(f"{PLACE}/seen", self.seen)
        signed_in.post(f"{PLACE}/password", self.change_password)
        signed_in.post(f"{PLACE}/codes", self.renew_codes)
        signed_in.post(f"{PLACE}/sessions/end", self.end_session)
        signed_in.post(f"{PLACE}/sessions/end-others", self.end_others)

    def show(self, visit: Visit, faults: Faults | None = None, status: int = 200, done: str = "") -> Response:
        teams = self._team_names()
        view = present_own(
            visit.staff,
            teams,
            self._sessions.of(visit.staff.id, visit.token),
            self._own.codes_left(visit.staff.id),
            has_password=self._own.has_password(visit.staff.id),
            done=done or DONE.get(visit.asked("done"), ""),
        )
        newest = self._history.of(visit.staff.id, most=NEWEST)
        return self._pages.render(
            visit.frame,
            "staff/own_account.jinja",
            title=page_title("My account", error=bool(faults)),
            status=status,
            own=view,
            events=present_events(newest, teams, EVENTS, reader=visit.staff.id),
            all_events=EVENTS,
            faults=faults or Faults(),
        )

    def events(self, visit: Visit) -> Response:
        found = self._history.of(visit.staff.id, read_number(visit.asked("before")))
        name = "What was done with your account"
        return self._pages.render(
            visit.frame,
            "staff/events.jinja",
            title=page_title(name),
            heading=name,
            back=(PLACE, "My account"),
            events=present_events(found, self._team_names(), EVENTS, reader=visit.staff.id),
        )

    def seen(self, visit: Visit) -> Response:
        self._resting.seen(visit.staff.id)
        return RedirectResponse(f"{PLACE}?done=seen", 303)

    def change_password(self, visit: Visit) -> Response:
        form = dict(visit.form)
        faults = missing(form, old=NO_PASSWORD, new="Choose a new password")
        if faults:
            return self.show(visit, faults, 422)
        try:
            token = self._own.change_password(visit.staff.id, form["old"], form["new"], visit.token)
        except WrongPasswordError:
            return self.show(visit, fault("old", WRONG), 422)
        except WeakPasswordError as error:
            return self.show(visit, fault("new", str(error)), 422)
        response = RedirectResponse(f"{PLACE}?done=password", 303)
        self._cookie.set(response, token)
        return response

    def renew_codes(self, visit: Visit) -> Response:
        form = dict(visit.form)
        faults = missing(form, confirm=NO_PASSWORD)
        if faults:
            return self.show(visit, faults, 422)
        try:
            codes = self._own.renew_codes(visit.staff.id, form["confirm"])
        except WrongPasswordError:
            return self.show(visit, fault("confirm", WRONG), 422)
        name = "Your new recovery codes"
        return self._pages.render(
            visit.frame, "staff/own_codes.jinja", title=page_title(name), heading=name, codes=codes, onward=PLACE
        )

    def end_session(self, visit: Visit) -> Response:
        self._sessions.end(visit.staff.id, visit.form.get("session", ""))
        return RedirectResponse(f"{PLACE}?done=ended", 303)

    def end_others(self, visit: Visit) -> Response:
        self._sessions.end_others(visit.staff.id, visit.token)
        return RedirectResponse(f"{PLACE}?done=ended", 303)
