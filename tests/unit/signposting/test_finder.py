"""The finder: what is never offered, what comes first, what is said with it, and what comes when nothing fits."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.directory import Entry, Found, Hours, Looking, Loss, Nation, Need, Phone, Relationship, Way
from bot.signposting.finder import Finder
from bot.signposting.places import read_district
from bot.signposting.seed import read_seed, seed_id
from tests.unit.fakes import MovingClock
from tests.unit.signposting.services import entry, find, finder, names

GENERAL = entry("General Line")
NIGHT = (Hours(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "00:00", "24:00"),)
WEEKDAYS = (Hours(("MO", "TU", "WE", "TH", "FR"), "09:00", "17:00"),)
SATURDAY = datetime(2026, 11, 21, 14, 30)  # noqa: DTZ001  (UK time, as typed)
TUESDAY = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001

LIMITED = [
    ("closed", {"closed": True}, {}),
    ("held back", {"held_back": "to check: two numbers"}, {}),
    ("for another nation", {"nations": (Nation.SCOTLAND,)}, {"district": "DT1"}),
    ("for England, looked for in Scotland", {"nations": (Nation.ENGLAND,)}, {"district": "EH1"}),
    ("for one side of a border", {"nations": (Nation.ENGLAND,)}, {"district": "TD15"}),
    ("for Scotland, looked for at no place", {"nations": (Nation.SCOTLAND,)}, {}),
    ("for older people than that", {"minimum_age": 50}, {"age": 49}),
    ("for younger people than that", {"maximum_age": 50}, {"age": 51}),
    ("for adults, looked for a child", {"minimum_age": 18}, {"for_child": True}),
    ("for children, looked for nobody in particular", {"maximum_age": 18}, {}),
    ("for young people, looked for an adult", {"maximum_age": 25}, {"age": 40}),
    ("for bereaved children by its words", {"who_for": "bereaved children"}, {"age": 40}),
    ("after a suicide, looked for another loss", {"losses": (Loss.SUICIDE,)}, {"losses": (Loss.SUDDEN,)}),
    ("after a suicide, when that is not known", {"losses": (Loss.SUICIDE,)}, {}),
    ("for baby loss, looked for another loss", {"losses": (Loss.BABY,)}, {"losses": (Loss.SUICIDE,)}),
    ("for forces, looked for another loss", {"losses": (Loss.MILITARY,)}, {"losses": (Loss.SUDDEN,)}),
    ("for partners", {"relationships": (Relationship.PARTNER,)}, {"relationships": (Relationship.PARENT,)}),
    ("for partners, when that is not known", {"relationships": (Relationship.PARTNER,)}, {}),
    ("elsewhere", {"districts": ("LS1",)}, {"district": "DT1"}),
    ("local, when no place is known", {"districts": ("DT1",)}, {}),
    ("for people of a faith that is not theirs", {"who_for": "Muslim women who grieve"}, {"text": "jewish, grieving"}),
    ("for women, looked for a man", {"who_for": "women who grieve"}, {"text": "man whose father died"}),
    ("for an illness that nobody has", {"who_for": "people with cancer"}, {"text": "grieving, he had dementia"}),
    ("with a wrong number and no other way", {"number_wrong": True}, {}),
    ("without any way to reach it", {"phones": ()}, {}),
]


@pytest.mark.parametrize(("why", "limits", "looked"), LIMITED, ids=[row[0] for row in LIMITED])
def test_never_offered(why, limits, looked):
    """Not even when it would answer best, nor when nothing else is there."""
    limited = entry("Limited Line", **limits)
    looking = {"needs": (Need.BEREAVEMENT,)} | looked
    assert names(find([limited, GENERAL], **looking)) == ["General Line"]
    assert names(find([limited], **looking)) == []


FITTING = [
    ({"nations": (Nation.SCOTLAND,)}, {"district": "EH1"}),
    ({"nations": (Nation.ENGLAND, Nation.SCOTLAND)}, {"district": "TD15"}),
    ({"nations": (Nation.ENGLAND,)}, {}),
    ({"nations": (Nation.WALES,)}, {"text": "grieving in Cardiff"}),
    ({"maximum_age": 50}, {"age": 50}),
    ({"maximum_age": 18}, {"for_child": True}),
    ({"maximum_age": 25}, {"age": 22}),
    ({"losses": (Loss.SUICIDE,)}, {"losses": (Loss.SUICIDE,)}),
    ({"losses": (Loss.SUICIDE,)}, {"text": "her brother took his own life"}),
    ({"relationships": (Relationship.PARTNER,)}, {"relationships": (Relationship.PARTNER,)}),
    ({"relationships": (Relationship.CHILD,)}, {"losses": (Loss.BABY,)}),
    ({"districts": ("DT1",)}, {"district": "dt1 1aa"}),
    ({"districts": ("DT",)}, {"district": "DT9"}),
    ({"districts": ("BH15",)}, {"text": "grieving, lives in Poole"}),
    ({"districts": ("DT2",)}, {"text": "bereavement in Dorset"}),
    ({"districts": ("DT4",)}, {"district": "Weymouth"}),
    ({"districts": ("DT4",)}, {"district": "DT"}),
    ({"who_for": "Muslim women who grieve"}, {"text": "muslim woman, husband died"}),
    ({"who_for": "people with cancer"}, {"text": "grieving, has cancer herself"}),
]


@pytest.mark.parametrize(("limits", "looked"), FITTING)
def test_offered_first_to_those_it_is_for(limits, looked):
    limited = entry("Limited Line", **limits)
    found = find([GENERAL, limited], **({"needs": (Need.BEREAVEMENT,)} | looked))
    assert "Limited Line" in names(found)
    assert not found.next_best


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


def test_a_word_that_may_mean_danger_brings_one_crisis_service_first():
    crisis = [entry(f"Crisis {number}", Need.CRISIS) for number in range(3)]
    about_suicide = entry("After Suicide", losses=(Loss.SUICIDE,))
    shown = names(find([*crisis, about_suicide], "suicide"))
    assert shown[0].startswith("Crisis")
    assert "After Suicide" in shown


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


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (NIGHT, "Open now, day and night."),
        (WEEKDAYS, "Open now, until 5pm."),
        ((Hours(("TU",), "13:00", "20:30"),), "Open now, until 8.30pm."),
        ((Hours(("TU",), "12:00", "24:00"),), "Open now, until midnight."),
        ((Hours(("TU", "WE"), "00:00", "24:00"),), "Open now, until midnight on Wednesday."),
        ((Hours(("TU",), "12:00", "02:00"),), "Open now, until 2am."),
        ((Hours(("TU",), "09:00", "15:00"), Hours(("TU",), "15:00", "18:00")), "Open now, until 6pm."),
        ((Hours(("WE",), "09:00", "17:00"),), "Opens at 9am tomorrow."),
        ((), "Hours not known. Ring to check."),
    ],
)
def test_when_it_answers_is_one_sentence(hours, said):
    [match] = find([entry("Line", hours=hours)], needs=(Need.BEREAVEMENT,), when=TUESDAY).matches
    assert match.opens == said


def test_a_moment_in_another_zone_is_read_on_the_clocks_of_the_uk():
    summer = datetime(2026, 7, 7, 16, 30, tzinfo=UTC)
    [match] = find([entry("Line", hours=WEEKDAYS)], needs=(Need.BEREAVEMENT,), when=summer).matches
    assert match.open_now is False


@pytest.mark.parametrize(
    ("assured", "said", "stale"),
    [
        (None, "Nobody has checked this yet.", True),
        (date(2026, 11, 3), "Checked on 3 November 2026.", False),
        (date(2026, 8, 23), "Checked on 23 August 2026.", False),
        (date(2026, 8, 22), "Checked on 22 August 2026. That is more than 90 days ago.", True),
    ],
)
def test_who_checked_it_is_said(assured, said, stale):
    [match] = find([entry("Line", assured_date=assured)], needs=(Need.BEREAVEMENT,)).matches
    assert (match.checked, match.stale) == (said, stale)


def test_what_was_checked_lately_comes_first_among_equals_only():
    old, fresh = entry("A Line", assured_date=date(2025, 1, 1)), entry("B Line", assured_date=date(2026, 11, 1))
    assert names(find([old, fresh], needs=(Need.BEREAVEMENT,))) == ["B Line", "A Line"]
    better = entry("C Line", relationships=(Relationship.PARTNER,))
    assert names(find([old, fresh, better], "my wife died"))[0] == "C Line"


def test_a_better_source_comes_first_among_equals():
    assert (
        names(find([entry("A Line", grade="B"), entry("B Line", grade="A")], needs=(Need.BEREAVEMENT,)))[0] == "B Line"
    )


def test_a_wrong_number_is_not_shown_where_another_way_is_left():
    wrong = entry("Line", number_wrong=True, email="help@example.org", next_step="You can ring and talk.")
    [match] = find([wrong], needs=(Need.BEREAVEMENT,)).matches
    assert match.entry.phones == ()
    assert match.next_step == "You can email and say what you need."
    assert find([wrong], needs=(Need.BEREAVEMENT,), ways=frozenset({Way.PHONE})).next_best


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"next_step": "You can ring a nurse."}, "You can ring a nurse."),
        ({}, "You can ring and say what you need."),
        ({"phones": (Phone("85258", "text"),)}, "You can send a text and say what you need."),
        ({"phones": (), "email": "a@example.org"}, "You can email and say what you need."),
        ({"phones": (), "url": "https://example.org"}, "You can see on its website how to get in touch."),
        ({"phones": (), "places": ("1 High Street",)}, "You can go there and ask."),
    ],
)
def test_what_happens_next_is_always_said(more, said):
    [match] = find([entry("Line", **more)], needs=(Need.BEREAVEMENT,)).matches
    assert match.next_step == said


@pytest.mark.parametrize(
    ("more", "looked", "said"),
    [
        ({"who_for": "parents whose child has died, at any age"}, {}, "For parents whose child has died, at any age."),
        ({"nations": (Nation.ENGLAND,)}, {}, "For anyone who asks, in England."),
        ({"nations": (Nation.ENGLAND,)}, {"district": "DT1"}, "For anyone who asks."),
        ({"nations": (Nation.ENGLAND, Nation.WALES)}, {}, "For anyone who asks, in England and Wales."),
        ({"nations": (Nation.ENGLAND,), "who_for": "anyone in England"}, {}, "For anyone in England."),
        ({"who_for": "anyone. "}, {}, "For anyone."),
        ({"who_for": ""}, {}, "For anyone who needs support."),
    ],
)
def test_why_it_fits_is_one_plain_sentence(more, looked, said):
    needs = (Need.BEREAVEMENT,)
    losses = {"relationships": (Relationship.CHILD,)} if "parents" in more.get("who_for", "") else {}
    [match] = find([entry("Line", **more)], needs=needs, **looked, **losses).matches
    assert match.why == said


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


def test_a_place_that_is_none_is_said_and_the_search_goes_on():
    found = find([GENERAL], needs=(Need.BEREAVEMENT,), district="Atlantis ")
    assert found.unclear == "Atlantis"
    assert names(found) == ["General Line"]
    assert find([GENERAL], needs=(Need.BEREAVEMENT,), district="Poole").unclear == ""


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
]


@pytest.mark.parametrize(("typed", "slug"), NAMED)
def test_a_name_with_slips_finds_the_service(typed, slug):
    assert finder(*read_seed()).find(Looking(text=typed)).matches[0].entry.id == seed_id(slug)


@pytest.mark.parametrize("typed", ["winstons wish", "sands", "ssafa", "SOBS", "Tommy's"])
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


SEEDS = read_seed()
MANY = Finder(lambda: SEEDS, None, MovingClock())
ODD = ["\0", "\u202e\u05d0\u05d1", "\N{BROKEN HEART}" * 50, "a " * 10_000, "died " * 4000, "((((", "%s{}", "\ud800"]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.sampled_from(ODD),
    st.lists(
        st.sampled_from(
            [
                "my",
                "wife",
                "husband",
                "mum",
                "dad",
                "son",
                "baby",
                "brother",
                "friend",
                "died",
                "is",
                "dying",
                "suicide",
                "hung",
                "himself",
                "lost",
                "a",
                "child",
                "of",
                "7",
                "i",
                "am",
                "82",
                "poole",
                "scotland",
                "cardiff",
                "funeral",
                "money",
                "deaf",
                "text",
                "now",
                "tonight",
                "help",
                "kids",
                "muslim",
                "man",
                "gay",
                "army",
                "cruse",
                "hospice",
            ]
        ),
        max_size=14,
    ).map(" ".join),
)
LOOKINGS = st.builds(
    Looking,
    text=TEXTS,
    district=st.one_of(
        st.just(""), st.sampled_from(["DT1", "EH1", "CF10", "BT1", "TD15", "BH15 1AA", "zz9", "Poole"]), TEXTS
    ),
    when=st.one_of(st.none(), st.datetimes()),
    needs=st.lists(st.sampled_from(Need), max_size=3).map(tuple),
    losses=st.lists(st.sampled_from(Loss), max_size=2).map(tuple),
    relationships=st.lists(st.sampled_from(Relationship), max_size=2).map(tuple),
    age=st.one_of(st.none(), st.integers(-5, 200)),
    for_child=st.booleans(),
    ways=st.frozensets(st.sampled_from(Way), max_size=2),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LOOKINGS)
def test_whatever_is_looked_for_nothing_wrong_is_shown(looking):
    found = MANY.find(looking)
    assert isinstance(found, Found)
    assert len(found.matches) <= 3
    assert len({match.entry.id for match in found.matches}) == len(found.matches)
    for match in found.matches:
        _is_right(match.entry, looking)
        assert match.why.startswith("For ")
        assert match.why.endswith(".")
        assert match.next_step
        assert match.checked
    assert MANY.next_question(looking) in {None, "who", "how", "place"}


def _is_right(shown: Entry, looking: Looking) -> None:
    assert not shown.closed
    assert not shown.held_back
    district = read_district(looking.district)
    if district and shown.nations:
        assert district.nations <= set(shown.nations)
    if looking.losses and shown.losses:
        assert set(looking.losses) & set(shown.losses)
    if looking.relationships and shown.relationships and not looking.for_child:
        assert set(looking.relationships) & set(shown.relationships)
    if looking.for_child:
        assert (shown.minimum_age or 0) < 18
    elif looking.age is not None and not MANY.read(looking.text).for_child:
        youngest = -1 if shown.minimum_age is None else shown.minimum_age
        assert youngest <= looking.age <= (999 if shown.maximum_age is None else shown.maximum_age)
