"""From phrases and people to needs in their order: danger first, then harm, what is to be done, grief, and the rest."""

from collections.abc import Sequence
from typing import Final

from bot.model.directory import Need
from bot.signposting.reading.lexicon import Row
from bot.signposting.reading.people import Told

_ORDER: Final = (
    Need.CRISIS,
    Need.SAFETY,
    Need.FUNERAL,
    Need.MONEY,
    Need.AFTER_DEATH,
    Need.PLANNING,
    Need.CARERS,
    Need.ANTICIPATORY_GRIEF,
    Need.BEREAVEMENT,
    Need.FAITH,
    Need.LGBT,
    Need.MILITARY,
    Need.END_OF_LIFE,
    Need.OLDER_PEOPLE,
    Need.LOCAL_SUPPORT,
    Need.VOLUNTEERING,
)
_MAYBE: Final = frozenset({"listening", "perhaps"})
"""Marks of rows that do not say a need by themselves."""


def of_a_death(told: Told, rows: Sequence[Row]) -> bool:
    """Whether somebody has died."""
    return told.of_a_death or any(Need.BEREAVEMENT in row.needs and not row.of_a_death for row in rows)


def needs_of(rows: Sequence[Row], told: Told, marks: set[str]) -> list[Need]:
    """Return the needs, best fitting first."""
    said = {need for row in rows if not _MAYBE & set(row.marks) for need in row.needs}
    if Need.VOLUNTEERING in said and Need.CRISIS not in said:
        return [Need.VOLUNTEERING]
    lonely_too = "lonely" in marks and of_a_death(told, rows)
    found = sorted(said | _of_people(told), key=_ORDER.index)
    if of_a_death(told, rows):
        found = _after_death(found, told, marks, practical=Need.AFTER_DEATH in said)
    if lonely_too:
        found = [need for need in found if need is not Need.OLDER_PEOPLE] + [Need.OLDER_PEOPLE]
    return _with_listening(found, marks)


def _of_people(told: Told) -> set[Need]:
    """What it says of the help that is wanted that somebody is dying or ill."""
    found = set()
    if told.dying or (told.ill and not told.of_a_death):
        found |= {Need.ANTICIPATORY_GRIEF, Need.END_OF_LIFE}
    if told.self_dying:
        found.add(Need.END_OF_LIFE)
    return found


def _after_death(found: list[Need], told: Told, marks: set[str], *, practical: bool) -> list[Need]:
    """Somebody has died: grief counts, and what he died of does not. Just now: what to do comes with it."""
    if not told.dying and not told.self_dying:
        found = [need for need in found if need is not Need.END_OF_LIFE]
    if Need.BEREAVEMENT not in found:
        found = sorted([*found, Need.BEREAVEMENT], key=_ORDER.index)
    if "recent" in marks and told.of_a_death and not practical:
        found.insert(found.index(Need.BEREAVEMENT) + 1, Need.AFTER_DEATH)
    return found


def _with_listening(found: list[Need], marks: set[str]) -> list[Need]:
    """Whoever wants to talk is helped by those who listen at any hour; a word that may mean danger comes first."""
    if Need.CRISIS in found:
        return found
    if "perhaps" in marks:
        return [Need.CRISIS, *found]
    if "listening" in marks:
        return [Need.CRISIS, *found] if found in ([], [Need.LOCAL_SUPPORT]) else [*found, Need.CRISIS]
    return found
