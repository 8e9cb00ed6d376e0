"""What is offered to whom: it comes to those it is for, and never to others, whatever is looked for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.directory import Entry, Found, Looking, Loss, Nation, Need, Relationship, Way
from bot.signposting.finder import Finder
from bot.signposting.places import read_district
from bot.signposting.seed import read_seed
from tests.unit.fakes import MovingClock
from tests.unit.signposting.services import GENERAL, entry, find, names

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


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
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
