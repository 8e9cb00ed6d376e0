"""Reading where somebody is, as far as their clock needs it: the name of a zone, its city, or a country with one.

A place that lies in the UK too is read only with its country or its zone: "Perth, Australia", "Australia/Perth".
"""

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.model.own_time import UK, place, zone
from bot.understanding.commands import plain

_AREAS = frozenset({"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
_COUNTRIES = {
    UK: ("uk", "united kingdom", "britain", "great britain", "england", "scotland", "wales", "northern ireland", "gmt",
         "bst", "british"),
    "Europe/Dublin": ("ireland", "republic of ireland", "eire"),
    "Europe/Paris": ("france",), "Europe/Madrid": ("spain",), "Atlantic/Canary": ("canary islands", "tenerife"),
    "Europe/Lisbon": ("portugal",), "Europe/Berlin": ("germany",), "Europe/Rome": ("italy",),
    "Europe/Amsterdam": ("netherlands", "holland"), "Europe/Brussels": ("belgium",), "Europe/Vienna": ("austria",),
    "Europe/Zurich": ("switzerland",), "Europe/Copenhagen": ("denmark",), "Europe/Oslo": ("norway",),
    "Europe/Stockholm": ("sweden",), "Europe/Helsinki": ("finland",), "Europe/Warsaw": ("poland",),
    "Europe/Prague": ("czech republic", "czechia"), "Europe/Bucharest": ("romania",), "Europe/Sofia": ("bulgaria",),
    "Europe/Budapest": ("hungary",), "Europe/Athens": ("greece",), "Asia/Nicosia": ("cyprus",),
    "Europe/Malta": ("malta",), "Europe/Kyiv": ("ukraine",), "Europe/Vilnius": ("lithuania",),
    "Europe/Riga": ("latvia",), "Europe/Istanbul": ("turkey", "turkiye"), "Asia/Kolkata": ("india",),
    "Asia/Karachi": ("pakistan",), "Asia/Dhaka": ("bangladesh",), "Asia/Colombo": ("sri lanka",),
    "Asia/Kathmandu": ("nepal",), "Asia/Shanghai": ("china",), "Asia/Hong_Kong": ("hong kong",),
    "Asia/Tokyo": ("japan",), "Asia/Manila": ("philippines",), "Asia/Bangkok": ("thailand",),
    "Asia/Dubai": ("united arab emirates", "uae"), "Asia/Jerusalem": ("israel",), "Africa/Cairo": ("egypt",),
    "Africa/Lagos": ("nigeria",), "Africa/Accra": ("ghana",), "Africa/Nairobi": ("kenya",),
    "Africa/Harare": ("zimbabwe",), "Africa/Johannesburg": ("south africa",), "America/Jamaica": ("jamaica",),
    "Pacific/Auckland": ("new zealand",), "Atlantic/Stanley": ("falkland islands", "falklands"),
}  # fmt: skip
"""Countries with one zone, or with one that nearly everybody there goes by. Elsewhere a city is needed."""
_AMERICAN = ("USA", "US", "United States", "America")
_SHARED = {
    "Africa/Blantyre": ("Malawi",),
    "America/Denver": (*_AMERICAN, "Colorado"),
    "America/Edmonton": ("Canada", "Alberta"),
    "America/Halifax": ("Canada", "Nova Scotia"),
    "America/North_Dakota/Beulah": (*_AMERICAN, "North Dakota"),
    "America/St_Johns": ("Canada", "Newfoundland"),
    "America/St_Thomas": ("US Virgin Islands", "Virgin Islands"),
    "America/Toronto": ("Canada", "Ontario"),
    "Atlantic/Stanley": ("Falkland Islands", "the Falkland Islands", "Falklands", "the Falklands"),
    "Australia/Currie": ("Australia", "Tasmania"),
    "Australia/Melbourne": ("Australia", "Victoria"),
    "Australia/Perth": ("Australia", "Western Australia"),
    "Australia/Victoria": ("Australia",),
    "Pacific/Chatham": ("New Zealand", "Island", "Islands"),
    "Pacific/Norfolk": ("Australia", "Island"),
}  # fmt: skip
"""Zones called by a name that a town or county of the UK has too, with what else says which is meant; first what we
say. Most who write to this copy live in the UK: taken for the other, they would be written to in the night."""
_ALSO_WORDS = frozenset({
    "act", "center", "christmas", "easter", "johnston", "midway", "north", "resolute", "south", "virgin", "wake",
    "west",
})  # fmt: skip
"""Names of zones that are mostly something else: "I live in the north". They count only in a zone's full name."""
_SAID = re.compile(r"^(?:(?:hi|hello|ok|please) )*(?:my )?time ?zone (?:is )?(?P<place>.+)$")
_IN_PASSING = re.compile(
    r"^(?:i am|im|i live|we are|we live|i am living|im living) (?:now )?in (?:the )?(?P<place>.+)$"
)


def names_zone(words: str) -> bool:
    """Say whether these words are meant to name a time zone, known or not."""
    return _SAID.match(plain(words)) is not None


def read(words: str) -> ZoneInfo | None:
    """Return the zone of "my time zone is Spain" or "I am in New York"; None for other words and unknown places."""
    key = _places().get(_named(words))
    return zone(key) if key else None


def also_in_uk(words: str) -> str:
    """Return the place abroad, "Perth, Australia", where the words may mean it or one in the UK; else ""."""
    key = _shared_names().get(_named(words))
    return called(zone(key)) if key else ""


def called(own: ZoneInfo) -> str:
    """Return what a zone is called in a sentence: "UK", "New York", and "Perth, Australia" for it is in the UK too."""
    countries = _SHARED.get(own.key)
    return f"{place(own)}, {countries[0]}" if countries else place(own)


def _named(words: str) -> str:
    said = plain(words)
    found = _SAID.match(said) or _IN_PASSING.match(said)
    named = re.sub(r" in (the )?", " ", found["place"].replace("_", " ")) if found else ""
    return named.removeprefix("the ").removesuffix(" please").removesuffix(" time")


@cache
def _shared_names() -> dict[str, str]:
    """Keys of zones by their names that mean a place in the UK too."""
    return {_called(key.rpartition("/")[2]): key for key in _SHARED}


@cache
def _places() -> dict[str, str]:
    """Keys of zones by what people call them."""
    found: dict[str, str] = {}
    for key in sorted(available_timezones(), key=lambda key: (-key.count("/"), key)):  # the plainest key last: it stays
        if key.partition("/")[0] in _AREAS:
            found[_called(key.rpartition("/")[2])] = key
    shared = _shared_names()
    found = {name: key for name, key in found.items() if name not in shared and name not in _ALSO_WORDS}
    for name, key in shared.items():
        found |= {f"{name} {_called(country)}": key for country in _SHARED[key]}
        found |= {f"{name} {nation}": UK for nation in _COUNTRIES[UK]}
    found |= {_called(key): key for key in available_timezones() if key.partition("/")[0] in _AREAS}
    return found | {name: key for key, names in _COUNTRIES.items() for name in names}


def _called(part: str) -> str:
    return plain(part.replace("_", " ").replace("/", " "))
