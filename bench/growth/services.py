"""Invented services, as many as are asked for: the same ones in the same order each time, whatever the number."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count
from pathlib import Path
from typing import Annotated, Final
from uuid import UUID

import yaml
from pydantic import BeforeValidator, ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from bot.model.directory import Entry, Hours, Loss, Nation, Need, Phone, Relationship, Way
from bot.signposting.hours import DAYS, read_hours
from bot.signposting.places import nations_of

_FILE: Final = Path(__file__).with_name("services.yml")
_STRICT: Final = ConfigDict(extra="forbid")
_SEED: Final = 20_000
_EVERYWHERE: Final = 0.06
"""The share that helps in a whole nation or the UK. The others help in a few districts, or in an area."""
_WHOLE_AREA: Final = 0.15
_MOST_DISTRICTS: Final = 12
_DISTRICTS: Final = 20
_RUN_BY_LARGE: Final = 0.33
_CLOSED, _HELD_BACK, _CHECKED = 0.02, 0.03, 0.7
_HOURS_KNOWN, _DAY_AND_NIGHT, _TWO_BLOCKS = 0.6, 0.05, 0.4
_A_NUMBER, _EMAIL, _IN_PERSON, _OTHER_LANGUAGE = 0.85, 0.6, 0.5, 0.2
_LATEST: Final = 24 * 60 - 30
_NUMBERS_OF_A_RANGE: Final = 1000

Words = Annotated[tuple[str, ...], BeforeValidator(lambda said: said.split() if isinstance(said, str) else said)]
Ages = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, config=_STRICT)
class Kind:
    """A kind of service, as services.yml says."""

    called: tuple[str, ...]
    share: int
    needs: tuple[Need, ...]
    who_for: tuple[str, ...]
    ages: tuple[Ages, ...]
    losses: tuple[Loss, ...] = ()
    relationships: tuple[Relationship, ...] = ()


@dataclass(frozen=True, slots=True, config=_STRICT)
class Stuff:
    """What services are made of."""

    kinds: tuple[Kind, ...]
    first: Words
    second: Words
    areas: Words
    large: tuple[str, ...]
    next_steps: tuple[str, ...]
    numbers: tuple[str, ...]
    days: tuple[str, ...]
    opens: tuple[str, ...]
    closes_after: tuple[float, ...]
    languages: tuple[str, ...]


@cache
def stuff() -> Stuff:
    """Return what services.yml holds."""
    return TypeAdapter(Stuff).validate_python(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def invented(today: date) -> Iterator[Entry]:
    """Yield services without end. `today` is the latest day on which one was checked."""
    chance, made_of = random.Random(_SEED), stuff()  # noqa: S311  (it hides nothing)
    shares = list(accumulate(kind.share for kind in made_of.kinds))
    for number in count():
        (kind,) = chance.choices(made_of.kinds, cum_weights=shares)
        yield _service(chance, made_of, kind, number, today)


def _service(chance: random.Random, made_of: Stuff, kind: Kind, number: int, today: date) -> Entry:
    place = chance.choice(made_of.first) + chance.choice(made_of.second)
    name = f"{place} {chance.choice(kind.called)}"
    large = chance.random() < _RUN_BY_LARGE
    nations, districts = _where(chance, made_of)
    youngest, oldest = chance.choice(kind.ages)
    phones = _phones(chance, made_of, number)
    host = f"{place.lower()}-{number}.example"
    checked = chance.random() < _CHECKED
    held_back = chance.random() < _HELD_BACK
    return Entry(
        id=str(UUID(int=chance.getrandbits(128), version=4)),
        name=name,
        organisation=f"{chance.choice(made_of.large)} Trust" if large else name,
        who_for=chance.choice(kind.who_for),
        needs=kind.needs,
        losses=kind.losses,
        relationships=kind.relationships,
        nations=nations,
        districts=districts,
        minimum_age=youngest,
        maximum_age=oldest,
        phones=phones,
        email=f"hello@{host}" if chance.random() < _EMAIL else "",
        url=f"https://{host}",
        hours=_hours(chance, made_of),
        access=_ways(chance, phones),
        languages=("English", chance.choice(made_of.languages)) if chance.random() < _OTHER_LANGUAGE else (),
        next_step=chance.choice(made_of.next_steps),
        source="invented",
        grade=chance.choice("AB"),
        assured_date=today - timedelta(days=chance.randrange(700)) if checked else None,
        assurer_email=f"checks@{host}" if checked else "",
        held_back="to check: its number" if held_back else "",
        closed=chance.random() < _CLOSED,
    )


def _where(chance: random.Random, made_of: Stuff) -> tuple[tuple[Nation, ...], tuple[str, ...]]:
    """Return nations (none: the UK) and districts (none: all of the nations)."""
    if chance.random() < _EVERYWHERE:
        return chance.choice(((), (), (Nation.ENGLAND,), (Nation.SCOTLAND,), (Nation.WALES,))), ()
    area = chance.choice(made_of.areas)
    if chance.random() < _WHOLE_AREA:
        districts: tuple[str, ...] = (area,)
    else:
        start, many = chance.randrange(1, _DISTRICTS), chance.randrange(1, _MOST_DISTRICTS + 1)
        districts = tuple(f"{area}{one}" for one in range(start, min(start + many, _DISTRICTS + 1)))
    implied = nations_of(districts)
    return tuple(nation for nation in Nation if nation in implied), districts


def _phones(chance: random.Random, made_of: Stuff, number: int) -> tuple[Phone, ...]:
    if chance.random() >= _A_NUMBER:
        return ()
    of_a_range, which = divmod(number, len(made_of.numbers))
    return (Phone(f"{made_of.numbers[which]}{of_a_range % _NUMBERS_OF_A_RANGE:03d}"),)


def _ways(chance: random.Random, phones: tuple[Phone, ...]) -> tuple[Way, ...]:
    ways = [Way.PHONE] if phones else [Way.WEB]
    return (*ways, Way.IN_PERSON) if chance.random() < _IN_PERSON else tuple(ways)


def _hours(chance: random.Random, made_of: Stuff) -> tuple[Hours, ...]:
    if chance.random() >= _HOURS_KNOWN:
        return ()
    if chance.random() < _DAY_AND_NIGHT:
        return (read_hours("MO-SU 00:00-24:00"),)
    blocks = sorted((_block(chance, made_of), _block(chance, made_of)), key=_first_day)
    apart = not set(blocks[0].days) & set(blocks[1].days)
    return tuple(blocks) if apart and chance.random() < _TWO_BLOCKS else (blocks[0],)


def _first_day(hours: Hours) -> int:
    return DAYS.index(hours.days[0])


def _block(chance: random.Random, made_of: Stuff) -> Hours:
    opens = chance.choice(made_of.opens)
    hour, minute = map(int, opens.split(":"))
    closes = min(hour * 60 + minute + int(60 * chance.choice(made_of.closes_after)), _LATEST)
    return read_hours(f"{chance.choice(made_of.days)} {opens}-{closes // 60:02d}:{closes % 60:02d}")
