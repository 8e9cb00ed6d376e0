"""A text is given where the words share its topic, or the guess is a sure one; short questions stay with the last."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.needs import asked_of_a_need, need_named
from bot.understanding.topics_of_texts import follows_up, shares_topic

BESIDE = (
    ("ask_cpr", "will they take the kids off me for saying that"),
    ("ask_what_to_expect", "what happens to me now"),
    ("ask_talk_to_children", "what happens to my kids if their dad cant cope"),
    ("ask_lpa", "who is consenting"),
    ("ask_lpa", "which bank form do i need"),
    ("ask_spiritual", "what can we do what does she do after. when he goes i mean"),
    ("ask_wills_funerals", "can i go to the funeral if im not asked"),
    ("ask_organ_donation", "how do i get a card to hand to someone"),
)
TO_THE_POINT = (
    ("ask_cpr", "can they refuse to restart my heart"),
    ("ask_what_to_expect", "how will i know when its near the end"),
    ("ask_talk_to_children", "how do i tell my kids"),
    ("ask_lpa", "who decides if he cant"),
    ("ask_money", "is there any allowance for this"),
    ("ask_spiritual", "is there a heaven"),
    ("ask_wills_funerals", "can we have the ashes at home"),
)


@pytest.mark.parametrize(("intent", "words"), BESIDE)
def test_a_weak_guess_gets_no_text(intent, words):
    assert not shares_topic(intent, words, [(intent, 0.4)])


@pytest.mark.parametrize(("intent", "words"), TO_THE_POINT)
def test_a_word_of_the_topic_is_enough(intent, words):
    assert shares_topic(intent, words, [(intent, 0.4)])


def test_a_sure_guess_needs_no_word():
    assert shares_topic("ask_what_to_expect", "will he go quiet", [("ask_what_to_expect", 0.9)])


@pytest.mark.parametrize(
    "words", ["how MUCH is it a week", "does it stop my pension", "does that mean theyll leave him"]
)
def test_a_short_question_follows_up(words):
    assert follows_up(words)


@pytest.mark.parametrize("words", ["how do i tell the kids", "what is a hospice", "how long i have been married"])
def test_a_question_of_its_own_does_not(words):
    assert not follows_up(words)


NAMED = {
    "was it cos mum gave him the morphine": "morphine_at_the_end",
    "did the syringe driver kill her": "morphine_at_the_end",
    "what do i do with her things, her coats are all still there": "keeping_their_things",
    "when do i get the body": "getting_the_body",
    "is it going to hurt": "easing_pain",
    "will they stop treating her if she has a dnr": "care_goes_on",
    "we told my grandson granny has gone to sleep": "talking_to_children",
    "i want to complain about the hospital": "how_to_complain",
    "what do i do with the bed": "giving_back_equipment",
    "the coroner wont release the body": "coroner_and_inquest",
}


@pytest.mark.parametrize(("words", "text"), NAMED.items())
def test_the_words_name_their_text(words, text):
    assert need_named(words) == text


NOT_NAMED = (
    "is morphine addictive",
    "can i have some morphine",
    "my mum told my sister she is asleep now",
    "i dont want to complain but the nurses were rude",
    "what will happen to my things when i die",
)


@pytest.mark.parametrize("words", NOT_NAMED)
def test_other_words_name_none_of_them(words):
    assert need_named(words) == ""


def test_a_complaint_is_no_answer_to_an_open_question():
    assert asked_of_a_need("i want to complain about the hospital", "answering") == "ask_place_of_care"


def test_whether_it_hurts_is_no_question_of_who_sees_it():
    assert act_on([("ask_privacy", 0.9)], "is it going to hurt", "choosing")[0] == "ask_comfort"


@pytest.mark.parametrize("words", ["was it something i did", "when can we try again"])
def test_a_question_without_a_word_for_it_does_not_go_on(words):
    assert act_on([("resume", 0.9)], words, "choosing")[0] != "resume"


@pytest.mark.parametrize("words", ["can i have a card to give her", "how do i get a card to hand to someone"])
def test_a_card_to_hand_over_is_a_copy(words):
    assert act_on([("ask_money", 0.5)], words, "open")[0] == "get_copy"
