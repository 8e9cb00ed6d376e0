"""The pages on which volunteers and directory editors keep the directory true. Behind a sign-in, each with its rule.

A correction names the newest change its writer had seen, so that nobody overwrites what they have not read.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from bot.accounts.permissions import DIRECTORY, DIRECTORY_EDITORS
from bot.model.dates import UK
from bot.model.directory import Entry
from bot.pages.environment import page_title
from bot.signposting.directory import CorrectionError, UndoRefusedError
from bot.web.staff.filled import FaultsError, Filled
from bot.web.staff.frame import StaffPages
from bot.web.staff.guard import Guard, Visit
from bot.web.support.entry_form import faults_of, read_changes
from bot.web.support.entry_presenters import (
    CHANGED_MEANWHILE,
    CLOSED,
    DETAILS_FORM,
    HELD_BACK,
    MATCHING_FORM,
    SHOWN,
    STATE_FORM,
    present_entry,
)
from bot.web.support.history_presenters import newest, present_history
from bot.web.support.list_presenters import Filter, entry_href, present_list
from bot.web.support.services import SupportServices

NO_WHY = "Write why it is held back, such as: to check, two sources give different numbers."
NO_STATE = "Choose one of these."
_LONGEST_WHY = 300
_LONGEST_SEARCH = 100
_MOST_DIGITS = 6


def routes(services: SupportServices, guard: Guard, templates: Path) -> APIRouter:
    """Return the list of entries, one entry, and what can be done with it."""
    router = APIRouter(include_in_schema=False)
    views = EntryViews(services, StaffPages(services.settings, templates))
    volunteers, editors = guard.guarded(router, DIRECTORY), guard.guarded(router, DIRECTORY_EDITORS)
    volunteers.get("/support/entries", views.list)
    volunteers.get("/support/entries/{entry}", views.show)
    volunteers.post("/support/entries/{entry}/check", views.check)
    volunteers.post("/support/entries/{entry}/correct", views.correct)
    volunteers.post("/support/entries/{entry}/undo", views.undo)
    editors.post("/support/entries/{entry}/state", views.set_state)
    return router


class EntryViews:
    """The views. The guard has let through whoever calls one, and has checked the token of what was sent."""

    def __init__(self, services: SupportServices, pages: StaffPages) -> None:
        self._directory = services.directory
        self._accounts = services.accounts
        self._clock = services.clock
        self._pages = pages

    def list(self, visit: Visit) -> Response:
        q = " ".join(visit.asked("q")[:_LONGEST_SEARCH].split())
        shown, page = visit.asked("show"), visit.asked("page")[:_MOST_DIGITS]
        chosen = Filter(shown) if shown in set(Filter) else Filter.ALL
        number = int(page) if page.isascii() and page.isdigit() else 1
        entries, reports = self._directory.all_entries(), self._directory.reports()
        view = present_list(entries, reports, q=q, chosen=chosen, page=number, now=self._clock.now())
        return self._pages.render(visit.frame, "support/entries.jinja", title=view.title, listing=view)

    def show(self, visit: Visit) -> Response:
        entry = self._directory.entry(visit.part("entry"))
        return self._page(visit, entry, done=visit.asked("done")) if entry else self._no_entry(visit)

    def check(self, visit: Visit) -> Response:
        """Say that the entry was looked at today. Who did so stands beside it from now on."""
        entry = self._directory.entry(visit.part("entry"))
        if entry is None:
            return self._no_entry(visit)
        if self._changed_since(visit, entry):
            return self._page(visit, entry, problem=CHANGED_MEANWHILE)
        today = self._clock.now().astimezone(UK).date()
        self._directory.check(entry.id, _actor(visit), visit.staff.email, today)
        return _done(entry, "checked")

    def correct(self, visit: Visit) -> Response:
        """Keep the fields that are different."""
        entry = self._directory.entry(visit.part("entry"))
        if entry is None:
            return self._no_entry(visit)
        name = MATCHING_FORM if visit.form.get("form") == MATCHING_FORM else DETAILS_FORM
        if self._changed_since(visit, entry):
            return self._page(visit, entry, Filled(name, visit.form), problem=CHANGED_MEANWHILE)
        try:
            changes = read_changes(entry, visit.form)
            self._correct(visit, entry, changes)
        except FaultsError as error:
            return self._page(visit, entry, Filled(name, visit.form, error.faults))
        return _done(entry, "corrected" if changes else "same")

    def undo(self, visit: Visit) -> Response:
        """Take the newest change back. If another has come since the page was opened, nothing is undone."""
        entry = self._directory.entry(visit.part("entry"))
        if entry is None:
            return self._no_entry(visit)
        offered = [change.number for change in self._directory.history(entry.id) if change.can_be_undone]
        if visit.form.get("change", "") not in {str(number) for number in offered}:
            return self._page(visit, entry, problem=CHANGED_MEANWHILE)
        try:
            self._directory.undo(offered[0], _actor(visit))
        except UndoRefusedError as error:  # somebody was quicker
            return self._page(visit, entry, problem=str(error))
        return _done(entry, "undone")

    def set_state(self, visit: Visit) -> Response:
        """Show the entry, hold it back, or say that it has closed."""
        entry = self._directory.entry(visit.part("entry"))
        if entry is None:
            return self._no_entry(visit)
        state, why = visit.form.get("state", ""), " ".join(visit.form.get("why", "")[:_LONGEST_WHY].split())
        faults = {} if state in {SHOWN, HELD_BACK, CLOSED} else {"state": NO_STATE}
        if state == HELD_BACK and not why:
            faults = {"why": NO_WHY}
        if faults:
            return self._page(visit, entry, Filled(STATE_FORM, visit.form, faults))
        wanted = {"closed": state == CLOSED, "held_back": why if state == HELD_BACK else ""}
        changes = {name: value for name, value in wanted.items() if value != getattr(entry, name)}
        try:
            self._correct(visit, entry, changes)
        except FaultsError as error:
            return self._page(visit, entry, problem=" ".join(error.faults.values()))
        return _done(entry, state if changes else "same")

    def _correct(self, visit: Visit, entry: Entry, changes: Mapping[str, Any]) -> None:
        """Keep the changes. Raises FaultsError."""
        try:
            if changes:
                self._directory.correct(entry.id, _actor(visit), changes)
        except CorrectionError as error:
            raise faults_of(error) from None

    def _changed_since(self, visit: Visit, entry: Entry) -> bool:
        return visit.form.get("seen", "") != str(newest(self._directory.history(entry.id)))

    def _page(
        self, visit: Visit, entry: Entry, filled: Filled | None = None, *, done: str = "", problem: str = ""
    ) -> Response:
        changes = self._directory.history(entry.id)
        view = present_entry(
            entry,
            present_history(changes, self._accounts.name),
            seen=newest(changes),
            reports=self._directory.reports().get(entry.id, 0),
            now=self._clock.now(),
            filled=filled or Filled(),
            done=done,
            problem=problem,
            editor=DIRECTORY_EDITORS.allows(visit.staff),
        )
        status = 422 if filled or problem else 200
        return self._pages.render(visit.frame, "support/entry.jinja", status=status, title=view.title, entry=view)

    def _no_entry(self, visit: Visit) -> Response:
        title = page_title("There is no such entry", error=True)
        return self._pages.render(visit.frame, "support/no_entry.jinja", status=404, title=title)


def _actor(visit: Visit) -> str:
    return f"account:{visit.staff.id}"


def _done(entry: Entry, what: str) -> Response:
    return RedirectResponse(f"{entry_href(entry.id)}?done={what}", 303)
