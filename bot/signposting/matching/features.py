"""What matching needs to know of one entry, worked out once: whom it is for, how to reach it, the words of its name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.model.directory import Entry, Loss, Relationship, Way
from bot.signposting.reading.lexicon import lexicon
from bot.signposting.reading.plain_words import words

ILL_CHILD: Final = "ill_child"
"""The kind of people that services for children with an illness are for, and those for their families."""
_ILL: Final = frozenset({"ill", "illness", "illnesses", "limiting", "hospice"})
YOUNG: Final = 25
"""The highest age of services that are for children and young people."""
_ALSO_GROWN_UPS: Final = frozenset(
    {"adult", "adults", "anyone", "everyone", "families", "family", "parents", "people", "ages"}
    | {"grandparents", "relatives"}
)
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_CAPITALS: Final = 3
_SPOKEN_NUMBERS: Final = {"2": "to", "4": "for"}
_TELLING: Final = 4
"""Letters from which on a word says something of a service."""
_PAIR: Final = 2
"""Words of a name that are also written as one; a longer name is also known by its first letters."""
_SPOKEN: Final = frozenset({"voice", ""})


@dataclass(frozen=True, slots=True)
class Features:
    """`kinds` of people as in needs.yml. `for_young`: for children and young people only.

    `names` are what somebody may type for it, `run_by` for its organisation. `words` are those
    of its name and of whom it is for, without the s at their ends.
    """

    entry: Entry
    kinds: frozenset[str]
    ways: frozenset[Way]
    for_young: bool
    for_children: bool
    reachable: bool
    names: tuple[tuple[str, ...], ...]
    run_by: tuple[tuple[str, ...], ...]
    words: frozenset[str]


def features(entry: Entry) -> Features:
    """Work out the features of an entry."""
    name, who_for = words(entry.name), words(entry.who_for)
    said = lexicon().kinds
    kinds = frozenset(said[word] for word in (*name, *who_for) if word in said)
    ways = _ways(entry)
    young = (entry.maximum_age is not None and entry.maximum_age <= YOUNG) or (
        "children" in kinds and not _about_a_child(entry) and not _ALSO_GROWN_UPS & _without_young(who_for)
    )
    return Features(
        entry=entry,
        kinds=_narrowed(kinds, {*who_for}),
        ways=ways,
        for_young=young,
        for_children=young or ("children" in kinds and not _about_a_child(entry)),
        reachable=bool(ways or entry.url or entry.places),
        names=_names(entry, tuple(name)),
        run_by=() if entry.organisation == entry.name else _run_by(entry.organisation),
        words=frozenset(word.removesuffix("s") for word in (*name, *who_for) if len(word) >= _TELLING),
    )


def shown(entry: Entry) -> bool:
    """Whether an entry may be offered at all."""
    return not entry.closed and not entry.held_back


def _narrowed(kinds: frozenset[str], who_for: set[str]) -> frozenset[str]:
    """The kinds that count: one matter only where nothing is said of others, and children who are ill by themselves."""
    if who_for & lexicon().broad:
        kinds -= lexicon().matters
    if "children" in kinds and who_for & _ILL:
        kinds |= {ILL_CHILD}
    return kinds - {"children"}


def _about_a_child(entry: Entry) -> bool:
    """Whether it is a child who died, so that grown-ups are meant."""
    return Relationship.CHILD in entry.relationships or Loss.BABY in entry.losses


def _without_young(who_for: list[str]) -> set[str]:
    """The words, but the people in "young people"."""
    return {
        word for before, word in zip(["", *who_for], who_for, strict=False) if (before, word) != ("young", "people")
    }


def _ways(entry: Entry) -> frozenset[Way]:
    """How one can get in touch; a number that was reported wrong is none."""
    ways = set(entry.access) - {Way.PHONE, Way.TEXT, Way.RELAY, Way.BSL}
    if not entry.number_wrong:
        ways = set(entry.access)
        ways |= {Way.PHONE for phone in entry.phones if phone.type in _SPOKEN}
        ways |= {Way.TEXT for phone in entry.phones if phone.type == "text"}
        ways |= {Way.RELAY for phone in entry.phones if phone.type == "textphone"}
        if not entry.phones:
            ways -= {Way.PHONE, Way.TEXT}
    if entry.email:
        ways.add(Way.EMAIL)
    return frozenset(ways - ({Way.WEB} if not entry.url else set()))


def _names(entry: Entry, name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What somebody may type for it by its name, by what the name holds in brackets, or by its capitals: WAY."""
    found = {name}
    first = entry.name.partition(" ")[0]
    if first.isupper() and len(first) >= _CAPITALS:
        found.add(tuple(words(first)))
    if "(" not in entry.name:
        return tuple(found | _shortened(name))
    inside = (tuple(words(said)) for said in _BRACKETS.findall(entry.name))
    for one in (tuple(words(_BRACKETS.sub("", entry.name))), *(one for one in inside if len(one) > 1)):
        found |= _shortened(one)
    return tuple(found)


@lru_cache(maxsize=4096)
def _run_by(organisation: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_shortened(tuple(words(organisation))))


def _shortened(name: tuple[str, ...]) -> set[tuple[str, ...]]:
    """A name, from any word on that is no word of every day; its telling words; first letters such as "cbuk"."""
    everyday, in_many = lexicon().known, lexicon().in_many_names
    telling = [word for word in name if word not in in_many]
    starts = [at for at, word in enumerate(name) if word not in everyday and word not in in_many]
    first = next((at for at, word in enumerate(name) if word in telling), 0)
    found = {name[at:] for at in {0, first, *starts}} | {tuple(_SPOKEN_NUMBERS.get(word, word) for word in name)}
    found.add(tuple(telling))
    if len(name[first:]) == _PAIR:
        found.add(("".join(name[first:]),))
    if len(name) > _PAIR:
        found.add(("".join("uk" if word == "uk" else word[0] for word in name),))
    return {one for one in found if one}
