"""Somebody changes their mind, puts a slip right, or takes back what they said: nothing else is lost."""

import pytest

from bot.model.position import Door, Question
from tests.unit.stages.talking import at

MINDS = ["actually, I don't want to do this", "I've changed my mind"]


@pytest.mark.parametrize("words", MINDS)
@pytest.mark.parametrize("question", [Question.PLAN_HOPE, Question.FOCUS_WHY, Question.RECORD_CHECK])
def test_turning_away_loses_nothing(talk, question, words):
    at(talk, question)
    before = (talk.position, talk.draft)
    assert talk.types(words) == ["utter_session_mind_changed"]
    assert talk.buttons() == ["resume", "choose:something_else"]
    assert (talk.position, talk.draft) == before


@pytest.mark.parametrize(
    "question", [Question.SHARE_WHO, Question.SHARE_SECTIONS, Question.SHARE_CONSENT, Question.SHARE_TEAM_CONSENT]
)
def test_nothing_is_shared(talk, question):
    at(talk, question)
    assert talk.types("changed my mind, I'd rather not") == ["utter_share_not_now"]
    assert talk.question is None
    assert len(talk.shares) == 0
    assert talk.draft.recipient == ""


@pytest.mark.parametrize("question", [Question.RECORD_DELETE, Question.SESSION_START_OVER, Question.PLAN_CLEAR])
@pytest.mark.parametrize("words", ["changed my mind, keep it", "actually, I don't want to do this"])
def test_nothing_is_deleted(talk, question, words):
    at(talk, question)
    before = (talk.lines, talk.draft.plan)
    assert "utter_session_nothing_changed" in talk.types(words)
    assert talk.question is not question
    assert (talk.lines, talk.draft.plan) == before


def test_words_about_to_go_are_kept_after_all(talk):
    at(talk, Question.RECORD_COPY)
    lines = talk.lines
    talk.types("wait keep it")
    assert talk.question is Question.RECORD_CHECK
    assert talk.lines == lines
    assert talk.kept is None, "that is no consent"


@pytest.mark.parametrize("question", [Question.RECORD_CONSENT, Question.SHARE_CONSENT])
def test_it_is_no_yes(talk, question):
    at(talk, question)
    kept, shares = talk.kept, len(talk.shares)
    talk.types("changed my mind, keep it")
    assert (talk.kept, len(talk.shares), talk.question) == (kept, shares, question)


def test_a_reminder_stays(talk):
    at(talk, Question.FOCUS_WHY)
    assert "utter_reminder_stopped" not in talk.types("I've changed my mind")


# --- a slip put right -------------------------------------------------------------------------------------------------


def test_what_matters_is_put_right(talk):
    at(talk, Question.FOCUS_WHY)
    assert talk.types("no, I meant my sister") == ["utter_plan_put_right", "utter_focus_ask_why_quoting"]
    assert talk.lines[-1] == "my sister"


def test_a_why_is_put_right(talk):
    at(talk, Question.FOCUS_SUPPORT)
    talk.types("no, I meant we met there")
    assert "we met there" in talk.lines
    assert talk.question is Question.FOCUS_SUPPORT


def test_a_look_back_is_put_right(talk):
    at(talk, Question.REFLECT_LEARNED)
    talk.types("he wants the window open")
    talk.types("no, I meant the door open")
    assert talk.draft.reflection.learned == "the door open"
    assert talk.question is Question.REFLECT_UNSAID


@pytest.mark.parametrize("question", [Question.SHARE_SECTIONS, Question.SHARE_EXPIRY, Question.SHARE_CONSENT])
def test_another_reader_is_named_before_anything_is_shared(talk, question):
    at(talk, question)
    assert talk.types("no, I meant my sister")[0] == "utter_plan_put_right"
    assert talk.draft.recipient == "my sister"
    assert talk.question is question
    assert len(talk.shares) == 0


def test_another_length_of_time(talk):
    at(talk, Question.SHARE_CONSENT)
    talk.types("sorry, I meant a month")
    assert talk.position.days == 30
    assert talk.draft.recipient == "Aunt May"


def test_who_it_is_for_is_put_right_while_nothing_is_told(talk):
    talk.does("arrive")
    talk.presses("close")
    assert talk.types("no wait it's for me")[0] == "utter_welcome_put_right"
    assert talk.position.door is Door.ME
    assert talk.lines == []
    at(talk, Question.FOCUS_SUPPORT)
    talk.types("no wait it's for my mum")
    assert talk.position.door is Door.ME


# --- taken back -------------------------------------------------------------------------------------------------------


def test_the_last_answer_goes_and_is_asked_again(talk):
    at(talk, Question.FOCUS_SUPPORT)
    before = talk.lines
    assert talk.types("no, forget that last bit") == ["utter_session_taken_back", "utter_focus_ask_why_quoting"]
    assert talk.value("utter_session_taken_back", "words") == before[-1]
    assert talk.lines == before[:-1]


def test_in_a_plan_too(talk):
    at(talk, Question.PLAN_WHEN)
    assert talk.types("scrap that")[0] == "utter_session_taken_back"
    assert talk.question is Question.PLAN_OTHERS
    assert talk.draft.plan.others == ""
    assert talk.draft.plan.who


def test_with_nothing_said_yet_nothing_goes(talk):
    at(talk, Question.PLAN_WHO)
    plan = talk.draft.plan
    talk.types("forget what I just said")
    assert talk.draft.plan == plan


def test_what_is_taken_back_is_the_last_thing_said_however_many_came_before(talk):
    talk.does("arrive")
    talk.presses("me")
    for words in ("my garden", "we married there", "a chair", "my dog", "company", "a walk", "Sunday lunch"):
        talk.types(words)
    assert talk.types("scrap that")[0] == "utter_session_taken_back"
    assert talk.value("utter_session_taken_back", "words") == "Sunday lunch"
    talk.types("my sister")
    assert talk.does("go_back")
    assert talk.question is Question.FOCUS_WHAT
    assert talk.lines[-1] != "Sunday lunch"
