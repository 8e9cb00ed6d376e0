"""Postcode districts: what is read as one, and which nation it is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.directory import Nation
from bot.signposting.places import groups, is_covered, is_postcode, nations_of, read_district

ENGLAND, SCOTLAND, WALES, NI = Nation.ENGLAND, Nation.SCOTLAND, Nation.WALES, Nation.NORTHERN_IRELAND


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("dt1", "DT1"),
        ("DT1 1AA", "DT1"),
        ("dt 1", "DT1"),
        (" dt11aa ", "DT1"),
        ("DT11", "DT11"),
        ("dt111aa", "DT11"),
        ("DT1 1", "DT1"),
        ("sw1a 1aa", "SW1A"),
        ("W1A", "W1A"),
        ("CR0 2YR", "CR0"),
        ("ＤＴ１", "DT1"),
    ],
)
def test_what_people_type_is_read(typed, code):
    assert read_district(typed).code == code


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "rubbish",
        "Dorchester",
        "DT",
        "1",
        "DT0",
        "DT1A",
        "ZZ9",
        "DT1 1AA now",
        "JE2 3AB",
        "GY1",
        "IM1 1AA",
        "BF1",
        "90210",
        "DT1 O",
    ],
)
def test_what_is_no_postcode_of_the_uk_is_none(typed):
    assert read_district(typed) is None


@pytest.mark.parametrize(
    ("code", "nations"),
    [
        ("DT1", {ENGLAND}),
        ("E1", {ENGLAND}),
        ("EH1", {SCOTLAND}),
        ("ZE1", {SCOTLAND}),
        ("CF10", {WALES}),
        ("SY23", {WALES}),
        ("SY1", {ENGLAND}),
        ("SY15", {ENGLAND, WALES}),
        ("CH1", {ENGLAND, WALES}),
        ("CH7", {WALES}),
        ("CH41", {ENGLAND}),
        ("HR3", {ENGLAND, WALES}),
        ("LD8", {ENGLAND, WALES}),
        ("NP16", {ENGLAND, WALES}),
        ("NP20", {WALES}),
        ("LL57", {WALES}),
        ("TD15", {ENGLAND, SCOTLAND}),
        ("TD1", {SCOTLAND}),
        ("DG16", {ENGLAND, SCOTLAND}),
        ("CA1", {ENGLAND}),
        ("CA6", {ENGLAND, SCOTLAND}),
        ("BT1", {NI}),
        ("GL1", {ENGLAND}),
    ],
)
def test_each_district_is_in_its_nation_and_on_a_border_in_both(code, nations):
    assert read_district(code).nations == nations


def test_dorset_is_known():
    assert {read_district(code).local for code in ("DT1", "BH1", "BH23", "BH31", "SP7", "SP8")} == {"Dorset"}
    assert {read_district(code).local for code in ("BH24", "BH25", "SP1", "EX1", "SO14")} == {""}


def test_every_group_is_made_of_districts_in_england():
    for group in groups().values():
        assert all(read_district(code).code == code for code in group.districts)
        assert nations_of(group.districts) == {ENGLAND}


def test_entries_may_list_districts_and_areas():
    assert is_covered("DT1")
    assert is_covered("BH")
    assert not is_covered("JE")
    assert not is_covered("dt1")


@pytest.mark.parametrize(("text", "whole"), [("DT1 1JP", True), ("sw1a1aa", True), ("DT1", False), ("DT1 1CC", False)])
def test_whole_postcodes(text, whole):
    assert is_postcode(text) is whole


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(typed):
    found = read_district(typed)
    assert found is None or (found.nations and read_district(found.code) == found)
