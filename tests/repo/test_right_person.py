"""Each door is spoken to as itself: no wording for it speaks to somebody else. Door by response, in both wordings."""

import re
from typing import Any

import pytest

from bot.model.position import Door, Position
from tests.unit.fakes import RESPONSES

ABOUT_ONESELF = re.compile(
    r"\bmatters? (most )?to you\b|\bfor you\b|\bwould you (still )?like (people )?to (be cared|please|do|have)"
    r"|\bbrings you\b|\bworries you\b|\bwhat would you (still )?like\b|\bhelps? you to\b|\byour (wish|life)\b"
    r"|\bclose to you\b|\bspeak for you\b|\bknows you\b|\bdo you like\b|\bafter you die\b|\btalk with me\b"
)
OF_THE_ONE_WHO_CARES = {
    ("utter_focus_topics_ask_caring", Door.CLOSE),
    *(("utter_focus_own_life", door) for door in (Door.CLOSE, Door.WRITING)),
}
"""Asked of the writer on purpose, and said to be."""
SMALL = re.compile(r"utter_(smalltalk|feelings)_")


def said(name: str, door: Door, *, easy: bool) -> list[str]:
    """Every text and button that somebody at this door may get for a response."""
    slots: dict[str, Any] = {"door": door, "about_them": Position(door=door).about_them, "easy_read": easy}
    fitting = [v for v in RESPONSES[name] if all(slots[c["name"]] == c["value"] for c in v.get("condition", ()))]
    most = max(len(v.get("condition", ())) for v in fitting)
    closest = [v for v in fitting if len(v.get("condition", ())) == most]
    return [part for v in closest for part in (v["text"], *(b["title"] for b in v.get("buttons", ())))]


def wrong(names: list[str], door: Door) -> list[str]:
    return [
        f"{name}: {part}"
        for name in names
        for easy in (False, True)
        for part in said(name, door, easy=easy)
        if (name, door) not in OF_THE_ONE_WHO_CARES and ABOUT_ONESELF.search(part.replace("for you to", ""))
    ]


@pytest.mark.parametrize("door", [Door.CLOSE, Door.WRITING])
def test_whoever_is_asked_about_another_is_not_asked_about_themselves(door):
    assert wrong([name for name in RESPONSES if name.startswith("utter_focus_")], door) == []


@pytest.mark.parametrize("door", [Door.CLOSE, Door.WRITING, Door.GRIEVING, Door.HELPING])
def test_what_is_said_in_passing_asks_nobody_else_what_matters_to_them(door):
    names = [name for name in RESPONSES if SMALL.match(name)]
    assert [one for one in wrong(names, door) if "matters to you" in one] == []


def test_the_table_would_see_it():
    names = [name for name in RESPONSES if name.startswith("utter_focus_")]
    assert len(wrong(names, Door.ME)) > 20


def test_words_are_called_the_writers_own_view_or_the_words_of_the_one_who_said_them():
    assert all("your own view" in text for text in said("utter_record_read_back", Door.CLOSE, easy=False))
    assert all("they said" in text for text in said("utter_record_read_back", Door.WRITING, easy=False))
