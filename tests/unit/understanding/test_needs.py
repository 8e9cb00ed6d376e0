"""Needs that words name: the text that is wanted, asked with nothing open and in the middle of a question."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.needs import asked_of_a_need, need_named

GUESSED_ELSEWHERE = [("bereavement_support", 0.6)]
ASKED = [
    ("how does carer's allowance work", "carers_allowance", "ask_money"),
    ("I look after my husband and work part time, can I claim anything", "carers_allowance", "ask_money"),
    ("can I get paid for caring for my mum", "carers_allowance", "ask_money"),
    ("who pays for the care home", "continuing_healthcare", "ask_money"),
    ("what is continuing healthcare", "continuing_healthcare", "ask_money"),
    ("is there a fast track if she is dying soon", "continuing_healthcare", "ask_money"),
    ("the sister wants to put him on fast track, what is that", "continuing_healthcare", "ask_money"),
    ("is there money for looking after your dad full time", "carers_allowance", "ask_money"),
    ("does he have to sell the house to pay for care", "continuing_healthcare", "ask_money"),
    ("why can't we have him back", "coroner_and_inquest", "ask_wills_funerals"),
    ("when will the coroner release his body", "coroner_and_inquest", "ask_wills_funerals"),
    ("there's an inquest into my son's death what happens", "coroner_and_inquest", "ask_wills_funerals"),
    ("can I get time off work, my mum died last week", "time_off_after_a_death", "ask_money"),
    ("how much leave do I get when a baby dies", "time_off_when_a_baby_dies", "ask_money"),
    ("we lost our baby at 19 weeks do I get any leave from work", "time_off_when_a_baby_dies", "ask_money"),
    ("what is a baby loss certificate", "time_off_when_a_baby_dies", "ask_money"),
    ("how do I get time off to look after dad", "time_off_to_care", "ask_carer_support"),
    ("he can't understand it any more, can I still get power of attorney", "too_late_for_an_attorney", "ask_lpa"),
    ("what is a deputy", "too_late_for_an_attorney", "ask_lpa"),
    ("who decides for him if there's no power of attorney", "too_late_for_an_attorney", "ask_lpa"),
    ("how do we get a hospital bed", "equipment_at_home", "ask_place_of_care"),
    ("who takes the bed back now", "giving_back_equipment", "ask_place_of_care"),
    ("the commode is still in the front room, who collects it", "giving_back_equipment", "ask_place_of_care"),
    ("how do I get into my mum's phone", "accounts_of_someone_who_died", "ask_digital_legacy"),
    ("can I get the photos off my late husband's iphone", "accounts_of_someone_who_died", "ask_digital_legacy"),
    ("will he be in pain", "easing_pain", "ask_comfort"),
    ("is dying painful", "easing_pain", "ask_comfort"),
    ("is choking likely", "swallowing_and_choking", "ask_comfort"),
    ("can she still swallow near the end", "swallowing_and_choking", "ask_comfort"),
    ("how do they help breathlessness", "easing_breathlessness", "ask_comfort"),
    ("will I be gasping for breath", "easing_breathlessness", "ask_comfort"),
]
TOLD = [
    ("the coroner is involved", "ask_wills_funerals"),
    ("they are holding an inquest", "ask_wills_funerals"),
    ("someone said CHC", "ask_money"),
    ("the nurse mentioned fast track funding", "ask_money"),
    ("we need a commode", "ask_place_of_care"),
    ("close his facebook", "ask_digital_legacy"),
]


@pytest.mark.parametrize(("words", "text", "intent"), ASKED)
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_a_question_is_for_the_text_that_it_names(words, text, intent, state):
    assert need_named(words) == text
    assert act_on(GUESSED_ELSEWHERE, words, state)[0] == intent


@pytest.mark.parametrize(("words", "intent"), TOLD)
def test_a_short_statement_asks_where_no_answer_is_waited_for(words, intent):
    assert act_on(GUESSED_ELSEWHERE, words, "open")[0] == intent
    assert act_on(GUESSED_ELSEWHERE, words, "answering")[0] == "inform"


@pytest.mark.parametrize(
    "words",
    ["what matters is that I can get out of bed", "I want to leave my dog with mum", "I keep looking at his photos",
     "can I see his photos when I want", "can I close my dad's account at the bank", "my sister has power of attorney",
     "who decides for me if I can't", "what happens to my facebook when I die", "do I have to pay for the funeral",
     "I am scared of pain", "I can swallow fine", "I have a wheelchair", "how do I get over the pain of losing him",
     "I just want to breathe together with the choir", "I look after my husband", "deputy head of the school"],
)  # fmt: skip
@pytest.mark.parametrize("state", ["open", "answering"])
def test_other_words_ask_no_such_thing(words, state):
    assert asked_of_a_need(words, state) is None


@pytest.mark.parametrize(
    "words",
    ["he is in pain now what do I do", "she can't swallow tonight, what can I do", "can you help me breathe",
     "what do I do his breathing has stopped", "she keeps choking what do I do"],
)  # fmt: skip
def test_what_happens_now_is_no_calm_question(words):
    assert asked_of_a_need(words, "open") is None


@pytest.mark.parametrize("danger", ["emergency", "urgent_symptoms"])
def test_danger_comes_before_every_need(danger):
    assert act_on([(danger, 0.95)], "will he be in pain", "open")[0] == danger


def test_after_a_death_other_texts_are_meant():
    assert need_named("can I get time off work") == "time_off_to_care"
    assert need_named("can I get time off work", after_a_death=True) == "time_off_after_a_death"
    assert need_named("when do I have to go back to work", after_a_death=True) == "time_off_after_a_death"
