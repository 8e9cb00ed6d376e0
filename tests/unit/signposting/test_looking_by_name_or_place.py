"""Somebody types a name or a place: it is found with slips, in a directory that changes; a name in a story is none."""

from dataclasses import replace

import pytest

from bot.model.directory import Looking, Loss, Need, Relationship, Way
from bot.signposting.finder import Finder
from bot.signposting.seed import read_seed, seed_id
from tests.unit.fakes import MovingClock
from tests.unit.signposting.services import GENERAL, entry, find, finder, names

NAMED = [
    ("samaritens", "samaritans"),
    ("the number for samaritans please", "samaritans"),
    ("cruse", "cruse"),
    ("Cruse Berevement", "cruse"),
    ("age uk", "age-uk"),
    ("CBUK", "child-bereavement-uk"),
    ("silverline", "silver-line"),
    ("child line", "childline"),
    ("turn to us", "turn2us"),
    ("compassionate freinds", "compassionate-friends"),
    ("help is at hand", "support-after-suicide"),
    ("WAY", "way"),
    ("weldmar hospise", "weldmar"),
    ("116123", "samaritans"),
    ("hopelineuk", "papyrus"),
    ("julias house", "julias-house"),
    ("sands?", "sands"),
    ("its sands i want", "sands"),
    ("Tommy's", "tommys"),
    ("the miscarriage association", "miscarriage-association"),
]


@pytest.mark.parametrize(("typed", "slug"), NAMED)
def test_a_name_with_slips_finds_the_service(typed, slug):
    assert finder(*read_seed()).find(Looking(text=typed)).matches[0].entry.id == seed_id(slug)


@pytest.mark.parametrize("typed", ["winstons wish", "ssafa", "SOBS"])
def test_a_service_that_is_held_back_is_not_found_by_name_but_another_is(typed):
    found = finder(*read_seed()).find(Looking(text=typed))
    assert found.matches
    assert not any(match.entry.held_back for match in found.matches)


@pytest.mark.parametrize("text", ["Maggie's husband died", "my friend died", "my son used to shout and then he died"])
def test_a_name_in_a_story_is_not_taken_for_a_service(text):
    shown = {match.entry.id for match in finder(*read_seed()).find(Looking(text=text)).matches}
    assert not shown & {seed_id("maggies"), seed_id("compassionate-friends"), seed_id("shout")} - (
        {seed_id("compassionate-friends")} if "son" in text else set()
    )


def test_a_name_does_not_bring_a_service_of_another_nation():
    found = finder(*read_seed()).find(Looking(text="cruse", district="EH1"))
    assert seed_id("cruse") not in [match.entry.id for match in found.matches]


def test_a_change_of_the_directory_is_seen_at_once():
    held = [entry("Old Line")]
    entries = [tuple(held)]
    search = Finder(lambda: entries[0], None, MovingClock())
    looking = Looking(needs=(Need.BEREAVEMENT,))
    assert names(search.find(looking)) == ["Old Line"]
    entries[0] = (replace(held[0], closed=True), entry("New Line"))
    assert names(search.find(looking)) == ["New Line"]
    entries[0] = (replace(held[0], name="Renamed Line"), entries[0][1])
    assert set(names(search.find(looking))) == {"Renamed Line", "New Line"}
    assert names(search.find(Looking(text="renamed line"))) == ["Renamed Line"]


def test_what_words_say_is_handed_on_as_codes_without_the_words():
    search = finder()
    read = search.read("my son hung himself, weymouth, needs to text")
    assert read == Looking(
        district="DT4",
        needs=(Need.BEREAVEMENT,),
        losses=(Loss.SUICIDE,),
        relationships=(Relationship.CHILD,),
        ways=frozenset({Way.TEXT}),
    )


@pytest.mark.parametrize(
    ("typed", "code"), [("dt1 1aa", "DT1"), ("in Poole", "BH15"), ("Dorset", "DT"), ("the moon", "")]
)
def test_a_typed_place_becomes_an_outward_code(typed, code):
    assert finder().place(typed) == code


def test_a_place_that_is_none_is_said_and_the_search_goes_on():
    found = find([GENERAL], needs=(Need.BEREAVEMENT,), district="Atlantis ")
    assert found.unclear == "Atlantis"
    assert names(found) == ["General Line"]
    assert find([GENERAL], needs=(Need.BEREAVEMENT,), district="Poole").unclear == ""
