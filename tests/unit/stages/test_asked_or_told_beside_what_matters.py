"""Beside what matters: what a place allows, a thing of care just begun, not coping, and two who see it differently."""

import pytest

from bot.model.position import Door, Question
from bot.understanding.differently import only_sees_differently, sees_differently
from bot.understanding.to_the_chat import asks_if_allowed
from tests.unit.stages.talking import at

ALLOWED = [
    "are dogs allowed", "are dogs allowed?", "can my dog come in", "is smoking allowed in the hospice",
    "do they let kids visit", "will my cat be allowed to stay", "do they take pets",
    "is my wife allowed to stay overnight",
    "can visitors come at night",
]  # fmt: skip
NO_QUESTION_OF_A_PLACE = [
    "is assisted dying allowed", "are doctors allowed to help me die", "is cremation allowed", "can my family read it",
    "my dog to be allowed in", "dogs are allowed at home",
]  # fmt: skip


@pytest.mark.parametrize("words", ALLOWED)
@pytest.mark.parametrize("question", [Question.FOCUS_WHAT, Question.FOCUS_SUPPORT, Question.RECORD_CHECK, None])
def test_what_a_place_allows_is_answered_and_kept_as_nothing(talk, question, words):
    at(talk, question)
    before = talk.lines
    assert "utter_session_is_it_allowed" in talk.types(words, "ask_assisted_dying")
    assert (talk.lines, talk.question) == (before, question)


@pytest.mark.parametrize("words", NO_QUESTION_OF_A_PLACE)
def test_what_no_place_decides_is_not_taken_for_it(words):
    assert not asks_if_allowed(words)


@pytest.mark.parametrize(
    "words",
    ["theyve put him on a driver thing", "hes on a syringe driver now",
     "the nurse set up a syringe driver this morning",
     "she was given a driver last night", "ive got a driver now"],
)  # fmt: skip
def test_a_thing_of_care_that_is_told_is_answered_and_may_be_kept(talk, words):
    at(talk, Question.FOCUS_WHY)
    before = talk.lines
    said = talk.types(words)
    assert said[0] == "utter_information_text"
    assert "utter_session_told_too" in said
    assert talk.lines == before
    talk.presses("told_too")
    assert words in talk.lines


@pytest.mark.parametrize("words", ["my dad is a driver", "he had a taxi driver", "he loves his driver"])
def test_a_driver_who_drives_is_an_answer(talk, words):
    at(talk, Question.FOCUS_WHY)
    talk.types(words)
    assert words in talk.lines


NOT_COPING = [
    "im not coping", "i'm really struggling", "im not managing very well", "im not ok", "i am not coping at all",
    "barely managing to be honest, im not coping",
]  # fmt: skip


@pytest.mark.parametrize("words", NOT_COPING[:-1])
def test_whoever_does_not_cope_is_heard_before_any_question(talk, words):
    at(talk, Question.FOCUS_SUPPORT)
    before = talk.lines
    assert talk.types(words) == ["utter_session_surfacing"]
    assert talk.lines == before
    talk.presses("told_too")
    assert words in talk.lines


@pytest.mark.parametrize("words", ["im not coping", "im struggling to cope", "we're barely managing"])
def test_a_carer_who_does_not_cope_is_offered_help(talk, words):
    talk.does("greet")
    talk.presses(Door.CLOSE)
    talk.types("her garden")
    said = talk.types(words)
    assert said[0] == "utter_session_worn_out"
    assert "ask_carer_support" in talk.buttons()


@pytest.mark.parametrize(
    "words",
    ["im not good with needles", "im not well enough to cook", "im not managing the stairs", "struggling with the lid"],
)
def test_what_somebody_cannot_do_is_an_answer(talk, words):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types(words)
    assert words in talk.lines


DIFFER = [
    "tony reckons she should have chemo i dont", "mum thinks he should go in a home, I don't",
    "my brother wants her in hospital but i dont agree", "i think she should stop, tony doesnt",
    "my wife says hospital is best. i disagree", "they want me to have more chemo and I dont want it",
]  # fmt: skip
ONE_VIEW = [
    "mum says she loves me but i dont know why", "he likes the radio and i dont",
    "i feel sick and the doctors dont know",
    "my sons want me to move in with them. i dont want to be a burden", "nurse says i should eat but i dont want to",
    "she wants to see the sea", "does tony think i dont",
]  # fmt: skip


@pytest.mark.parametrize("words", DIFFER)
def test_two_who_want_different_things_are_heard_as_that(talk, words):
    at(talk, Question.FOCUS_WHY)
    before = talk.lines
    assert talk.types(words)[0] == "utter_record_differently"
    assert talk.lines == before
    assert not only_sees_differently(words)
    talk.presses("told_too")
    assert words in talk.lines


@pytest.mark.parametrize("words", ONE_VIEW)
def test_one_view_is_one_view(words):
    assert not sees_differently(words)
