"""What stands around every page of the staff site: who is signed in, where one can go, and signing out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse

from bot.accounts.permissions import ADMINISTRATORS, ANYBODY_SIGNED_IN, DIRECTORY, TEAM_READERS, Rule
from bot.model.staff import Staff
from bot.pages.environment import Pages
from bot.pages.facts import SiteFacts
from bot.web.staff.event_presenters import present_resets

TEMPLATES = Path(__file__).parent / "templates"

_PLACES: tuple[tuple[str, str, Rule], ...] = (
    ("Inbox", "/staff/inbox", TEAM_READERS),
    ("Support entries", "/support/entries", DIRECTORY),
    ("Accounts", "/staff/accounts", ADMINISTRATORS),
    ("Teams", "/staff/teams", ADMINISTRATORS),
    ("My account", "/staff/account", ANYBODY_SIGNED_IN),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One way to go. `current` is what aria-current says."""

    title: str
    href: str
    current: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The head of a page; `csrf` is for the form that signs out, and for every other form on the page.

    `told` holds one list of sentences on how the account was reset, until its owner has said that they read it.
    """

    name: str
    places: tuple[Place, ...]
    csrf: str
    told: tuple[tuple[str, ...], ...] = ()


def present_frame(staff: Staff, csrf: str, path: str) -> Frame:
    """Return the head of the page at `path` for this member of staff, with the places that are theirs."""
    places = tuple(
        Place(title, href, "page" if path == href else "true" if path.startswith(f"{href}/") else "false")
        for title, href, rule in _PLACES
        if rule.allows(staff)
    )
    resets = present_resets(staff.resets)
    return Frame(staff.name, places, csrf, told=(resets,) if resets else ())


def home(staff: Staff) -> str:
    """Return the first page that is theirs."""
    return next(href for _title, href, rule in _PLACES if rule.allows(staff))


class StaffPages:
    """Renders templates within the frame. `folders` are searched after the staff site's own."""

    def __init__(self, facts: SiteFacts, *folders: Path) -> None:
        self._pages = Pages(facts, TEMPLATES, *folders)

    def render(self, frame: Frame, template: str, *, title: str, status: int = 200, **view: Any) -> HTMLResponse:
        """Return a page for somebody signed in. A template that extends "staff/_layout.jinja" gets the frame."""
        return self._pages.render(template, status=status, title=title, frame=frame, csrf=frame.csrf, **view)

    def render_outside(self, template: str, *, title: str, status: int = 200, **view: Any) -> HTMLResponse:
        """Return a page for somebody who is not signed in yet."""
        return self._pages.render(template, status=status, title=title, **view)
