"""While a question waits, what is said to the chat about itself is answered and never written down."""

import pytest

from bot.model.position import Question
from tests.unit.stages.talking import at


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("is that allowed", "utter_session_is_it_allowed"),
        ("are you listening. i wrote that already", "utter_session_listening"),
        ("hang on im a FRIEND not family. does that count", "utter_session_it_counts"),
        ("christ ok. what do i say next", "utter_smalltalk_clarify"),
        ("you didnt answer me about the friend thing", "utter_session_no_answer"),
        ("thats not what i asked", "utter_session_not_understood"),
    ],
)
@pytest.mark.parametrize("question", [Question.FOCUS_WHAT, Question.FOCUS_WHY, Question.PLAN_HOPE])
def test_it_is_answered_and_the_question_stays(talk, question, words, said):
    at(talk, question)
    before = talk.lines
    assert talk.types(words)[0] == said
    assert talk.question is question
    assert talk.lines == before


def test_what_was_told_beside_it_can_be_kept(talk):
    at(talk, Question.FOCUS_WHAT)
    words = "hang on im a FRIEND not family. does that count"
    assert "utter_session_told_too" in talk.types(words)
    talk.presses("told_too")
    assert talk.lines == [words]


def test_a_question_asked_again_is_answered_and_offered_to_nobody(talk):
    at(talk, Question.FOCUS_WHY)
    said = talk.types("i asked you how long ive got", guess="ask_medical_advice")
    assert said[0].startswith("utter_information")
    assert "utter_session_told_too" not in said


def test_nothing_about_the_one_who_cares_is_a_no(talk):
    talk.does("arrive")
    talk.presses("close")
    for words in ("her garden", "skip", "skip", "no"):
        talk.types(words)
    assert talk.question is Question.FOCUS_CARING
    talk.types("nothing about me pls")
    assert talk.question is not Question.FOCUS_CARING
    assert talk.lines == ["her garden"]


@pytest.mark.parametrize("question", [None, Question.FOCUS_WHY, Question.RECORD_CHECK, Question.SHARE_WHO])
def test_a_wish_to_look_back_leads_there_and_is_no_note_of_the_talk(talk, question):
    at(talk, question)
    talk.types("i told you. ive had the talk. i want to talk about how it went")
    assert talk.question is Question.REFLECT_HOW
    assert talk.draft.reflection.told == ""
