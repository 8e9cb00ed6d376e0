"""All that is looked for, in one value: what was said in choices, and what the words mean."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from bot.model.directory import Looking, Loss, Nation, Need, Relationship, Way
from bot.signposting.matching.features import ILL_CHILD
from bot.signposting.meaning import Meaning
from bot.signposting.places import is_covered, read_district
from bot.signposting.reading.lexicon import Town, lexicon
from bot.signposting.reading.plain_words import words

UK: Final = ZoneInfo("Europe/London")
_EVENING: Final = time(20)
_YEARS: Final = range(1900, 2200)
"""Outside these a time is a mistake, and now is meant."""
_GROWN_UP: Final = 18
_PRESSING: Final = frozenset({"danger", "urgent"})
_KIND_OF_NEED: Final = {Need.LGBT: "lgbt", Need.MILITARY: "forces", Need.SAFETY: "harm", Need.END_OF_LIFE: "urgent"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a service has to fit.

    `also` are needs that a service may have besides: whoever listens to children does it whatever has happened.
    `codes` are outward codes or areas, empty where no place is known; `nations` those the service must all serve.
    `now` is the moment shown, `at` the one to be open at; `open_matters` 0 hardly, 1 somewhat, 2 much.
    `crisis_only`: somebody is in danger, nothing else comes before that. `crisis_first`: they may be. `pressing`: it
    cannot wait until the surgery opens; `symptoms`: because of pain, breathing and the like, near the end of life.
    `ill_child`: a child is ill or dying, and their family asks.
    """

    needs: tuple[Need, ...]
    also: tuple[Need, ...]
    losses: frozenset[Loss]
    relationships: frozenset[Relationship]
    age: int | None
    for_child: bool
    ill_child: bool
    ways: frozenset[Way]
    codes: tuple[str, ...]
    nations: frozenset[Nation]
    nation_known: bool
    kinds: frozenset[str]
    now: datetime
    at: datetime
    open_matters: int
    crisis_only: bool
    crisis_first: bool
    pressing: bool
    symptoms: bool
    any_faith: bool
    unclear: str
    words: tuple[str, ...]

    @property
    def anything(self) -> bool:
        """Whether there is something to look for."""
        return bool(self.needs or self.losses or self.relationships or self.ways or self.kinds or self.for_child)


def wanted(looking: Looking, meaning: Meaning, now: datetime) -> Wanted:
    """Join both. What was chosen goes before what words mean; a district that was typed before a town in the words."""
    needs = _needs(looking, meaning)
    losses = frozenset(looking.losses or meaning.losses)
    relationships = frozenset(looking.relationships or meaning.relationships)
    for_child = looking.for_child or meaning.for_child
    age = looking.age if looking.age is not None else meaning.age
    codes, nations, unclear = _where(looking.district, meaning)
    moment = _moment(looking.when, now)
    crisis = Need.CRISIS in looking.needs or meaning.needs[:1] == (Need.CRISIS,)
    maybe = bool(meaning.marks & {"perhaps", "listening"}) and Need.CRISIS not in looking.needs
    grieving = losses or relationships
    ill_child = ILL_CHILD in meaning.kinds and not for_child
    return Wanted(
        needs=needs or ((Need.BEREAVEMENT,) if for_child or (grieving and not meaning.before) else ()),
        also=(Need.CRISIS,) if for_child and Need.CRISIS not in needs else (),
        losses=losses,
        relationships=_who_died(relationships, losses, for_child=for_child)
        | frozenset({Relationship.CHILD} if ill_child and not looking.relationships else ()),
        age=None if for_child and age is not None and age >= _GROWN_UP else age,
        for_child=for_child or (age is not None and age < _GROWN_UP),
        ill_child=ill_child,
        ways=looking.ways | meaning.ways,
        codes=codes,
        nations=nations or frozenset({Nation.ENGLAND}),
        nation_known=bool(nations),
        kinds=_kinds(meaning, needs) | ({"urgent"} if crisis and not maybe else set()),
        now=moment,
        at=_at(moment, meaning.soon),
        open_matters=2 if meaning.soon else 1 if looking.when is not None else 0,
        crisis_only=crisis and not maybe,
        crisis_first=crisis or ("perhaps" in meaning.marks and Need.CRISIS in needs),
        pressing=crisis or bool(meaning.soon) or bool(meaning.marks & _PRESSING),
        symptoms="urgent" in meaning.marks and Need.END_OF_LIFE in needs,
        any_faith=Need.FAITH in looking.needs and not meaning.kinds & lexicon().faiths,
        unclear=unclear,
        words=meaning.words,
    )


