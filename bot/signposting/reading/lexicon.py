"""Everything the data files here say about words, read once and checked: phrases and what they mean, people, places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from bot.model.directory import Loss, Nation, Need, Relationship, Way
from bot.signposting.reading.phrases import Phrases, compile_phrases, words_in

_HERE: Final = Path(__file__).parent
_NOT_SLIPS: Final = _HERE / "not_slips.txt"
"""Words of English that are nearly, but not, one of ours."""
_SHORTEST_MENDED: Final = 6


@dataclass(frozen=True, slots=True)
class Row:
    """Phrases, and what they mean when one of them is there."""

    phrases: Phrases
    needs: tuple[Need, ...] = ()
    losses: tuple[Loss, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    ways: tuple[Way, ...] = ()
    kinds: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    of_a_death: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A word for somebody: who that would be if they died, None for anybody else; and "f", "m" or "any"."""

    relationship: Relationship | None
    gender: str


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Words for people and for what happened to them. What each holds is said in people.yml."""

    people: Mapping[str, Person]
    strangers: frozenset[str]
    young: frozenset[str]
    small: frozenset[str]
    tiny: frozenset[str]
    between: frozenset[str]
    died: Phrases
    died_noun: Phrases
    dying: Phrases
    ill: Phrases
    lost: Phrases
    losing: Phrases
    widowed: Mapping[Relationship, Phrases]


@dataclass(frozen=True, slots=True)
class Town:
    """What a place name stands for: outward codes or postcode areas, or a nation alone."""

    codes: tuple[str, ...] = ()
    nation: Nation | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it. `kinds` maps words of entries to the kind of people they are for; `mended` are the right spellings.

    `filling` are words round the name of a service ("number for"), `in_many_names` those that tell none from another.
    `with_names` may stand beside a name: filling, kinds of service, towns.
    """

    rows: tuple[Row, ...]
    people: PeopleWords
    joins: tuple[tuple[re.Pattern[str], str], ...]
    near: Mapping[Need, tuple[Need, ...]]
    kinds: Mapping[str, str]
    exact: frozenset[str]
    each: frozenset[str]
    faiths: frozenset[str]
    matters: frozenset[str]
    broad: frozenset[str]
    either: tuple[frozenset[str], ...]
    towns: Mapping[str, Town]
    town_names: re.Pattern[str]
    mended: frozenset[str]
    known: frozenset[str]
    filling: frozenset[str]
    in_many_names: frozenset[str]
    with_names: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Read the data files, on the first call."""
    said, people, places = (_read(f"{name}.yml") for name in ("needs", "people", "towns"))
    lists: dict[str, str] = {**said["lists"], "young": people["young"]}
    towns = _towns(places)
    written = {word for row in said["meanings"] for word in words_in(row["say"], lists)}
    people_words = {
        word for genders in people["people"].values() for words in genders.values() for word in words.split()
    }
    of_people = {word for phrases in _all_text(people) for word in words_in(phrases, lists)}
    spoken = written | of_people
    joined = {word for phrases in people["joins"].values() for word in words_in(phrases, lists)}
    names = sorted(towns, key=len, reverse=True)
    return Lexicon(
        rows=tuple(_row(row, lists) for row in said["meanings"]),
        people=_people(people, lists),
        joins=tuple((compile_phrases(phrases, lists), f"{word} ") for word, phrases in people["joins"].items()),
        near=MappingProxyType({Need(need): tuple(Need(one) for one in near) for need, near in said["near"].items()}),
        kinds=MappingProxyType({word: kind for kind, words in said["kinds"].items() for word in words.split()}),
        exact=frozenset(said["exact"]),
        each=frozenset(said["each"]),
        faiths=frozenset(said["faiths"]),
        matters=frozenset(said["matters"]),
        broad=frozenset(said["broad"].split()),
        either=tuple(frozenset(row) for row in said["either"]),
        towns=MappingProxyType(towns),
        town_names=re.compile(rf"(?<!\S)(?:{'|'.join(names)})(?!\S)"),
        mended=frozenset(word for word in spoken if len(word) >= _SHORTEST_MENDED) | frozenset(people_words),
        filling=frozenset(said["names"]["filling"].split()),
        in_many_names=frozenset(said["names"]["in_many"].split()),
        with_names=frozenset(
            {
                *said["names"]["services"].split(),
                *said["names"]["filling"].split(),
                *(w for n in names for w in n.split()),
            }
        ),
        known=frozenset(
            spoken
            | joined
            | {f"{word}s" for word in people_words}
            | set(_NOT_SLIPS.read_text(encoding="utf-8").split())
            | {w for name in names for w in name.split()}
        ),
    )


def _row(row: dict[str, Any], lists: Mapping[str, str]) -> Row:
    return Row(
        phrases=_phrases(row["say"], lists, row.get("unless", "")),
        needs=tuple(Need(need) for need in row.get("needs", ())),
        losses=tuple(Loss(loss) for loss in row.get("losses", ())),
        relationships=tuple(Relationship(one) for one in row.get("relationships", ())),
        ways=tuple(Way(way) for way in row.get("ways", ())),
        kinds=tuple(row.get("kinds", ())),
        marks=tuple(row.get("marks", ())),
        of_a_death=row.get("of_a_death", False),
    )


def _people(said: dict[str, Any], lists: Mapping[str, str]) -> PeopleWords:
    people = {
        word: Person(Relationship(who) if who != "other" else None, gender)
        for who, genders in said["people"].items()
        for gender, words in genders.items()
        for word in words.split()
    }
    return PeopleWords(
        people=MappingProxyType(people),
        strangers=frozenset(said["strangers"].split()),
        young=frozenset(said["young"].split()),
        small=frozenset(said["small"].split()),
        tiny=frozenset(said["tiny"].split()),
        between=frozenset(said["between"].split()),
        died=_phrases(said["died"], lists, said["not_died"]),
        died_noun=_phrases(said["died_noun"], lists),
        dying=_phrases(said["dying"], lists),
        ill=_phrases(said["ill"], lists),
        lost=_phrases(said["lost"], lists, said["not_lost"]),
        losing=_phrases(said["losing"], lists),
        widowed=MappingProxyType({Relationship(who): _phrases(say, lists) for who, say in said["widowed"].items()}),
    )


def _phrases(say: str, lists: Mapping[str, str], unless: str = "") -> Phrases:
    return Phrases(compile_phrases(say, lists), compile_phrases(unless, lists) if unless else None)


def _towns(said: dict[str, Any]) -> dict[str, Town]:
    areas = {name: Town(tuple(codes.split())) for name, codes in said["areas"].items()}
    nations = {name: Town(nation=Nation(nation)) for nation, names in said["nations"].items() for name in names}
    return areas | nations | {name: Town((code,)) for code, names in said["towns"].items() for name in names}


def _all_text(said: dict[str, Any]) -> list[str]:
    nested = [words for genders in said["people"].values() for words in genders.values() if words]
    flat = [phrases for phrases in said.values() if isinstance(phrases, str)]
    return [*flat, *nested, *said["widowed"].values(), " ".join(said["joins"])]


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return content
