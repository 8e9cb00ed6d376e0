"""Reads what a form or an address asks for: words, place, time and ticked choices.

What was ticked can be said again in an address to pass on; what was typed about somebody cannot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from bot.model.dates import UK
from bot.model.directory import Looking, Loss, Need, Relationship, Way

MOST_READ = 500
"""Characters. What somebody says about another person's need is shorter; the rest is left unread."""
MOST_FIELDS = 64
"""All choices ticked, and a few more."""
MOST_OF_A_PLACE = 60
WHEN_FAULT = "Write the day and the time like 2026-11-21T14:30, or leave it empty for now."

Choice = TypeVar("Choice", bound=StrEnum)


class WhenError(Exception):
    """This is no day and time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, as typed, so that the form can show it again. `fault` what is wrong with the time, or nothing."""

    looking: Looking
    when_typed: str = ""
    fault: str = ""

    @property
    def something(self) -> bool:
        """Whether anything was asked that services can be found for; a time or a way to get in touch alone is not."""
        look = self.looking
        return bool(look.text or look.district or look.needs or look.losses or look.relationships or look.for_child)

    @property
    def address(self) -> str:
        """Return the query of an address that asks the same without any words about somebody; empty for nothing."""
        look = self.looking
        ticked = [("need", each.value) for each in look.needs] + [("how", each.value) for each in look.losses]
        ticked += [("who", each.value) for each in look.relationships]
        ticked += [("way", each.value) for each in sorted(look.ways)]
        child = [("child", "yes")] if look.for_child else []
        place = [("district", look.district)] if look.district else []
        return urlencode(ticked + child + place)


def read_asked(fields: Iterable[tuple[str, str]]) -> Asked:
    """Return what these fields ask. A choice that does not exist is left out, as if it had not been ticked."""
    given: dict[str, list[str]] = {}
    for name, value in fields:
        given.setdefault(name, []).append(value)
    typed = _last(given, "when")
    fault = ""
    try:
        when = read_when(typed)
    except WhenError:
        when, fault = None, WHEN_FAULT
    looking = Looking(
        text=_words(_last(given, "q"))[:MOST_READ],
        district=_words(_last(given, "district"))[:MOST_OF_A_PLACE],
        when=when,
        needs=_choices(Need, given.get("need", ())),
        losses=_choices(Loss, given.get("how", ())),
        relationships=_choices(Relationship, given.get("who", ())),
        for_child=bool(_last(given, "child")),
        ways=frozenset(_choices(Way, given.get("way", ()))),
    )
    return Asked(looking, typed if not fault else typed[:MOST_OF_A_PLACE], fault)


def read_when(typed: str) -> datetime | None:
    """Return an ISO day and time as UK time, None for nothing. Raises WhenError for anything else."""
    if not typed.strip():
        return None
    try:
        when = datetime.fromisoformat(typed.strip())
        # A day alone would quietly mean midnight, when hardly anything is open.
        if "T" not in typed.strip().upper().replace(" ", "T"):
            raise WhenError
        return when.replace(tzinfo=UK) if when.tzinfo is None else when.astimezone(UK)
    except (ValueError, OverflowError) as error:
        raise WhenError from error


def _last(given: dict[str, list[str]], name: str) -> str:
    return given.get(name, [""])[-1]


def _words(typed: str) -> str:
    return " ".join(typed.replace("\0", " ").split())


def _choices(kind: type[Choice], values: Sequence[str]) -> tuple[Choice, ...]:
    known = {each.value for each in kind}
    return tuple(kind(value) for value in dict.fromkeys(values) if value in known)
