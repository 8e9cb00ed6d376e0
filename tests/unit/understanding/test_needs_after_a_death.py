"""After a death, a question is read for what it is about: a baby's papers and funeral, the last days, grief."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.need_words_of_grief import names_a_child
from bot.understanding.needs import asked_of_a_need, need_named

SAID = [
    ("how do we register a stillbirth", "registering_a_baby"),
    ("does our stillborn son get a birth certificate", "registering_a_baby"),
    ("our baby died, do they need our consent for a post mortem", "post_mortem_of_a_baby"),
    ("can we take our stillborn baby home", "time_with_a_baby"),
    ("how much is a funeral for a baby who died", "funeral_of_a_baby"),
    ("what happens to the remains after a miscarriage", "after_a_miscarriage"),
    ("how long will I bleed after a miscarriage", "bleeding_after_a_miscarriage"),
    ("was her breathing normal at the end", "looking_back_at_the_end"),
    ("was he in pain when he died", "looking_back_at_the_end"),
]
KNOWN = [
    ("do I get a birth certificate", "registering_a_baby"),
    ("can I hold her", "time_with_a_baby"),
    ("can we bring him home", "time_with_a_baby"),
    ("what happens to it now", "after_a_miscarriage"),
    ("do we have to say yes to the post mortem", "post_mortem_of_a_baby"),
    ("who pays for the funeral", "funeral_of_a_baby"),
    ("how long will I bleed", "bleeding_after_a_miscarriage"),
    ("does my husband get paternity leave", "time_off_when_a_baby_dies"),
]
GRIEF = [
    ("how long will i feel like this", "grief"),
    ("does it get any easier", "grief"),
    ("when does it stop hurting", "grief"),
    ("did he suffer", "looking_back_at_the_end"),
    ("could she hear me", "looking_back_at_the_end"),
    ("my wife wont speak, what do I say to her", "grieving_differently"),
]


@pytest.mark.parametrize(("words", "text"), SAID)
def test_words_that_tell_of_the_death_name_their_text(words, text):
    assert need_named(words) == text
    assert asked_of_a_need(words, "open")


@pytest.mark.parametrize(("words", "text"), KNOWN)
def test_where_a_baby_died_fewer_words_will_do(words, text):
    assert need_named(words, after_a_death=True, after_a_baby=True) == text
    assert need_named(words) != text


@pytest.mark.parametrize(("words", "text"), GRIEF)
def test_where_somebody_died_it_is_about_the_past_or_about_grief(words, text):
    assert need_named(words, after_a_death=True) == text
    assert need_named(words) != text


@pytest.mark.parametrize(
    "words",
    ["how do I register my baby", "when is the funeral", "was she in pain today", "can I take mum home",
     "can I hold the baby when he is born", "how long will it take to get probate", "will he be in pain",
     "what do I say to my daughter about her school"],
)  # fmt: skip
def test_where_nobody_died_none_of_these_is_meant(words):
    assert need_named(words) in {"", "easing_pain"}


def test_how_long_one_bleeds_is_a_medical_question_and_a_report_of_heavy_bleeding_is_left_to_the_safety_door():
    assert act_on([("inform", 0.6)], "how long will I bleed", "open")[0] == "ask_medical_advice"
    assert asked_of_a_need("I am bleeding heavily and feel faint, what do I do", "open") is None
    assert need_named("I keep soaking pads with blood", after_a_baby=True) == ""


def test_a_wife_is_no_child():
    assert not names_a_child("my wife wont speak what do i say to her")
    assert names_a_child("how do i tell my wifes children")
    assert names_a_child("how do i tell ellie")
