"""Turns a page of an inbox into what its template loops over. Nothing here hurries anybody: no alarms, no scores."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from bot.model.dates import day_in_words
from bot.model.staff import Team
from bot.model.teamwork import InboxItem, InboxPage, InboxState
from bot.pages.environment import page_title
from bot.web.staff.days import when

NO_NAME = "No name given"
ALL = "All"
TABS = {
    InboxState.NEW: "New",
    InboxState.CHANGED: "Changed",
    InboxState.ANSWERED: "Answered",
    InboxState.DUE: "Due",
    InboxState.READ: "Read",
}
WHY = {
    InboxState.NEW: "Nobody in your team has opened this yet.",
    InboxState.CHANGED: "They changed their words after your team last opened them.",
    InboxState.ANSWERED: "They answered a question from your team.",
    InboxState.READ: "Your team has opened this. There is no news.",
}
DUE = "Your team said that it would do something by {day}."
CLOSED = ("This team was closed. Nobody reads any more what was shared with it.",)
NO_TEAM = (
    "Your account is not in a team that is open, so nothing is shared with you.",
    "The person who made your account can add you to a team.",
)
NOTHING_YET = (
    "Nothing is shared with this team just now.",
    "When somebody shares what matters to them, it will be here.",
)
NOTHING = {
    InboxState.NEW: ("There is nothing new.", "Everything that was shared with this team has been opened."),
    InboxState.CHANGED: ("Nobody has changed their words since your team last opened them.",),
    InboxState.ANSWERED: ("There are no new answers.", "People may choose not to answer."),
    InboxState.DUE: ("Nothing that your team said it would do is due.",),
    InboxState.READ: ("Nothing is here.", "What your team has opened is kept here when there is no news."),
}


@dataclass(frozen=True, slots=True)
class TabView:
    """One way to look at the inbox. `attributes` are those of the <a>; `count` is how many there are."""

    name: str
    count: int
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowView:
    """One person's share. `says` stands before a name, for it is theirs to say; `told_apart` is read out only."""

    says: str
    called: str
    told_apart: str
    href: str
    whens: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class InboxView:
    """The whole page. `rows` or `nothing` is empty; `pages` holds one pagination or none."""

    title: str
    team: str
    tabs: tuple[TabView, ...]
    rows: tuple[RowView, ...]
    nothing: tuple[str, ...]
    pages: tuple[Mapping[str, Any], ...]
    others: tuple["TeamView", ...]


@dataclass(frozen=True, slots=True)
class TeamView:
    """A link to the inbox of a team."""

    name: str
    href: str


def inbox_address(team: str, state: InboxState | None = None, page: int = 1) -> str:
    chosen = ({"state": state.value} if state else {}) | ({"page": str(page)} if page > 1 else {})
    query = f"?{urlencode(chosen)}" if chosen else ""
    return f"/staff/inbox/{quote(team, safe='')}{query}"


def share_address(share: str, *more: str) -> str:
    return "/".join(("/staff/shared", *(quote(part, safe="") for part in (share, *more))))


def present_teams(teams: tuple[Team, ...]) -> tuple[TeamView, ...]:
    return tuple(TeamView(team.name, inbox_address(team.id)) for team in teams)


def present_inbox(
    page: InboxPage, team: Team, others: tuple[Team, ...], state: InboxState | None, now: datetime
) -> InboxView:
    """Return what the members of a team see of its inbox. `others` are further teams of the same reader."""
    return InboxView(
        title=page_title(f"Inbox of {team.name}"),
        team=team.name,
        tabs=_tabs(page.counts, team.id, state),
        rows=tuple(_row(item, now) for item in page.items),
        nothing=() if page.items else (NOTHING[state] if state else NOTHING_YET),
        pages=_pages(page, team.id, state),
        others=present_teams(others),
    )


def read_state(asked: str) -> InboxState | None:
    """Return the state that an address asks for; None, which is all of them, for anything else."""
    return InboxState(asked) if asked in set(InboxState) else None


def read_page(asked: str) -> int:
    """Return the number of the page that an address asks for; 1 for anything that is none."""
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 1  # noqa: PLR2004


def _tabs(counts: Mapping[InboxState, int], team: str, chosen: InboxState | None) -> tuple[TabView, ...]:
    every = _tab(ALL, sum(counts.values()), team, None, chosen)
    return (every, *(_tab(name, counts.get(state, 0), team, state, chosen) for state, name in TABS.items()))


def _tab(name: str, count: int, team: str, state: InboxState | None, chosen: InboxState | None) -> TabView:
    current = {"aria-current": "page"} if state is chosen else {}
    return TabView(name, count, {"href": inbox_address(team, state), "class": "tabs__link"} | current)


def _row(item: InboxItem, now: datetime) -> RowView:
    shared = when(item.shared_at, now)
    changed = (f"Changed {when(item.changed_at, now)}",) if item.changed_at > item.shared_at else ()
    return RowView(
        says="Says they are called" if item.called else "",
        called=item.called or NO_NAME,
        told_apart=f", shared {shared}",
        href=share_address(item.share),
        whens=(f"Shared {shared}", *changed),
        why=_why(item),
    )


def _why(item: InboxItem) -> str:
    if item.state is InboxState.DUE and item.due:
        return DUE.format(day=day_in_words(item.due))
    return WHY.get(item.state, "")


def _pages(page: InboxPage, team: str, state: InboxState | None) -> tuple[Mapping[str, Any], ...]:
    if page.pages <= 1:
        return ()
    turns: dict[str, Any] = {"ariaLabel": "Pages of the inbox"}
    if page.page > 1:
        turns["previous"] = {
            "href": inbox_address(team, state, page.page - 1),
            "text": "Page before",
            "label": f"{page.page - 1} of {page.pages}",
        }
    if page.page < page.pages:
        turns["next"] = {
            "href": inbox_address(team, state, page.page + 1),
            "text": "Next page",
            "label": f"{page.page + 1} of {page.pages}",
        }
    return (turns,)
