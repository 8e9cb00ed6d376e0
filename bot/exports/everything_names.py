"""Ids in what is held, as people read them: whose link, which team, who did it. The file for programs has the ids."""

import re
from collections.abc import Mapping
from typing import Any

Rows = list[dict[str, Any]]

_BELONGS_TO = ("share_id", "release_id")
_NAMED = ("subject", "actor", "recipient")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ACTORS = {
    "reader": "Whoever opened {of}",
    "trusted_one": "Somebody you trust to say that you died",
    "trusted_two": "Somebody you trust to say that you died",
    "staff": "Somebody of the staff",
    "job": "This service, by the clock",
}
_CALLED = {
    "shares": "the link for {recipient}",
    "team_shares": "{team}",
    "after_my_death": "what opens after your death",
    "after_my_death_people": "the link for {name}",
    "team_promises": "what a team said it will do",
    "team_questions": "what a team asked you",
    "complaints": "what you said was not right",
}
"""What a row is called, by its kind; in braces what the row has."""
_SOME_LINK = "a link of yours"
SAFETY = "job:safety"
"""Who gives a reply about danger. The log has the name of a pattern with it, which says nothing to people."""
_DANGERS = {
    "emergency": "an emergency",
    "suicidal": "thoughts of ending a life",
    "passive_death_wish": "a wish to be dead, or not to wake",
    "urgent_symptoms": "symptoms that need help soon",
    "safeguarding": "harm by somebody",
    "death_just_happened": "a death",
}
_SOME_DANGER = "what you wrote"


def with_names(held: Mapping[str, Rows]) -> dict[str, Rows]:
    """Return what is held with names in place of ids. An id that stands for nothing here is left out."""
    names = _names(held)
    return {kind: [_row(row, names) for row in rows] for kind, rows in held.items()}


def _names(held: Mapping[str, Rows]) -> dict[str, str]:
    return {
        row["id"]: named.format_map({"recipient": "", "team": "", "name": "", **row})
        for kind, named in _CALLED.items()
        for row in held.get(kind, ())
        if row.get("id")
    }


def _row(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, value in row.items():
        if name in _BELONGS_TO and value in names:
            shown["which"] = names[value]
        elif name in _NAMED and isinstance(value, str):
            shown[name] = _danger(value) if row.get("actor") == SAFETY and name == "subject" else _said(value, names)
        else:
            shown[name] = value
    return shown


def _said(value: str, names: Mapping[str, str]) -> str:
    """Return an id, with who it is of before it or not, as people read it; other words as they are."""
    if value == SAFETY:
        return "This service"
    kind, _, rest = value.partition(":")
    if kind in _ACTORS and rest:
        return _ACTORS[kind].format(of=names.get(rest, _SOME_LINK))
    return names.get(value, "") if _ID.fullmatch(value) else value


def _danger(pattern: str) -> str:
    """Return what a reply about danger was about: as one of the door's kinds, the first that the pattern names."""
    return next((_DANGERS[part] for part in pattern.split(".") if part in _DANGERS), _SOME_DANGER)
