"""An entry of the directory of support services, what is looked for, and what was found. Plain values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Nation(StrEnum):
    """The four nations of the UK."""

    ENGLAND = "England"
    SCOTLAND = "Scotland"
    WALES = "Wales"
    NORTHERN_IRELAND = "Northern Ireland"


class Need(StrEnum):
    """What a service can help with."""

    AFTER_DEATH = "after_death"
    ANTICIPATORY_GRIEF = "anticipatory_grief"
    BEREAVEMENT = "bereavement"
    CARERS = "carers"
    CRISIS = "crisis"
    END_OF_LIFE = "end_of_life"
    FAITH = "faith"
    FUNERAL = "funeral"
    LGBT = "lgbt"
    LOCAL_SUPPORT = "local_support"
    MILITARY = "military"
    MONEY = "money"
    OLDER_PEOPLE = "older_people"
    PLANNING = "planning"
    SAFETY = "safety"
    VOLUNTEERING = "volunteering"


class Loss(StrEnum):
    """How somebody died, where a service is for that kind of loss."""

    SUICIDE = "suicide"
    SUDDEN = "sudden"
    BABY = "baby"
    MILITARY = "military"


class Relationship(StrEnum):
    """Who died, seen from the person who grieves."""

    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    FRIEND = "friend"


class Way(StrEnum):
    """How one can get in touch, and what makes that easier."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    WEB = "web"
    IN_PERSON = "in_person"
    RELAY = "relay"
    BSL = "bsl"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is printed. `type` is voice, text or textphone; `description` such as "text SHOUT to"."""

    number: str
    type: str = "voice"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Open on these days (MO to SU) from `opens` to `closes`, UK time, such as 09:30; "24:00" is the end of the day."""

    days: tuple[str, ...]
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One service, ready to match and to show.

    `who_for` reads on after "for"; `description` is what an imported entry says of itself. `needs` stand best fitting
    first. `nations` empty: the whole UK. `districts` empty: all of those nations; else outward codes or areas, such as
    "DT1" or "BH". `losses` and `relationships` empty: any. `hours` empty: not known. Ages are whole years, both
    included. `assured_date` None: nobody has checked it. `held_back` says why it is not shown, empty when it is.
    `closed` it takes nobody now. `number_wrong` two people said so, and nobody has checked since: its numbers are not
    shown. `places` are addresses, a line each.
    """

    id: str
    name: str
    organisation: str
    who_for: str
    needs: tuple[Need, ...]
    losses: tuple[Loss, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    nations: tuple[Nation, ...] = ()
    districts: tuple[str, ...] = ()
    minimum_age: int | None = None
    maximum_age: int | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    hours: tuple[Hours, ...] = ()
    hours_note: str = ""
    languages: tuple[str, ...] = ()
    access: tuple[Way, ...] = ()
    next_step: str = ""
    alert: str = ""
    fees: str = ""
    source: str = ""
    grade: str = ""
    assured_date: date | None = None
    assurer_email: str = ""
    held_back: str = ""
    closed: bool = False
    number_wrong: bool = False
    places: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What is looked for. All of it is optional; `when` is UK local time, None: now.

    `for_child` the one who grieves is under 18, or the help is for such a child.
    """

    text: str = ""
    district: str = ""
    when: datetime | None = None
    needs: tuple[Need, ...] = ()
    losses: tuple[Loss, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    age: int | None = None
    for_child: bool = False
    ways: frozenset[Way] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Match:
    """One service that fits: a sentence on why, one on what happens next, and when it answers.

    `open_now` None: its hours are not known. `checked` says who checked it and when, or that nobody has; `stale` that
    this was long ago.
    """

    entry: Entry
    why: str
    next_step: str
    open_now: bool | None
    opens: str
    checked: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Found:
    """At most three, best first. `next_best` nothing fits all of it, and these are said to be the nearest.

    `unclear` what was typed names a place that is not one in the UK.
    """

    matches: tuple[Match, ...] = ()
    next_best: bool = False
    unclear: str = ""
