"""A baby who died, or may: the name is used as it was told; a pregnancy stays what the person calls it."""

import pytest

from bot.model.directory import Looking, Loss, Need
from bot.model.position import Door, Question


@pytest.fixture
def support(support):
    support.read = lambda words: Looking(
        needs=(Need.BEREAVEMENT,) if any(said in words for said in _OF_A_BABY) else (),
        losses=(Loss.BABY,) if any(said in words for said in _OF_A_BABY) else (),
    )
    return support


_OF_A_BABY = ("stillborn", "miscarriage", "baby", "weeks")


def test_a_name_is_said_once_with_what_was_told(talk):
    said = talk.does("baby_loss", "our baby was stillborn, her name was Ada")
    assert said[0] == "utter_bereavement_baby_named"
    assert talk.value("utter_bereavement_baby_named", "name") == "Ada"


def test_a_name_told_later_is_heard(talk):
    talk.does("baby_loss", "our baby was stillborn")
    assert "utter_bereavement_baby_told" in {say.response for say in talk.heard}
    assert talk.types("we called him Noah")[0] == "utter_bereavement_named"


def test_the_name_is_held_with_the_draft_alone(talk):
    talk.does("baby_loss", "our baby was stillborn, her name was Ada")
    assert talk.draft.about == "Ada"
    assert "Ada" not in str(talk.position.to_json())


def test_what_is_no_name_is_not_said(talk):
    said = talk.does("baby_loss", "our baby was stillborn, we named her after my nan")
    assert said[0] == "utter_bereavement_baby_told"


@pytest.mark.parametrize(("words", "loss"), [("i had a miscarriage", "A miscarriage")])
def test_a_pregnancy_is_called_what_they_call_it(talk, words, loss):
    assert talk.does("baby_loss", words)[0] == "utter_bereavement_pregnancy"
    assert talk.value("utter_bereavement_pregnancy", "a_loss") == loss


@pytest.mark.parametrize("words", ["I'm 20 weeks and the scan was bad", "our baby won't live long after birth"])
def test_a_baby_who_may_not_live_is_grieved_for_already(talk, words):
    said = talk.types(words, "baby_loss")
    assert said[0] == "utter_bereavement_before_baby"
    assert talk.position.door is Door.ME
    assert not talk.position.about_a_death
    assert talk.question is not Question.WELCOME_DOOR


def test_somebody_pregnant_whose_mother_is_dying_grieves_for_her(talk):
    said = talk.types("I'm pregnant and my mum is dying", "anticipatory_grief")
    assert said[0] == "utter_bereavement_before"
