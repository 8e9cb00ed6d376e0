"""Whose faith it is, who asks when a child is ill, who is hurt by whom, and what comes before every service."""

import pytest

from bot.model.directory import Looking, Need
from bot.signposting.finder import Finder
from bot.signposting.matching.own_words import Alarm, alarm, own
from bot.signposting.meaning import Reader
from bot.signposting.reading.faith import faiths_of_others
from bot.signposting.reading.slips import read_words
from bot.signposting.seed import read_seed, seed_id
from tests.unit.fakes import MovingClock
from tests.unit.signposting.services import entry, find, names

READER = Reader()
SEEDS = read_seed()

OF_OTHERS = [
    ("my muslim neighbour died", {"muslim"}),
    ("my husband was jewish and he died last week", {"jewish"}),
    ("mum was a very devout catholic and died", {"christian"}),
    ("my friend died, he was a sikh", {"sikh"}),
    ("lost my sikh colleague", {"sikh"}),
    ("death of a jewish friend", {"jewish"}),
    ("my black neighbour died", {"ethnic"}),
    ("as a muslim I want someone who understands, my dad died", set()),
    ("I am jewish and my jewish husband died", set()),
    ("we are sikh and our mum died", set()),
    ("muslim man whose wife died", set()),
    ("she is muslim and her husband died", set()),
    ("my muslim friend lost her husband", set()),
    ("rabbi for my dad who died", set()),
    ("muslim", set()),
    ("wife died", set()),
]


@pytest.mark.parametrize(("text", "kinds"), OF_OTHERS)
def test_the_faith_of_whoever_died_is_told_from_that_of_whoever_asks(text, kinds):
    assert faiths_of_others(read_words(text)) == kinds


def test_the_faith_of_whoever_died_asks_for_nothing_and_a_wish_for_a_chaplain_does():
    meant = own(READER.read("my muslim neighbour died"))
    assert (meant.needs, meant.kinds) == ((Need.BEREAVEMENT,), frozenset())
    assert Need.FAITH in own(READER.read("my muslim neighbour died, is there a chaplain")).needs
    read = Finder(lambda: SEEDS, None, MovingClock()).read("my muslim neighbour died")
    assert Need.FAITH not in read.needs


@pytest.mark.parametrize(
    ("text", "for_child"),
    [
        ("parents of a terminally ill child", False),
        ("our 8 year old has cancer", False),
        ("our baby has a life limiting condition", False),
        ("grandparents of a boy with a brain tumour", False),
        ("I am 14 and have leukaemia", True),
        ("boy of 9, dad died", True),
        ("my mum is dying and im 15", True),
    ],
)
def test_the_family_of_an_ill_child_asks_as_grown_ups(text, for_child):
    assert own(READER.read(text)).for_child is for_child
    assert Finder(lambda: SEEDS, None, MovingClock()).read(text).for_child is for_child


@pytest.mark.parametrize(
    "text", ["my toddler died of leukaemia", "my 45 year old son is dying", "my son died, he was 8"]
)
def test_nobody_is_taken_for_the_family_of_an_ill_child_who_is_not(text):
    kinds = own(READER.read(text)).kinds
    assert "ill_child" not in kinds
    shown = {match.entry.id for match in Finder(lambda: SEEDS, None, MovingClock()).find(Looking(text=text)).matches}
    assert seed_id("together-for-short-lives") not in shown


def test_what_is_for_grown_ups_who_are_ill_is_not_for_a_child():
    adults = entry("Hospice", Need.END_OF_LIFE, who_for="adults", minimum_age=18)
    children = entry("House", Need.END_OF_LIFE, who_for="children with a life-limiting illness", maximum_age=18)
    assert names(find([adults, children], "parents of a dying toddler")) == ["House"]
    assert names(find([adults, children], "I am 34 and my toddler is dying")) == ["House"]
    assert names(find([adults, children], "my mum is dying")) == ["Hospice"]


def test_whoever_is_hurt_by_my_wife_may_be_a_man_or_a_woman():
    assert own(READER.read("my wife hits me")).kinds >= {"men", "women"}
    assert "women" not in own(READER.read("my wife hits me and I am a man")).kinds
    assert "women" not in own(READER.read("his wife hits him")).kinds
    assert "men" not in own(READER.read("my husband hits me")).kinds


