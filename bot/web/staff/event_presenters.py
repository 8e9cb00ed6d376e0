"""Turns what was done with accounts into plain words: when, what, and who did it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.accounts.events import COMMAND_LINE, Did, by_account
from bot.accounts.history import Event, Events
from bot.accounts.resting import MayNotConfirmError, ResetSinceError, Waiting
from bot.model.dates import with_time
from bot.model.staff import Reset
from bot.web.staff.account_presenters import role_in_words

WHAT = {
    Did.ADDED: "The account was added",
    Did.SET_UP: "Set up: a password was chosen and a phone connected",
    Did.RESET: "Reset: password, phone and recovery codes were taken away, and a new set-up link was made",
    Did.RESET_SEEN: "Read that the account was reset",
    Did.CONFIRMED: "Said that it was its owner who set the account up anew",
    Did.DISABLED: "Disabled",
    Did.ENABLED: "Opened again",
    Did.GRANTED: "Role given",
    Did.REVOKED: "Role taken away",
    Did.LOCKED: "5 wrong tries, so the account waited 15 minutes",
    Did.SIGNED_IN: "Signed in",
    Did.SIGNED_IN_BY_PROVIDER: "Signed in through the organisation",
    Did.PROVIDER_TIED: "Tied to the organisation’s sign-in",
    Did.SIGNED_OUT: "Signed out",
    Did.SESSION_ENDED: "Signed out in other browsers",
    Did.PASSWORD_CHANGED: "Password changed",
    Did.CODES_RENEWED: "New recovery codes made",
    Did.CODE_USED: "A recovery code was used in place of the phone",
}
OPERATOR = "Whoever runs this service"
SIGNING_IN = "On the sign-in page"
NOT_READ_UNTIL_THEN = "Until somebody has said whose it is, it does not open what people share."
NOT_CHANGED_UNTIL_THEN = "Until somebody has said whose it is, it does not open other accounts."
CAN_READ = "Once you say so, whoever set it up can read what people share."
CAN_CHANGE = "Once you say so, whoever set it up can add, change and reset accounts."
NOT_SET_UP = "Nobody has set it up anew yet."
NOT_YOURS = "You reset it, so somebody else has to say whose it is: a lead of their team, or another administrator."
NOT_YOURS_WITHOUT_TEAM = (
    "You reset it, so somebody else has to say whose it is: another administrator, or whoever runs this service."
)
NOT_YOURS_TO_SAY = "You cannot say whose account this is. It waits to be set up, or you reset it yourself."
RESET_SINCE = "The account was reset again since you opened the page. Speak with its owner about the newest set-up."
_MOST_DIGITS = 9
_NEWS = {
    Did.RESET: "{who} reset the account of {name} on {when}.",
    Did.CONFIRMED: "{who} said on {when} that it was {name} who set the account up anew.",
    Did.GRANTED: "{who} gave {name} a role on {when}: {role}.",
    Did.REVOKED: "{who} took a role from {name} on {when}: {role}.",
}


@dataclass(frozen=True, slots=True)
class EventView:
    """One row: when, what, and who did it."""

    when: str
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class EventsView:
    """The rows, newest first. `older` holds the address that leads further back, or nothing."""

    rows: tuple[EventView, ...]
    older: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfirmView:
    """The form that says whose account it is. `asks` is what to ask them first, `stake` what it lets somebody do.

    `reset` is the number of the reset that the question is about.
    """

    action: str
    account: str
    reset: int
    stake: str
    asks: str


@dataclass(frozen=True, slots=True)
class WaitingView:
    """An account whose roles rest. `forms` holds the form for who may confirm it; it is empty for others."""

    name: str
    told: tuple[str, ...]
    forms: tuple[ConfirmView, ...]


@dataclass(frozen=True, slots=True)
class LeadView:
    """What leads of a team see of its accounts. `news` holds one list of sentences, or nothing."""

    waiting: tuple[WaitingView, ...]
    news: tuple[tuple[str, ...], ...]


def present_events(events: Events, teams: Mapping[str, str], place: str, *, reader: str) -> EventsView:
    """Return rows for the account's page of events at `place`, as somebody with the account `reader` reads them."""
    rows = tuple(EventView(with_time(each.at), _what(each, teams), _who(each, reader)) for each in events.items)
    return EventsView(rows, (f"{place}?before={events.older}",) if events.older is not None else ())


def present_for_lead(
    waiting: Iterable[Waiting], events: Iterable[Event], teams: Mapping[str, str], action: str
) -> LeadView:
    """Return what the leads of a team are told; `action` is where they send that an account is its owner's."""
    news = tuple(_news(each, teams) for each in events if each.did in _NEWS)
    resting = tuple(present_waiting(each, action, may_confirm=True) for each in waiting)
    return LeadView(resting, (news,) if news else ())


def present_waiting(waiting: Waiting, action: str, *, may_confirm: bool) -> WaitingView:
    """Return what somebody needs to know who can say whose account it is; `action` is where the form is sent."""
    reset = f"{waiting.reset_by or OPERATOR} reset the account on {with_time(waiting.reset_at)}."
    until_then = NOT_CHANGED_UNTIL_THEN if waiting.administers else NOT_READ_UNTIL_THEN
    if waiting.set_up_at is None:
        return WaitingView(waiting.name, (f"{reset} {NOT_SET_UP}", until_then), ())
    moment = with_time(waiting.set_up_at)
    told = (f"{reset} It was set up anew on {moment}.", until_then)
    if not may_confirm:
        not_yours = NOT_YOURS_WITHOUT_TEAM if waiting.administers else NOT_YOURS
        return WaitingView(waiting.name, (*told, not_yours), ())
    form = ConfirmView(
        action=action,
        account=waiting.account,
        reset=waiting.reset,
        stake=CAN_CHANGE if waiting.administers else CAN_READ,
        asks=f"Did you set your account up anew on {moment}?",
    )
    return WaitingView(waiting.name, told, (form,))


def why_not_confirmed(error: MayNotConfirmError) -> str:
    """Return why what somebody said about an account changed nothing."""
    return RESET_SINCE if isinstance(error, ResetSinceError) else NOT_YOURS_TO_SAY


def present_resets(resets: Iterable[Reset]) -> tuple[str, ...]:
    """Return what the owner of an account is told of each time it was reset."""
    return tuple(f"{reset.by or OPERATOR} reset it on {with_time(reset.at)}." for reset in resets)


def read_number(asked: str) -> int | None:
    """Return the number of an event that an address asks for; None for anything that is none."""
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= _MOST_DIGITS else None


def _news(event: Event, teams: Mapping[str, str]) -> str:
    role = _role(event, teams)
    return _NEWS[event.did].format(who=event.by or OPERATOR, name=event.name, when=with_time(event.at), role=role)


def _what(event: Event, teams: Mapping[str, str]) -> str:
    role = _role(event, teams)
    return f"{WHAT[event.did]}: {role}" if role else WHAT[event.did]


def _role(event: Event, teams: Mapping[str, str]) -> str:
    return role_in_words(event.grant, teams) if event.grant else ""


def _who(event: Event, reader: str) -> str:
    if event.by:
        return "You" if event.actor == by_account(reader) else event.by
    return OPERATOR if event.actor == COMMAND_LINE else SIGNING_IN
