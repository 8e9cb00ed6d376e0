"""Reading where somebody is, as far as their clock needs it: the name of a zone, its city, or a country with one."""

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.model.own_time import UK, zone
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
    "Pacific/Auckland": ("new zealand",),
}  # fmt: skip
"""Countries with one zone, or with one that nearly everybody there goes by. Elsewhere a city is needed."""
_SAID = re.compile(r"^(?:(?:hi|hello|ok|please) )*(?:my )?time ?zone (?:is )?(?P<place>.+)$")
_IN_PASSING = re.compile(
    r"^(?:i am|im|i live|we are|we live|i am living|im living) (?:now )?in (?:the )?(?P<place>.+)$"
)


def names_zone(words: str) -> bool:
    """Say whether these words are meant to name a time zone, known or not."""
    return _SAID.match(plain(words)) is not None


def read(words: str) -> ZoneInfo | None:
    """Return the zone of "my time zone is Spain" or "I am in New York"; None for other words and unknown places."""
    said = plain(words)
    found = _SAID.match(said) or _IN_PASSING.match(said)
    if found is None:
        return None
    named = found["place"].replace("_", " ").removeprefix("the ").removesuffix(" please").removesuffix(" time")
    key = _places().get(named)
    return zone(key) if key else None


@cache
def _places() -> dict[str, str]:
    """Keys of zones by what people call them."""
    found: dict[str, str] = {}
    for key in sorted(available_timezones(), key=lambda key: (-key.count("/"), key)):  # the plainest key last: it stays
        if key.partition("/")[0] in _AREAS:
            found[_called(key.rpartition("/")[2])] = key
    found |= {_called(key): key for key in available_timezones() if key.partition("/")[0] in _AREAS}
    return found | {name: key for key, names in _COUNTRIES.items() for name in names}


def _called(part: str) -> str:
    return plain(part.replace("_", " ").replace("/", " "))
