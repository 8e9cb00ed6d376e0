"""A question of a team may be answered, put off or left; an answer is checked before it is sent."""

from dataclasses import replace

import pytest

from bot.model.position import Question
from tests.unit.stages.hearing_back import I, question
from tests.unit.stages.talking import ask_from_team


def test_with_nothing_open_the_question_is_opened(sharing, pages):
    ask_from_team(sharing, "Shall we ring before we come?")
    assert sharing.does("resume") == [I + "ask_answer"]
    assert sharing.value(I + "ask_answer", "question") == "Shall we ring before we come?"
    assert sharing.question is Question.IMPROVE_ANSWER


def test_an_answer_is_checked_and_then_reaches_the_team(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types("  in the morning, after ten ")
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    assert question(pages, sharing).answer is None
    assert sharing.types("yes")[0] == I + "sent"
    assert sharing.value(I + "sent", "within") == "3 days"
    assert question(pages, sharing).answer == "in the morning, after ten"
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")
    assert sharing.does("resume") == ["utter_session_what_next"]


@pytest.mark.parametrize("words", ["yes", "no", "I don't know"])
def test_short_words_are_answers_and_are_still_checked(sharing, pages, words):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types(words)
    assert question(pages, sharing).answer is None
    sharing.presses("send")
    assert question(pages, sharing).answer == words


def test_not_now_keeps_it_within_reach_and_does_not_ask_again(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    assert sharing.presses("later") == [I + "later", "utter_session_what_next"]
    assert "choose:answer_team" in sharing.buttons()
    assert sharing.does("resume") == ["utter_session_what_next"]
    assert sharing.presses("answer_team") == [I + "ask_answer"]
    sharing.types("after ten")
    sharing.presses("send")
    assert question(pages, sharing).answer == "after ten"
    assert "choose:answer_team" not in sharing.buttons()


def test_rather_not_is_an_answer_that_the_team_sees(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    assert sharing.presses("leave")[0] == I + "left"
    seen = question(pages, sharing)
    assert (seen.answer, seen.left) == (None, True)
    assert "choose:answer_team" not in sharing.buttons()


def test_in_the_middle_of_something_the_question_waits(sharing, pages):
    sharing.does("focus_on_what_matters")
    ask_from_team(sharing)
    said = sharing.types("the sea")
    assert said == [I + "question", "utter_focus_ask_why_quoting"]
    assert sharing.question is Question.FOCUS_WHY
    assert sharing.presses("answer_team") == [I + "ask_answer"]
    sharing.types("after ten")
    said = sharing.presses("send")
    assert said == [I + "sent", "utter_focus_ask_why_quoting"]
    assert sharing.question is Question.FOCUS_WHY


@pytest.mark.parametrize("step", ["again", "go back"])
def test_an_answer_can_be_written_again(sharing, pages, step):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types("after tne")
    sharing.types(step) if step == "go back" else sharing.presses(step)
    sharing.types("after ten")
    sharing.presses("send")
    assert question(pages, sharing).answer == "after ten"


def test_not_sent_is_not_sent(sharing, pages):
    ask_from_team(sharing)
    sharing.does("resume")
    sharing.types("leave me be")
    assert sharing.presses("do_not_send")[0] == I + "not_sent"
    assert question(pages, sharing).answer is None
    assert sharing.draft.to_send == ""


def test_once_sharing_has_stopped_there_is_nothing_to_answer(sharing):
    ask_from_team(sharing)
    sharing.does("resume")
    with sharing.begin() as records:
        for share in records.teamwork.of(sharing.person):
            records.teamwork.stop(share.id)
        records.commit()
    said = sharing.types("after ten")
    assert said[0] == I + "closed"
    assert sharing.question is None


@pytest.mark.parametrize("when", ["before it is told", "while it is open"])
def test_once_the_team_has_closed_no_answer_is_asked_for(sharing, when):
    ask_from_team(sharing)
    if when == "while it is open":
        sharing.does("resume")
    sharing.facts = replace(sharing.facts, teams=lambda: ())
    said = sharing.types("after ten") if when == "while it is open" else sharing.does("resume")
    assert (I + "closed" in said) == (when == "while it is open")
    assert not {I + "ask_answer", I + "question", I + "ask_send"} & set(said)
    assert sharing.question is None
    assert "choose:answer_team" not in sharing.buttons()


def test_two_questions_come_one_after_the_other(sharing, pages):
    ask_from_team(sharing, "First?")
    ask_from_team(sharing, "Second?")
    sharing.does("resume")
    assert sharing.value(I + "ask_answer", "question") == "First?"
    sharing.types("one")
    sharing.presses("send")
    assert sharing.value(I + "ask_answer", "question") == "Second?"


def test_a_button_for_a_question_that_is_gone_says_so(sharing):
    assert sharing.presses("answer_team")[0] == I + "nothing_asked"
