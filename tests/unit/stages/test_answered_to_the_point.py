"""Questions answered to the point or not at all; services by their names; a helper who goes on with one search."""

import pytest

from bot.model.position import Question
from bot.stages import information
from bot.stages.conversation import Conversation
from tests.unit.stages.talking import at


def texts(talk):
    return [say.response for say in talk.heard]


def test_a_weak_guess_is_told_as_no_answer(talk):
    at(talk, None)
    with talk.begin() as records:
        here = Conversation(records, talk.person, talk.facts)
        information.answer(here, "ask_lpa", "who is consenting", (("ask_lpa", 0.3),))
        assert [say.response for say in here.says] == ["utter_session_no_answer"]


def test_a_short_question_stays_with_the_last_text(talk):
    at(talk, Question.FOCUS_WHAT)
    talk.does("ask_money", "can i get carers allowance")
    assert "utter_information_follow_up" in talk.does("ask_wills_funerals", "how MUCH is it a week")


def test_a_name_shows_the_service(talk):
    talk.does("arrive")
    talk.presses("helping")
    assert "utter_signposting_service" in talk.types("its cruse i want")
    assert "utter_signposting_service" in talk.types("Mosaic House")
    assert "utter_signposting_service" in talk.does("report_directory_error", "the number for cruse")
    assert "utter_signposting_service" in talk.types("what number")


def test_a_name_is_an_answer_where_one_is_waited_for(talk):
    at(talk, Question.FOCUS_WHAT)
    assert "utter_signposting_service" not in talk.types("Cruse")


def test_who_helps_is_told_where_cards_are_made(talk):
    talk.does("arrive")
    talk.presses("helping")
    assert "utter_signposting_make_a_card" in talk.does("get_copy", "can i have a card to give her")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("how is that different from a dnacpr", "cpr"),
        ("is that the same as an LPA", "someone_to_decide"),
        ("does it run out", "respect_form"),
    ],
)
def test_another_text_asked_about_by_its_short_name_is_told(talk, words, text):
    talk.does("ask_cpr", "what is a ReSPECT form")
    talk.does("ask_cpr", words)
    assert talk.position.text == text
