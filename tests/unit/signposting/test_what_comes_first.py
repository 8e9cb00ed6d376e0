"""Which services come first, at most three, and what comes when nothing fits."""

from datetime import date, datetime

import pytest

from bot.model.directory import Hours, Looking, Loss, Need, Phone, Relationship, Way
from tests.unit.signposting.services import GENERAL, NIGHT, WEEKDAYS, entry, find, finder, names

SATURDAY = datetime(2026, 11, 21, 14, 30)  # noqa: DTZ001  (UK time, as typed)


def test_what_is_meant_for_such_a_loss_comes_before_what_is_for_all():
    about_suicide = entry("After Suicide", losses=(Loss.SUICIDE,), grade="B")
    for_parents = entry("Parents", relationships=(Relationship.CHILD,), grade="B")
    found = find([GENERAL, for_parents, about_suicide], "my son hung himself")
    assert names(found) == ["After Suicide", "Parents", "General Line"]


def test_in_danger_crisis_services_come_first_and_alone():
    crisis = entry("Listening Day And Night", Need.CRISIS, grade="B")
    grief = entry("Grief", relationships=(Relationship.PARTNER,))
    assert names(find([grief, crisis], "my wife died and I want to end it all")) == ["Listening Day And Night"]
    assert names(find([grief, crisis], needs=(Need.BEREAVEMENT, Need.CRISIS)))[0] == "Listening Day And Night"


def test_who_would_like_counselling_is_not_taken_for_somebody_in_danger_once_it_is_read():
    search = finder(entry("Listening Day And Night", Need.CRISIS), entry("Grief"))
    read = search.read("mum died, wants counselling")
    assert Need.CRISIS not in read.needs
    assert names(search.find(read))[0] == "Grief"


@pytest.mark.parametrize("words", ["it feels like i cant breathe without her", "i cant breathe without my mum"])
def test_no_breath_without_somebody_is_grief(words):
    search = finder(entry("Listening Day And Night", Need.CRISIS), entry("Grief"))
    assert Need.CRISIS not in search.read(words).needs
    assert Need.CRISIS in search.read("i cant breathe").needs


def test_a_word_that_may_mean_danger_brings_one_crisis_service_first():
    crisis = [entry(f"Crisis {number}", Need.CRISIS) for number in range(3)]
    about_suicide = entry("After Suicide", losses=(Loss.SUICIDE,))
    shown = names(find([*crisis, about_suicide], "suicide"))
    assert shown[0].startswith("Crisis")
    assert "After Suicide" in shown


def test_a_widower_of_84_without_the_internet_is_given_numbers_to_ring_and_nothing_for_the_young():
    page = entry("A Page", phones=(), url="https://page.example", relationships=(Relationship.PARTNER,))
    young = entry("Young Widows", relationships=(Relationship.PARTNER,), maximum_age=50)
    rings = entry("A Line", grade="B")
    search = finder(page, young, rings)
    read = search.read("ron's wife died. hes 84 he doesnt use the internet")
    assert read.age == 84
    assert names(search.find(read)) == ["A Line"]
    assert names(find([page, young, rings], "his wife died, he's 84 and no good with computers")) == ["A Line"]


def test_at_most_three_and_of_different_organisations_first():
    same = [entry(f"Line {number}", organisation="One House") for number in range(5)]
    other = entry("Other Line", grade="B")
    shown = names(find([*same, other], needs=(Need.BEREAVEMENT,)))
    assert len(shown) == 3
    assert shown[1] == "Other Line"


def test_open_now_comes_first_when_somebody_must_talk_now():
    closed, opened = entry("Closed Line", hours=WEEKDAYS), entry("Open Line", hours=NIGHT, grade="B")
    unknown = entry("Unknown Line")
    shown = find([closed, unknown, opened], "grieving, needs to talk right now", when=SATURDAY)
    assert names(shown) == ["Open Line", "Unknown Line", "Closed Line"]
    assert [match.open_now for match in shown.matches] == [True, None, False]


def test_tonight_is_this_evening():
    evening = entry("Evening Line", hours=(Hours(("SA",), "18:00", "22:00"),), grade="B")
    daytime = entry("Daytime Line", hours=(Hours(("SA",), "09:00", "17:00"),))
    found = find([daytime, evening], "grieving, someone to talk to tonight")
    assert names(found)[0] == "Evening Line"
    assert found.matches[0].open_now is False
    assert found.matches[0].opens == "Opens at 6pm today."


def test_what_was_checked_lately_comes_first_among_equals_only():
    old, fresh = entry("A Line", assured_date=date(2025, 1, 1)), entry("B Line", assured_date=date(2026, 11, 1))
    assert names(find([old, fresh], needs=(Need.BEREAVEMENT,))) == ["B Line", "A Line"]
    better = entry("C Line", relationships=(Relationship.PARTNER,))
    assert names(find([old, fresh, better], "my wife died"))[0] == "C Line"


def test_a_better_source_comes_first_among_equals():
    assert (
        names(find([entry("A Line", grade="B"), entry("B Line", grade="A")], needs=(Need.BEREAVEMENT,)))[0] == "B Line"
    )


def test_the_way_is_let_go_first_then_the_place_then_the_need():
    rings = entry("Ringing")
    nearby = entry("Next Door", districts=("DT2",))
    related = entry("Related", Need.END_OF_LIFE)
    by_text = find([rings, related], needs=(Need.BEREAVEMENT,), ways=frozenset({Way.TEXT}))
    assert (names(by_text), by_text.next_best) == (["Ringing"], True)
    at_place = find([nearby, related], needs=(Need.BEREAVEMENT,), district="DT1")
    assert (names(at_place), at_place.next_best) == (["Next Door"], True)
    other_need = find([related], needs=(Need.BEREAVEMENT,), district="DT1")
    assert (names(other_need), other_need.next_best) == (["Related"], True)


def test_the_wanted_way_is_met_before_anything_else_ranks():
    rings, texts = entry("Ringing"), entry("Texting", grade="B", phones=(Phone("85258", "text"),), access=(Way.TEXT,))
    assert names(find([rings, texts], "grieving and deaf, needs text")) == ["Texting"]


def test_words_that_say_nothing_give_what_helps_most_and_say_so():
    found = find([GENERAL], "zxqv blorp")
    assert (names(found), found.next_best) == (["General Line"], True)


@pytest.mark.parametrize("looking", [Looking(), Looking(text="  \n"), Looking(district="Atlantis")])
def test_nothing_looked_for_gives_nothing(looking):
    assert finder(GENERAL).find(looking).matches == ()
