"""Accounts, for administrators: the list, adding one, its roles, a new set-up link, disabling it, and its history.

Administrators see who works here. They see nothing of what people share, and cannot change their own account.
"""

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.accounts.account import Account
from bot.accounts.accounts import AccountError, UnknownAccountError
from bot.accounts.events import by_account
from bot.accounts.grants import GrantError
from bot.accounts.names import EmailError
from bot.accounts.resting import MayNotConfirmError
from bot.accounts.teams import UnknownTeamError
from bot.pages.environment import page_title
from bot.web.staff.account_presenters import present_account, present_row, read_role, role_choices
from bot.web.staff.account_services import AccountServices
from bot.web.staff.event_presenters import (
    WaitingView,
    present_events,
    present_waiting,
    read_number,
    why_not_confirmed,
)
from bot.web.staff.faults import Faults, fault, missing
from bot.web.staff.frame import StaffPages
from bot.web.staff.guarded_routes import Guarded
from bot.web.staff.set_up import SET_UP
from bot.web.staff.visit import Visit

PLACE = "/staff/accounts"
ONE = f"{PLACE}/{{account}}"
OWN = "You cannot change your own account here. Ask another administrator."
NO_ROLE = "Choose a role from the list"


class AccountPages:
    """The views of every account."""

    def __init__(self, services: AccountServices) -> None:
        self._accounts = services.accounts
        self._team_names = services.accounts.team_list.names
        self._public_url = services.settings.public_url
        self._pages = StaffPages(services.settings)

    def add_to(self, administrators: Guarded) -> None:
        administrators.get(PLACE, self.all)
        administrators.get(f"{PLACE}/new", self.ask_new)
        administrators.post(f"{PLACE}/new", self.add)
        administrators.get(ONE, self.one)
        administrators.get(f"{ONE}/events", self.events)
        administrators.post(f"{ONE}/confirm", self.confirm)
        administrators.post(f"{ONE}/disable", self.disable)
        administrators.post(f"{ONE}/reset", self.reset)
        administrators.post(f"{ONE}/roles/give", self.give_role)
        administrators.post(f"{ONE}/roles/take", self.take_role)

    def all(self, visit: Visit) -> Response:
        teams = self._team_names()
        rows = tuple(present_row(account, teams) for account in self._accounts.all())
        return self._pages.render(visit.frame, "staff/accounts.jinja", title=page_title("Accounts"), accounts=rows)

    def ask_new(self, visit: Visit, faults: Faults | None = None, status: int = 200) -> Response:
        title, form = page_title("Add an account", error=bool(faults)), visit.form
        return self._pages.render(
            visit.frame,
            "staff/new_account.jinja",
            title=title,
            status=status,
            faults=faults or Faults(),
            email=form.get("email", ""),
            name=form.get("name", ""),
            role=form.get("role", ""),
            choices=({"value": "", "text": "No role yet"}, *role_choices(self._accounts.teams())),
        )

    def add(self, visit: Visit) -> Response:
        form = dict(visit.form)
        faults = missing(form, email="Enter an email address", name="Enter the name of the person")
        if faults:
            return self.ask_new(visit, faults, 422)
        role = read_role(form.get("role", ""))
        try:
            account, link = self._accounts.add(
                form["email"], form["name"], by_account(visit.staff.id), (role,) if role else ()
            )
        except (EmailError, AccountError) as error:
            return self.ask_new(visit, fault("email", str(error)), 422)
        except (GrantError, UnknownTeamError):
            return self.ask_new(visit, fault("role", NO_ROLE), 422)
        return self._link(visit, self._accounts.one(account), link)

    def one(self, visit: Visit, faults: Faults | None = None, status: int = 200) -> Response:
        account = self._asked(visit)
        own = account.id == visit.staff.id
        view = present_account(account, self._accounts.teams(), self._team_names(), own=own)
        return self._pages.render(
            visit.frame,
            "staff/account.jinja",
            title=page_title(account.name, error=bool(faults)),
            status=status,
            account=view,
            resting=self._resting(visit, account),
            faults=faults or Faults(),
        )

    def events(self, visit: Visit) -> Response:
        account = self._asked(visit)
        place, name = f"{PLACE}/{account.id}", f"What was done with the account of {account.name}"
        found = self._accounts.history.of(account.id, read_number(visit.asked("before")))
        return self._pages.render(
            visit.frame,
            "staff/events.jinja",
            title=page_title("What was done with an account"),
            heading=name,
            back=(place, account.name),
            events=present_events(found, self._team_names(), f"{place}/events", reader=visit.staff.id),
        )

    def confirm(self, visit: Visit) -> Response:
        account = self._asked(visit)
        try:
            asked = read_number(visit.form.get("reset", ""))
            self._accounts.resting.confirm(account.id, by_account(visit.staff.id), asked)
        except MayNotConfirmError as error:
            return self.one(visit, fault("maincontent", why_not_confirmed(error)), 422)
        return RedirectResponse(f"{PLACE}/{account.id}", 303)

    def disable(self, visit: Visit) -> Response:
        account = self._asked(visit)
        if account.id == visit.staff.id:
            return self.one(visit, fault("maincontent", OWN), 422)
        self._accounts.disable(account.id, by_account(visit.staff.id))
        return RedirectResponse(f"{PLACE}/{account.id}", 303)

    def reset(self, visit: Visit) -> Response:
        account = self._asked(visit)
        if account.id == visit.staff.id:
            return self.one(visit, fault("maincontent", OWN), 422)
        return self._link(visit, account, self._accounts.reset(account.id, by_account(visit.staff.id)))

    def give_role(self, visit: Visit) -> Response:
        account, role = self._asked(visit), read_role(visit.form.get("role", ""))
        if account.id == visit.staff.id:
            return self.one(visit, fault("maincontent", OWN), 422)
        if role is None:
            return self.one(visit, fault("role", NO_ROLE), 422)
        try:
            self._accounts.grants.give(account.id, role, by_account(visit.staff.id))
        except UnknownTeamError:
            return self.one(visit, fault("role", NO_ROLE), 422)
        except GrantError as error:
            return self.one(visit, fault("role", str(error)), 422)
        return RedirectResponse(f"{PLACE}/{account.id}", 303)

    def take_role(self, visit: Visit) -> Response:
        account, role = self._asked(visit), read_role(visit.form.get("role", ""))
        if account.id == visit.staff.id:
            return self.one(visit, fault("maincontent", OWN), 422)
        if role is not None:
            self._accounts.grants.take_away(account.id, role, by_account(visit.staff.id))
        return RedirectResponse(f"{PLACE}/{account.id}", 303)

    def _asked(self, visit: Visit) -> Account:
        try:
            return self._accounts.one(visit.part("account"))
        except UnknownAccountError as error:
            raise HTTPException(404) from error

    def _resting(self, visit: Visit, account: Account) -> tuple[WaitingView, ...]:
        waiting = self._accounts.resting.of(account.id) if account.rests else None
        if waiting is None:
            return ()
        may = self._accounts.resting.may_confirm(account.id, by_account(visit.staff.id))
        return (present_waiting(waiting, f"{PLACE}/{account.id}/confirm", may_confirm=may),)

    def _link(self, visit: Visit, account: Account, link: str) -> Response:
        name = f"Set-up link for {account.name}"
        return self._pages.render(
            visit.frame,
            "staff/set_up_link.jinja",
            title=page_title("Set-up link"),
            heading=name,
            link=f"{self._public_url}{SET_UP}/{link}",
            onward=f"{PLACE}/{account.id}",
        )