AT_RISK = [
    "my brother has gone missing and he has dementia",
    "my husband is threatening to kill me",
    "he says he'll kill me if I leave",
    "he has his hands round her throat",
    "gay man hit by his boyfriend",
    "she has taken an overdose",
    "he is not breathing",
    "she wants to end it all",
    "hes got a knife and hes in the house",
    "my brother has gone missing",
    "my mum has gone missing. she was born in 1941 and has alzheimers",
    "my husband is missing, he has dementia, born 1948",
    "in 2019 he was diagnosed with dementia, he has gone missing",
    "my son has been missing since last night, he tried to kill himself years ago",
    "my dad went missing years ago and now my mum is missing tonight",
    "my dad went missing years ago and my mum is missing",
    "my dad went missing years ago and has gone again",
    "my wife has gone missing she said she wants to die. she was depressed years ago",
    "my son vanished in 2011 and I want to die",
    "he disappeared. two years ago he had a stroke",
    "my mum is missing, she is 84 years old",
    "i think my baby is dead",
    "i think he's dead",
    "she may have died",
    "not sure if he's dead",
    "maybe my mum is dead",
    "I think my dad has just passed away",
    "I think he died in the night",
]
NOT_AT_RISK = [
    "grief hits me worst at night",
    "cancer will kill him",
    "the grief is killing me",
    "my sister was murdered by her husband",
    "he died by suicide",
    "someone to talk to tonight",
    "grandson is taking her pension",
    "I miss him and I am missing my mum",
    "her daughter disappeared nine years ago",
    "our son vanished in 2011",
    "missing since 1998",
    "my dad went missing years ago",
    "my brother was reported missing in the 1990s",
    "my dad has been missing for over twenty years",
    "nobody has seen her since 2004",
    "in 1998 my sister disappeared",
    "20 years ago my brother went missing",
    "I think my dad died because of the nurses",
    "I'm afraid my husband has died",
    "the doctors think he may have died from a clot",
    "mum died in 2010, I think she passed peacefully",
    "I might be dead by Christmas",
    "mum might be dead soon",
    "my mum has died and I'm not sure what to do",
    "my husband died",
    "pension money has gone missing",
    "carer is rough with my nan",
]


@pytest.mark.parametrize("text", AT_RISK)
def test_danger_to_life_is_said_first(text):
    assert alarm(READER.read(text)).at_risk


@pytest.mark.parametrize("text", NOT_AT_RISK)
def test_ordinary_talk_of_dying_and_of_harm_that_is_not_now_is_no_alarm(text):
    assert alarm(READER.read(text)) == Alarm()


@pytest.mark.parametrize(
    ("text", "lately"),
    [
        ("mum died yesterday", True),
        ("my husband has just died", True),
        ("mum died in 2010", False),
        ("saw the doctor today, my mum is dying", False),
    ],
)
def test_a_death_of_today_or_yesterday_is_told_from_one_long_ago(text, lately):
    assert alarm(READER.read(text)).died_lately is lately


def test_the_finder_hands_the_alarm_on_and_knows_the_nations_of_a_place():
    search = Finder(lambda: SEEDS, None, MovingClock())
    assert search.alarm("she has taken an overdose").at_risk
    assert search.nations(Looking(text="grieving", district="BT7")) == {"Northern Ireland"}
    assert search.nations(Looking(text="grieving in northern ireland")) == {"Northern Ireland"}
    assert search.nations(Looking(text="grieving")) == frozenset()


def test_with_a_weapon_in_the_house_999_is_before_those_who_help_with_violence():
    found = Finder(lambda: SEEDS, None, MovingClock()).find(Looking(text="my husband threatens me with a knife"))
    shown = [match.entry.id for match in found.matches]
    assert shown[:2] == [seed_id("emergency-services"), seed_id("national-domestic-abuse-helpline")]


def test_a_judge_who_is_alarmed_by_violence_brings_999_and_then_those_who_help_with_that():
    alarmed = Finder(lambda: SEEDS, Reader(in_danger=lambda _: True).read, MovingClock())
    found = alarmed.find(Looking(text="he has his hands round her throat"))
    shown = [match.entry.id for match in found.matches]
    assert shown[:2] == [seed_id("emergency-services"), seed_id("national-domestic-abuse-helpline")]


def test_a_judge_who_is_alarmed_by_symptoms_does_not_hide_who_helps_with_them():
    alarmed = Finder(lambda: SEEDS, Reader(in_danger=lambda _: True).read, MovingClock())
    first = alarmed.find(Looking(text="dad is dying at home and his breathing has changed")).matches[0].entry
    assert first.id == seed_id("nhs-111")
    told = alarmed.find(Looking(text="I am dying, in agony, and I want to kill myself")).matches[0].entry
    assert told.id == seed_id("samaritans")


def test_months_to_live_are_no_emergency_and_pain_in_the_night_is():
    urgent = entry("Urgent Line", Need.END_OF_LIFE, who_for="an urgent health problem")
    listening = entry("End Of Life Line", Need.END_OF_LIFE, grade="B")
    assert names(find([urgent, listening], "he has 6 months to live"))[0] == "End Of Life Line"
    assert names(find([urgent, listening], "he is dying and in terrible pain"))[0] == "Urgent Line"


def test_where_each_kind_must_be_meant_one_of_them_is_not_enough():
    both = entry("999 For Deaf People", Need.CRISIS, who_for="deaf people whose life is in danger")
    general = entry("Listening", Need.CRISIS)
    assert names(find([both, general], "deaf and so low")) == ["Listening"]
    assert names(find([both, general], "has taken an overdose just now")) == ["Listening"]
    assert names(find([both, general], "deaf man has taken an overdose just now"))[0] == "999 For Deaf People"
