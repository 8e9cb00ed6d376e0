"""Somebody says that something was not right: it goes, after a yes, to a named person, and the answer comes back."""

from dataclasses import replace

import pytest

from bot.jobs.retention import retain
from bot.model.complaint import AnsweredBy
from bot.model.position import Question
from bot.records.complaints import NoSuchComplaintError
from tests.unit.fakes import everywhere, holds
from tests.unit.stages.talking import Talk, at

WORDS = "it asked about my heron twice"


@pytest.fixture
def sent(talk):
    """Somebody who sent it."""
    talk.does("arrive")
    talk.types("this was not right", guess="nlu_fallback")
    talk.presses("tell_not_right")
    talk.types(WORDS)
    talk.presses("send")
    return talk


def answer(talk, words="We have taken the second question out."):
    with talk.begin() as records:
        (listed,) = records.complaints.all()
        records.complaints.answer(listed.id, words)
        records.commit()


def test_whoever_says_it_is_told_who_reads_it_and_by_when(talk):
    talk.does("arrive")
    assert talk.types("this was not right", guess="nlu_fallback")[0] == "utter_improve_who_answers"
    assert talk.value("utter_improve_who_answers", "who") == "Jo Bell (manager)"
    assert talk.value("utter_improve_who_answers", "within") == "5 days"
    assert "choose:tell_not_right" in talk.buttons()


def test_where_nobody_is_named_it_says_so_and_takes_nothing(begin, facts):
    talk = Talk(begin, replace(facts, answered_by=AnsweredBy()))
    talk.does("arrive")
    assert talk.does("give_feedback", WORDS)[0] == "utter_improve_give_feedback"
    assert talk.presses("tell_not_right")[0] == "utter_improve_give_feedback"
    assert talk.question is Question.WELCOME_DOOR


def test_a_name_taken_away_meanwhile_sends_nothing(talk, begin, facts):
    at(talk, Question.IMPROVE_NOT_RIGHT_SEND)
    talk.actions = Talk(begin, replace(facts, answered_by=AnsweredBy())).actions
    talk.facts = replace(facts, answered_by=AnsweredBy())
    assert talk.presses("send")[0] == "utter_improve_give_feedback"
    assert talk.draft.not_right == ""
    with begin() as records:
        assert records.complaints.all() == ()


def test_nothing_is_sent_before_a_yes(talk, begin):
    talk.does("arrive")
    talk.presses("tell_not_right")
    assert talk.types(WORDS) == ["utter_improve_ask_send"]
    assert talk.value("utter_improve_ask_send", "team") == "Jo Bell (manager)"
    with begin() as records:
        assert records.complaints.all() == ()
    talk.presses("do_not_send")
    with begin() as records:
        assert records.complaints.all() == ()
    assert talk.draft.not_right == ""


def test_it_is_sent_on_a_yes_sealed_with_a_day(sent, begin, store_folder):
    assert sent.value("utter_improve_not_right_sent", "due") == "26 November 2026"
    assert not holds(store_folder, "heron")
    with begin() as records:
        (complaint,) = records.complaints.of(sent.person)
    assert (complaint.words, complaint.who) == (WORDS, "Jo Bell (manager)")


def test_it_leads_back_to_where_they_were(talk):
    at(talk, Question.FOCUS_WHY)
    talk.presses("tell_not_right")
    talk.types(WORDS)
    assert talk.presses("send")[0] == "utter_improve_not_right_sent"
    assert talk.question is Question.FOCUS_WHY
    assert WORDS not in talk.lines


def test_the_answer_is_given_once_when_they_are_next_here(sent):
    answer(sent)
    assert sent.does("greet")[:2] == ["utter_session_greet", "utter_improve_answered"]
    assert sent.value("utter_improve_answered", "words") == "We have taken the second question out."
    assert "utter_improve_answered" not in sent.does("greet")


def test_a_reply_that_is_not_held_only_says_that_there_is_an_answer(sent):
    answer(sent)
    assert "utter_improve_answer_waits" in sent.does("arrive")
    assert "utter_improve_answered" in sent.does("resume")


def test_they_can_ask_what_became_of_it(sent, clock):
    assert sent.types("did anyone answer", guess="chitchat")[0] == "utter_improve_answer_due"
    clock.move(days=6)
    assert sent.types("has anyone replied?", guess="chitchat")[0] == "utter_improve_answer_late"
    answer(sent)
    assert sent.types("did anyone answer", guess="chitchat")[0] == "utter_improve_answered"


def test_whoever_sent_nothing_is_told_so(talk):
    talk.does("arrive")
    assert talk.types("did anyone answer", guess="chitchat")[0] == "utter_improve_none_sent"


def test_it_can_still_be_read_and_answered_once_a_draft_was_let_go(sent, begin):
    """Letting a draft go makes a new key for whoever keeps nothing; what was sent is not lost with the old one."""
    at(sent, Question.RECORD_COPY)
    sent.presses("no_copy")
    with begin() as records:
        assert [each.words for each in records.complaints.of(sent.person)] == [WORDS]


def test_whoever_waits_for_an_answer_is_not_forgotten_before_it(sent, begin, clock):
    clock.move(days=100)
    assert retain(begin, 45) == []
    answer(sent)
    assert retain(begin, 45) == [sent.person]


def test_deleting_everything_deletes_it(sent, begin, database):
    person = sent.person
    sent.does("delete_my_data")
    sent.presses("delete")
    with begin() as records:
        assert records.complaints.all() == ()
    assert set(everywhere(database, person)) <= {"audit"}


def test_whoever_answers_sees_the_list_without_words_and_reading_is_noted(sent, begin, database):
    with begin() as records:
        (listed,) = records.complaints.all()
        assert not hasattr(listed, "words")
        assert records.complaints.read(listed.id).words == WORDS
        records.commit()
    assert everywhere(database, "complaint read") == {"audit": 1}


def test_one_that_is_not_there_is_said_to_be_so(begin):
    with begin() as records, pytest.raises(NoSuchComplaintError):
        records.complaints.read("c1")
