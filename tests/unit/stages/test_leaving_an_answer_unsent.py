"""Somebody leaves an answer to a team before it is sent, or puts it off: it waits, and answers nothing else."""

from dataclasses import replace

import pytest

from bot.model.position import Door, Question
from tests.unit.stages.hearing_back import I, leaves, question, share_of, stop_care
from tests.unit.stages.talking import ask_from_team
from tests.unit.team_store import staff

# --- left before it was sent ------------------------------------------------------------------------------------------


def test_going_to_find_support_keeps_the_answer_and_says_so(sharing, pages):
    said = leaves(sharing)
    assert said[:-1] == [I + "kept"]
    assert sharing.question is Question.SIGNPOSTING_NEED
    assert sharing.draft.to_send == "in the morning, after ten"

    said = sharing.types("skip") if sharing.question is Question.SIGNPOSTING_NEED else []
    while sharing.question is not Question.IMPROVE_SEND:
        assert I + "kept" not in said, "it is said once"
        said = sharing.types("skip")

    assert said[-2:] == [I + "not_sent_yet", I + "ask_send"]
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    assert sharing.presses("send")[0] == I + "sent"
    assert question(pages, sharing).answer == "in the morning, after ten"
    assert sharing.does("resume") == ["utter_session_what_next"]


def test_what_was_open_before_is_finished_first_and_then_the_answer_is_come_back_to(sharing, pages):
    sharing.does("focus_on_what_matters")
    ask_from_team(sharing)
    sharing.types("the sea")
    sharing.presses("answer_team")
    sharing.types("after ten")
    sharing.does("find_support")
    while sharing.question is not Question.FOCUS_WHY:
        sharing.types("skip")
    said = sharing.types("it is calm")
    assert not [name for name in said if name.startswith(I)]
    assert sharing.draft.to_send == "after ten"
    assert sharing.presses("answer_team") == [I + "ask_send"]
    sharing.presses("send")
    assert question(pages, sharing).answer == "after ten"
    assert sharing.question is not Question.IMPROVE_SEND


def test_a_second_question_does_not_take_the_place_of_the_answer(sharing, pages):
    leaves(sharing)
    ask_from_team(sharing, "And which chair?")
    while sharing.question is not Question.IMPROVE_SEND:
        sharing.types("skip")
    sharing.presses("send")
    asked = pages.open(staff("a1"), share_of(sharing)).questions
    assert {each.question: each.answer for each in asked} == {
        "When is a good time to ring you?": "in the morning, after ten",
        "And which chair?": None,
    }


def test_changing_and_keeping_a_summary_meanwhile_loses_nothing_of_the_answer(sharing, pages):
    leaves(sharing, "edit_summary")
    assert sharing.question is Question.RECORD_CHECK
    sharing.types("add a line: no lilies in here")
    sharing.types("you choose")
    sharing.presses("right")
    assert sharing.question is Question.RECORD_CONSENT
    sharing.presses("keep")
    assert sharing.question is Question.IMPROVE_SEND
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    sharing.presses("send")
    assert question(pages, sharing).answer == "in the morning, after ten"


def test_asked_whether_to_delete_everything_nothing_is_said_to_be_kept(sharing):
    assert I + "kept" not in leaves(sharing, "delete_my_data")
    assert sharing.types("no")[-1] == I + "ask_send"
    assert sharing.draft.to_send == "in the morning, after ten"


def test_an_answer_that_would_reach_nobody_any_more_is_let_go_and_that_is_said(sharing):
    leaves(sharing)
    with sharing.begin() as records:
        for share in records.teamwork.of(sharing.person):
            records.teamwork.stop(share.id)
        records.commit()
    assert I + "closed" in sharing.types("skip")
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")


def test_nothing_of_it_is_told_to_somebody_who_grieves_and_it_stays(sharing):
    leaves(sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, door=Door.GRIEVING, question=None))
        records.commit()
    assert not [name for name in sharing.does("resume") if name.startswith(I)]
    assert sharing.presses("answer_team") == [I + "ask_send"]


@pytest.mark.parametrize("question", [Question.IMPROVE_SEND, Question.IMPROVE_ANSWER])
def test_when_it_closes_while_it_is_open_that_is_said_once(sharing, question):
    leaves(sharing)
    with sharing.begin() as records:
        here = records.people.position(sharing.person)
        records.people.place(sharing.person, replace(here, question=question, returning_to=Question.FOCUS_MORE))
        records.commit()
    stop_care(sharing)
    said = sharing.presses("answer_team")
    assert said[:2] == [I + "closed", I + "nothing_asked"]
    assert said.count(I + "closed") == 1
    assert (sharing.question, sharing.position.asks, sharing.draft.to_send) == (Question.FOCUS_MORE, "", "")


# --- written, gone back from the check, and put off -------------------------------------------------------------------


def put_off(talk, step="later"):
    """The answer that waits is opened, gone back from, and left for later."""
    while talk.question is not Question.IMPROVE_SEND:
        talk.types("skip")
    assert talk.types("go back")[-1] == I + "ask_answer"
    return talk.types("skip") if step == "skip" else talk.presses(step)


@pytest.mark.parametrize("step", ["later", "skip"])
def test_putting_it_off_after_going_back_keeps_what_was_written(sharing, pages, step):
    leaves(sharing)
    assert put_off(sharing, step) == [I + "later", "utter_session_what_next"]
    assert sharing.draft.to_send == "in the morning, after ten"
    assert sharing.does("resume") == ["utter_session_what_next"], "it is not pressed on them"
    assert "choose:answer_team" in sharing.buttons()
    assert sharing.presses("answer_team") == [I + "ask_send"]
    assert sharing.value(I + "ask_send", "words") == "in the morning, after ten"
    sharing.presses("send")
    assert question(pages, sharing).answer == "in the morning, after ten"
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")


def test_what_is_put_off_never_answers_a_question_that_comes_later(sharing, pages):
    leaves(sharing)
    put_off(sharing)
    ask_from_team(sharing, "And which chair?")
    assert sharing.does("resume") == [I + "question", "utter_session_what_next"]
    assert sharing.presses("answer_team") == [I + "not_sent_yet", I + "ask_send"]
    sharing.presses("send")
    answers = {each.question: each.answer for each in pages.open(staff("a1"), share_of(sharing)).questions}
    assert answers == {"When is a good time to ring you?": "in the morning, after ten", "And which chair?": None}


def test_what_is_put_off_is_let_go_when_its_question_closes_and_that_is_said(sharing):
    leaves(sharing)
    put_off(sharing)
    stop_care(sharing)
    assert sharing.does("resume") == [I + "closed", "utter_session_what_next"]
    assert (sharing.draft.to_send, sharing.position.asks) == ("", "")
