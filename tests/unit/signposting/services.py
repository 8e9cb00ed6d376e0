"""Invented services and hours for the tests of matching, and the short ways to look among them."""

import zlib

from bot.model.directory import Entry, Hours, Looking, Need, Phone
from bot.signposting.finder import Finder
from tests.unit.fakes import MovingClock


def entry(name, *needs, **more):
    """A service with a number, for anybody in the UK, unless said otherwise."""
    given = {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "organisation": name,
        "who_for": "anyone who asks",
        "needs": needs or (Need.BEREAVEMENT,),
        "phones": (Phone("0800 000 0000"),) if "phones" not in more else (),
        "grade": "A",
    } | more
    if given["phones"] == (Phone("0800 000 0000"),):
        given["phones"] = (Phone(f"0800 {zlib.crc32(name.encode()) % 10**7:07d}"),)
    return Entry(**given)


GENERAL = entry("General Line")
NIGHT = (Hours(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "00:00", "24:00"),)
WEEKDAYS = (Hours(("MO", "TU", "WE", "TH", "FR"), "09:00", "17:00"),)


def finder(*entries, clock=None):
    return Finder(lambda: entries, None, clock or MovingClock())


def names(found):
    return [match.entry.name for match in found.matches]


def find(entries, text="", **looking):
    return finder(*entries).find(Looking(text=text, **looking))
