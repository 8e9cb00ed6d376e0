"""What is asked in grief: some of it is only heard, some has a text, and none of it is given the last days."""

import pytest

from bot.model.directory import Loss

GUESSES = ["inform", "ask_comfort", "ask_what_to_expect", "bereavement_support", "express_anger", "nlu_fallback"]


def told(talk) -> str:
    """Which text was told in the last turn."""
    said = talk.value("utter_information_text", "words")
    return next(text.id for text in talk.facts.information().texts if said.startswith(text.messages[0]))


@pytest.fixture
def after_suicide(talk):
    talk.does("bereaved_suicide", "my husband took his own life")
    assert talk.position.bereft.how is Loss.SUICIDE
    return talk


@pytest.mark.parametrize("guess", GUESSES)
@pytest.mark.parametrize(
    "words", ["did he suffer", "was it quick", "did he feel anything", "do you think he was scared"]
)
def test_after_a_suicide_no_text_of_the_last_days_is_given(after_suicide, guess, words):
    said = after_suicide.does(guess, words)
    assert said[0] == "utter_grief_suffering"
    assert "utter_information_text" not in said


@pytest.mark.parametrize("guess", GUESSES)
@pytest.mark.parametrize(
    "words", ["why didnt he ring me", "why did he do it", "he never said a word", "there was no note"]
)
def test_why_is_heard_after_a_suicide(after_suicide, guess, words):
    assert after_suicide.does(guess, words)[0] == "utter_grief_why_suicide"


@pytest.mark.parametrize("guess", ["inform", "express_guilt", "bereavement_support", "ask_medical_advice"])
def test_after_a_miscarriage_whether_it_was_their_doing_has_its_text(talk, guess):
    talk.does("baby_loss", "i had a miscarriage last week")
    talk.does("skip")
    talk.does(guess, "was it something i did")
    assert told(talk) == "why_a_miscarriage_happens"


def test_after_an_illness_the_end_is_spoken_of(talk):
    talk.does("bereavement_support", "my dad died of cancer")
    assert "utter_information_text" in talk.does("ask_comfort", "did he suffer at the end")


@pytest.mark.parametrize("guess", ["bereavement_support", "ask_what_to_expect", "inform"])
@pytest.mark.parametrize("words", ["does it ever get easier", "will it ever get better", "does this get any easier"])
def test_whether_it_gets_easier_has_a_text(talk, guess, words):
    talk.does("bereavement_support", "my husband died")
    talk.does(guess, words)
    assert told(talk) == "grief"


@pytest.mark.parametrize("guess", ["inform", "ask_assisted_dying", "ask_money", "bereavement_support"])
@pytest.mark.parametrize(
    "words", ["whose bill is it now", "gas bill", "do i have to pay his debts", "his phone bill came"]
)
def test_bills_have_a_text(talk, guess, words):
    talk.does("bereavement_support", "my husband died")
    talk.does(guess, words)
    assert told(talk) == "bills_after_a_death"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("will the police come", "police_after_a_death"),
        ("why were the police here", "police_after_a_death"),
        ("does the gp have to come out", "confirming_a_death"),
        ("who confirms it", "confirming_a_death"),
        ("can i wash her myself", "washing_and_dressing_them"),
        ("can we keep him at home tonight", "washing_and_dressing_them"),
    ],
)
def test_what_is_asked_just_after_has_a_text(talk, words, text):
    talk.does("bereavement_support", "my mum died")
    talk.does("ask_wills_funerals", words)
    assert told(talk) == text


@pytest.mark.parametrize("words", ["we got to cuddle him", "they let us hold her", "i held his hand", "i was with him"])
def test_time_together_is_heard(talk, words):
    talk.does("bereavement_support", "my baby brother died")
    assert talk.types(words, "goodbye")[0] == "utter_grief_time_together"


@pytest.mark.parametrize(("guess", "words"), [("bereaved_child", "my son died"), ("bereaved_child", "we lost our lad")])
def test_a_bereaved_parent_is_no_child(talk, guess, words):
    assert "utter_bereavement_young" not in talk.does(guess, words)


def test_a_child_who_grieves_is_one(talk):
    assert "utter_bereavement_young" in talk.does("bereaved_child", "my granddaughter lost her nan")
