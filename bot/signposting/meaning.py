"""What a volunteer's or anybody's free text says of the help that is looked for, as needs, losses and the rest of it.

Words decide where they are plain. Where they say nothing, nearness in meaning does. Nothing of a text is kept.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bot.model.directory import Loss, Nation, Need, Relationship, Way
from bot.signposting.places import read_district
from bot.signposting.reading.lexicon import Row, Town, lexicon
from bot.signposting.reading.likeness import Encodes, Likeness
from bot.signposting.reading.people import Told, read_people
from bot.signposting.reading.phrases import line_of
from bot.signposting.reading.slips import read_words
from bot.signposting.reading.wanted import needs_of, of_a_death

_POSTCODE: Final = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,2}\d[A-Za-z\d]?)(?:\s*(\d[A-Za-z]{2}))?(?![A-Za-z0-9])")
_NO_POSTCODES: Final = frozenset({"SR1", "B12", "B6", "D3", "E45", "G4", "M1", "A1", "A4", "W2"})
"""What else people mean by these: a form, a vitamin, a size of paper."""
_MOST_FOR_PLACES: Final = 2000
_GROWN_UP: Final = 18
_UNSURE: Final = frozenset({"perhaps", "listening"})
"""Marks of words that may mean danger, or only that somebody would like to be listened to."""
_VIOLENT: Final = frozenset({Loss.SUICIDE, Loss.SUDDEN})
"""Deaths whose telling sounds like danger to a second judge: help for such grief is shown beside who listens."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says.

    `needs` stand best fitting first. `places` are outward codes or areas, `nations` as far as they are named. `soon` is
    "now" or "tonight" where somebody is to answer then. `before`: nobody has died yet. `marks` and `kinds` are those of
    needs.yml: the mark "danger" is life at risk this minute, a kind is of people, such as "cancer" or "muslim".
    """

    needs: tuple[Need, ...] = ()
    losses: tuple[Loss, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    age: int | None = None
    for_child: bool = False
    ways: frozenset[Way] = frozenset()
    places: tuple[str, ...] = ()
    nations: frozenset[Nation] = frozenset()
    soon: str = ""
    before: bool = False
    marks: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    words: tuple[str, ...] = field(default=(), repr=False)

    @property
    def place(self) -> str:
        """The first place named, or ""."""
        return self.places[0] if self.places else ""


class Reader:
    """Reads texts. One serves many threads."""

    def __init__(
        self, load_encoder: Callable[[], Encodes] | None = None, in_danger: Callable[[str], bool] | None = None
    ) -> None:
        """`load_encoder` is called when it is first needed; what it raises is logged, and words alone are read.

        `in_danger` may be a second judge of whether somebody is in danger, such as the safety door.
        """
        self._likeness = Likeness(load_encoder)
        self._in_danger = in_danger

    def warm(self) -> None:
        """Do now what the first search would wait for."""
        lexicon()
        self._likeness.warm()

    def read(self, text: str) -> Meaning:
        """Return what a text says. Never raises, whatever the text."""
        words = read_words(text)
        if not words:
            return Meaning()
        line = line_of(words)
        told = read_people(words)
        rows = [row for row in lexicon().rows if row.phrases.search(line)]
        rows = [row for row in rows if not row.of_a_death or of_a_death(told, rows)]
        marks = {mark for row in rows for mark in row.marks}
        for_child = told.young or told.ill_child or ("for_child" in marks and not _grown_up(told))
        needs = needs_of(rows, told, marks)
        if not needs or needs == [Need.LOCAL_SUPPORT]:
            near = self._likeness.nearest(text)
            marks |= {"perhaps"} if Need.CRISIS in near else set()
            needs = sorted({*needs, *near}, key=lambda need: (need is not Need.CRISIS, [*near, *needs].index(need)))
        unsure = Need.CRISIS not in needs[:1] or bool(marks & _UNSURE)
        if unsure and self._in_danger is not None and self._in_danger(text):
            others = [need for need in needs if need is not Need.CRISIS]
            explained = told.of_a_death and bool(_VIOLENT & set(_losses(rows)))
            marks = marks | {"perhaps"} if explained else marks - _UNSURE
            needs = [*others, Need.CRISIS] if explained else [Need.CRISIS, *others]
        if needs[:1] == [Need.END_OF_LIFE] and told.age is not None and told.age < _GROWN_UP:
            told.ill_child = for_child = True
        places = places_named(text, line)
        return Meaning(
            needs=tuple(needs),
            losses=_losses(rows),
            relationships=_relationships(rows, told),
            age=told.age,
            for_child=for_child,
            ways=_ways(rows),
            places=tuple(code for town in places for code in town.codes),
            nations=frozenset(town.nation for town in places if town.nation is not None),
            soon="now" if "now" in marks else "tonight" if "tonight" in marks else "",
            before=not of_a_death(told, rows) and bool(told.dying or told.self_dying),
            marks=frozenset(marks),
            kinds=frozenset(kind for row in rows for kind in row.kinds) | ({"ill_child"} if told.ill_child else set()),
            words=tuple(words),
        )


def _grown_up(told: Told) -> bool:
    """Whether the one who looks for help says that they are not a child, and nobody else is meant."""
    return told.age is not None and not told.children and not told.young


def _losses(rows: list[Row]) -> tuple[Loss, ...]:
    return tuple(dict.fromkeys(loss for row in rows for loss in row.losses))


def _relationships(rows: list[Row], told: Told) -> tuple[Relationship, ...]:
    """Return who died; what people.yml tells comes first, else what a word such as "miscarriage" says."""
    implied = [one for row in rows for one in row.relationships]
    return told.relationships or tuple(dict.fromkeys(implied))


def _ways(rows: list[Row]) -> frozenset[Way]:
    """Return the ways wanted. Who says "deaf" and "text" wants to text."""
    named = [set(row.ways) for row in rows if row.ways]
    plain = set().union(*(ways for ways in named if len(ways) == 1)) if named else set()
    return frozenset(plain or set().union(*named))


def places_named(text: str, line: str) -> list[Town]:
    """Return the places named: postcodes first, then towns in the order they stand in."""
    found = []
    for match in _POSTCODE.finditer(text[:_MOST_FOR_PLACES]):
        outward = match[1].upper()
        district = None if outward in _NO_POSTCODES and not match[2] else read_district(outward)
        if district is not None:
            found.append(Town((district.code,)))
    towns = lexicon().towns
    return found + [towns[name[0]] for name in lexicon().town_names.finditer(line)]