def _needs(looking: Looking, meaning: Meaning) -> tuple[Need, ...]:
    """What was chosen, then what words say. Who grieves for a dying parent as a child needs no hospice."""
    said = meaning.needs
    if meaning.for_child and Need.ANTICIPATORY_GRIEF in said and ILL_CHILD not in meaning.kinds:
        said = tuple(need for need in said if need is not Need.END_OF_LIFE)
    return tuple(dict.fromkeys((*looking.needs, *said)))


def _who_died(
    relationships: frozenset[Relationship], losses: frozenset[Loss], *, for_child: bool
) -> frozenset[Relationship]:
    if not relationships and Loss.BABY in losses:
        return frozenset({Relationship.CHILD, Relationship.SIBLING} if for_child else {Relationship.CHILD})
    if for_child and Relationship.PARTNER in relationships:
        return relationships - {Relationship.PARTNER} | {Relationship.PARENT}
    return relationships


def _kinds(meaning: Meaning, needs: tuple[Need, ...]) -> frozenset[str]:
    of_needs = {kind for need, kind in _KIND_OF_NEED.items() if need in needs}
    if "own_behaviour" in meaning.kinds:  # whoever hurts somebody is no help to those who are hurt, nor they to them
        of_needs -= {"harm"}
    return meaning.kinds | of_needs | ({"emergency"} if "danger" in meaning.marks else set())


def _where(typed: str, meaning: Meaning) -> tuple[tuple[str, ...], frozenset[Nation], str]:
    """Return codes, nations, and what was typed as a place but is none."""
    unclear = ""
    if typed.strip():
        if place := place_of(typed):
            nation = frozenset({place.nation} if place.nation is not None else ())
            return place.codes, _nations(place.codes) or nation, ""
        unclear = " ".join(typed.split())[:40]
    return _first_place(meaning.places), _nations(meaning.places) | meaning.nations, unclear


def place_of(typed: str) -> Town | None:
    """Return the place that a typed postcode, postcode area, town or nation is, or None."""
    district = read_district(typed)
    if district is not None:
        return Town((district.code,))
    if (area := typed.strip().upper()) and area.isalpha() and is_covered(area):
        return Town((area,))
    said = words(typed[:100])
    while said:
        if town := lexicon().towns.get(" ".join(said)):
            return town
        said = said[1:] if said[0] in {"in", "near", "the", "at", "around", "from"} else []
    return None


def _first_place(places: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the first place named: the areas of a county, or one outward code."""
    return tuple(code for code in places if code.isalpha()) if places[:1] and places[0].isalpha() else places[:1]


def _nations(codes: tuple[str, ...]) -> frozenset[Nation]:
    found = (read_district(code) or read_district(f"{code}1") for code in codes)
    return frozenset(nation for district in found if district is not None for nation in district.nations)


def _moment(when: datetime | None, now: datetime) -> datetime:
    """The moment on the wall clock in the UK."""
    moment = now if when is None or when.year not in _YEARS else when
    return moment if moment.tzinfo is None else moment.astimezone(UK).replace(tzinfo=None, fold=0)


def _at(moment: datetime, soon: str) -> datetime:
    """Tonight is this evening, as long as it is not evening yet."""
    if soon == "tonight" and time(5) <= moment.time() < _EVENING:
        return moment.replace(hour=_EVENING.hour, minute=0)
    return moment
