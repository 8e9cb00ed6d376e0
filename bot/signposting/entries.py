"""From a document to an entry: what matching and pages work with. What cannot be read for certain is not claimed."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from bot.model.directory import Entry, Hours, Nation, Phone
from bot.signposting.hours import DAYS, is_time
from bot.signposting.hsds import Document, Record
from bot.signposting.places import is_covered, nations_of
from bot.signposting.vocabulary import VOCABULARIES, word_of

FOR: Final = "For "
"""How a description of ours begins; what follows reads on after "for"."""
RING: Final = "Ring to check the hours."
UNCLEAR_PLACE: Final = "to check: where it helps is not written as nations or postcode districts"
_CAN_RING: Final = frozenset({"voice", "text", "textphone", "sms", "cell", ""})
_EVERYWHERE: Final = frozenset({"uk", "united kingdom", "the united kingdom", "gb-uk", "national", "nationwide"})
_SECONDS: Final = re.compile(r"(?<=\d\d:\d\d):00(?:\.0+)?$")
_BRITAIN: Final = (Nation.ENGLAND, Nation.SCOTLAND, Nation.WALES)


def entry_of(document: Document) -> Entry:
    """The entry that a document stands for."""
    words = _words(document)
    nations, districts, is_clear = _where(document)
    hours, hours_note = _hours(document)
    description = document.get("description", "")
    return Entry(
        id=document["id"],
        name=document["name"],
        organisation=document["organization"]["name"],
        who_for=_who_for(description, words),
        description="" if description.startswith(FOR) else description,
        needs=tuple(words["needs"]),
        losses=tuple(words["losses"]),
        relationships=tuple(words["relationships"]),
        nations=nations,
        districts=districts,
        minimum_age=document.get("minimum_age"),
        maximum_age=document.get("maximum_age"),
        phones=tuple(_phones(document)),
        email=document.get("email", ""),
        url=document.get("url", ""),
        hours=hours,
        hours_note=hours_note,
        places=tuple(_places(document)),
        languages=tuple(one["name"] for one in document.get("languages", ()) if one.get("name")),
        access=tuple(words["access"]),
        next_step=document.get("x_next_step", ""),
        alert=document.get("alert", ""),
        fees=document.get("fees", ""),
        source=document.get("x_source", ""),
        grade=document.get("x_grade", ""),
        assured_date=date.fromisoformat(document["assured_date"]) if "assured_date" in document else None,
        assurer_email=document.get("assurer_email", ""),
        held_back=document.get("x_held_back", "") or ("" if is_clear else UNCLEAR_PLACE),
        closed=document["status"] != "active",
        number_wrong="x_number_wrong_since" in document,
    )


def _words(document: Document) -> dict[str, list[Any]]:
    """The terms of ours, by the field of an entry."""
    words: dict[str, list[Any]] = {field: [] for field in VOCABULARIES}
    for attribute in document.get("attributes", ()):
        if found := word_of(attribute.get("taxonomy_term") or {}):
            field, word = found
            words[field].append(word)
    return words


def _who_for(description: str, words: dict[str, list[Any]]) -> str:
    """What reads on after "for". A foreign description does not, so its needs stand in."""
    if description.startswith(FOR):
        return description.removeprefix(FOR).removesuffix(".")
    named = [str(need).replace("_", " ") for need in words["needs"]]
    return f"help with {' and '.join(named)}" if named else "support"


def _phones(document: Document) -> Iterator[Phone]:
    for holder in (*document.get("contacts", ()), document):
        phones = holder.get("phones")
        for phone in phones if isinstance(phones, list) else ():  # a service's own are foreign, and may be anything
            if isinstance(phone, dict) and phone.get("number") and phone.get("type", "") in _CAN_RING:
                kind = str(phone.get("type", ""))
                kind = {"sms": "text", "cell": "voice", "": "voice"}.get(kind, kind)
                yield Phone(str(phone["number"]), kind, str(phone.get("description") or ""))


def _places(document: Document) -> Iterator[str]:
    for there in document.get("service_at_locations", ()):
        for address in (there.get("location") or {}).get("addresses", ()):
            parts = (address.get(part, "") for part in ("address_1", "city", "postal_code"))
            yield ", ".join(part for part in parts if part)


def _where(document: Document) -> tuple[tuple[Nation, ...], tuple[str, ...], bool]:
    """Nations and districts, and whether every area could be read as one of them."""
    nations: list[Nation] = []
    districts: list[str] = []
    everywhere, is_clear = False, True
    for area in document.get("service_areas", ()):
        kind, extent = area.get("extent_type", ""), area.get("extent", "")
        named = (extent if kind == "nation" else area.get("name", "") or extent).strip()
        if kind == "postcode" and extent.split() and all(is_covered(code) for code in extent.split()):
            districts += extent.split()
        elif named.casefold() in _EVERYWHERE:
            everywhere = True
        elif named in set(Nation):
            nations.append(Nation(named))
        elif named == "Great Britain":
            nations += _BRITAIN
        else:
            is_clear = False
    if everywhere:
        return (), (), True
    implied = nations_of(tuple(districts)) if districts and not nations else nations
    where = tuple(nation for nation in Nation if nation in implied)
    return where, tuple(dict.fromkeys(districts)), is_clear or bool(where)


def _hours(document: Document) -> tuple[tuple[Hours, ...], str]:
    """The weekly hours, and what is said besides. Hours with conditions that we do not hold are not claimed."""
    found: list[Hours] = []
    notes: dict[str, None] = {}
    for schedule in document.get("schedules", ()):
        if note := str(schedule.get("notes") or ""):
            notes[note] = None
        if schedule.keys() - {"id", "notes"}:
            hours = _weekly(schedule)
            if hours is None:
                return (), " ".join(notes) or RING
            found.append(hours)
    found.sort(key=lambda hours: (DAYS.index(hours.days[0]), hours.opens))
    return tuple(found), " ".join(notes)


def _weekly(schedule: Record) -> Hours | None:
    """A schedule that is the same every week; None for any other."""
    days = [day for day in re.split(r"[,\s]+", schedule.get("byday", "").upper()) if day]
    if schedule.get("freq") == "DAILY" and not days:
        days = list(DAYS)
    times = [_SECONDS.sub("", schedule.get(name, "")) for name in ("opens_at", "closes_at")]
    plain = (
        str(schedule.get("freq", "WEEKLY")) in {"WEEKLY", "DAILY"}
        and str(schedule.get("interval") or "1") in {"1", "1.0"}
        and not any(schedule.get(limit) for limit in _LIMITS)
    )
    if not plain or not days or not set(days) <= set(DAYS) or not all(is_time(time) for time in times):
        return None
    return Hours(tuple(day for day in DAYS if day in days), *times)


_LIMITS: Final = (
    "valid_from",
    "valid_to",
    "until",
    "count",
    "bymonthday",
    "byweekno",
    "byyearday",
    "timezone",
    "service_at_location_id",
)
"""What makes a schedule hold for some of the time only, at one of several places, or by another clock."""
