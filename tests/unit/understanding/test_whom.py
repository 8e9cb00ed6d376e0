"""Who it is about, in the person's own word; a name that is told; a baby, and a pregnancy that ended."""

import pytest

from bot.understanding.babies import early_loss, may_not_live
from bot.understanding.own_life import of_own_life
from bot.understanding.whom import name_told, only_a_name, only_says_whom, whom


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("it's for my wife, she has cancer", "your wife"),
        ("our Dave has MND", "Dave"),
        ("mum has dementia", "your mum"),
        ("I look after my dad", "your dad"),
        ("she's my best friend", "your friend"),
        ("my mother-in-law is poorly", "your mother in law"),
        ("her name is Jean", "Jean"),
    ],
)
def test_who_is_named_is_turned_round(words, about):
    assert whom(words) == about


@pytest.mark.parametrize(
    "words",
    [
        "my son helps her a lot",
        "for my son to come home",
        "my partner's mum has cancer",
        "my mum and dad",
        "our garden is lovely",
        "my daughter",
        "it's my daughter",
    ],
)
def test_kin_in_passing_is_nobody_it_is_about(words):
    assert whom(words, wishes=True) == ""


def test_a_bare_answer_to_who_it_is_for_counts_there_alone():
    assert (whom("my nan", asked=True), whom("my nan")) == ("your nan", "")
    assert whom("my wife likes her garden", wishes=True) == "your wife"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("our baby was stillborn, her name was Ada", "Ada"),
        ("we called him Noah", "Noah"),
        ("we called her ada", "Ada"),
        ("we called them Ada and Noah", "Ada and Noah"),
        ("her name's Grace Amelia", "Grace Amelia"),
        ("we called her June", "June"),
        ("we named her after my nan", ""),
        ("we called him an ambulance", ""),
        ("i called her yesterday", ""),
        ("we called her in on Monday", ""),
        ("his name was mud", ""),
    ],
)
def test_a_name_that_is_told(words, name):
    assert name_told(words) == name


def test_a_name_alone_is_told_from_a_name_among_more():
    assert only_a_name("we called him Noah")
    assert only_says_whom("she's my mum")
    assert not only_a_name("our baby was stillborn, her name was Ada")


@pytest.mark.parametrize(
    "words",
    [
        "I'm 20 weeks and the scan was bad",
        "baby won't live long after birth",
        "our baby has a life limiting condition",
        "pregnant with twins and one won't survive",
    ],
)
def test_a_baby_who_may_not_live(words):
    assert may_not_live(words)


@pytest.mark.parametrize(
    "words",
    [
        "our baby died",
        "I'm pregnant and my mum is dying",
        "my dad won't live to see the baby",
        "he has 20 weeks of treatment and the scan was bad",
        "the baby makes her smile",
        "will my baby live?",
    ],
)
def test_another_loss_is_not_taken_for_it(words):
    assert not may_not_live(words)


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("i had a miscarriage last week", "miscarriage"),
        ("we lost it at 9 weeks", "lost"),
        ("I had to end the pregnancy", "ended"),
        ("we lost the baby at 9 weeks", None),
        ("our baby was stillborn", None),
    ],
)
def test_a_pregnancy_is_a_baby_only_where_they_say_so(words, how):
    assert early_loss(words) == how


@pytest.mark.parametrize("words", ["my sleep", "me time", "I need to see my friends", "a break", "I miss my choir"])
def test_what_a_carer_says_of_their_own_life(words):
    assert of_own_life(words)


@pytest.mark.parametrize(
    "words",
    [
        "my cooking",
        "that I visit",
        "I need someone to sit with him",
        "I want more time with her",
        "sleep for him",
        "us",
    ],
)
def test_what_is_about_the_other_stays_theirs(words):
    assert not of_own_life(words)
