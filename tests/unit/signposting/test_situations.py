"""People described as a volunteer would: a right service is among the three, and none that is wrong for them."""

from datetime import datetime
from pathlib import Path

import pytest
import yaml

from bot.encoder import Encoder
from bot.model.directory import Looking, Loss, Need, Relationship, Way
from bot.signposting.finder import Finder
from bot.signposting.meaning import Reader
from bot.signposting.seed import read_seed, seed_id
from tests.unit.fakes import MovingClock

SITUATIONS = yaml.safe_load((Path(__file__).parents[2] / "data" / "situations.yml").read_text(encoding="utf-8"))[
    "situations"
]
ENTRIES = read_seed()
SLUGS = {seed_id(slug): slug for row in SITUATIONS for key in ("right", "first", "wrong") for slug in row.get(key, ())}
ENOUGH = 0.95


@pytest.fixture(scope="module")
def finders():
    return {
        "with the encoder": Finder(lambda: ENTRIES, Reader(Encoder).read, MovingClock()),
        "by words alone": Finder(lambda: ENTRIES, None, MovingClock()),
    }


def looking(row):
    return Looking(
        text=row.get("said", ""),
        district=row.get("district", ""),
        when=datetime.fromisoformat(row["when"]) if isinstance(row.get("when"), str) else row.get("when"),
        needs=tuple(map(Need, row.get("needs", ()))),
        losses=tuple(map(Loss, row.get("losses", ()))),
        relationships=tuple(map(Relationship, row.get("relationships", ()))),
        age=row.get("age"),
        for_child=row.get("for_child", False),
        ways=frozenset(map(Way, row.get("ways", ()))),
    )


def shown(finder, row):
    return [match.entry for match in finder.find(looking(row)).matches]


def named(entries):
    return [SLUGS.get(entry.id, entry.name) for entry in entries]


def test_there_are_enough_of_them_and_every_service_named_exists():
    known = {entry.id for entry in ENTRIES}
    assert len(SITUATIONS) >= 40
    assert [slug for number, slug in SLUGS.items() if number not in known] == []


@pytest.mark.parametrize("how", ["with the encoder", "by words alone"])
def test_a_right_service_is_among_the_three(finders, how):
    missed = []
    for row in SITUATIONS:
        found = named(shown(finders[how], row))
        right = set(row.get("right") or row["first"])
        if not right & set(found) or ("first" in row and found[0] not in row["first"]):
            missed.append(f"{row.get('said', row)}: {found}")
    assert len(missed) <= (1 - ENOUGH) * len(SITUATIONS), "\n".join(missed)


@pytest.mark.parametrize("row", SITUATIONS, ids=lambda row: str(row.get("said", "by choice"))[:40])
def test_no_wrong_service_is_shown(finders, row):
    for finder in finders.values():
        found = shown(finder, row)
        assert len(found) <= 3
        assert not set(row.get("wrong", ())) & set(named(found))
        assert not [entry.name for entry in found if entry.held_back or entry.closed]
