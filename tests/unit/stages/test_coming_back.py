"""Somebody comes back: greeted by where they were and never by their words; a silence is no answer."""

from dataclasses import replace

import pytest

from bot.model.position import Door, Question
from tests.unit.stages.talking import at, share_with

BACK = "utter_session_back_"


@pytest.mark.parametrize(
    ("question", "stage"),
    [
        (Question.PLAN_WHEN, "plan"),
        (Question.FOCUS_WHY, "focus"),
        (Question.RECORD_CONSENT, "record"),
        (Question.SHARE_WHO, "share"),
        (Question.SHARE_CONSENT, "share"),
        (Question.REFLECT_LEARNED, "reflect"),
        (Question.SIGNPOSTING_NEED, "signposting"),
    ],
)
@pytest.mark.parametrize("intent", ["arrive", "greet"])
def test_after_days_the_stage_is_named_first_and_the_question_asked_again(talk, clock, question, stage, intent):
    at(talk, question)
    before = (talk.position, talk.draft)
    asked = talk.does("resume")
    clock.move(days=3)
    said = talk.does(intent)
    assert said[0] == BACK + stage
    assert said[-1] == asked[-1]
    assert not talk.heard[0].values, "a lock screen shows the first line: it holds nothing of theirs"
    assert (replace(talk.position, again=None), talk.draft) == before


def test_an_answer_after_days_is_taken_at_once(talk, clock):
    at(talk, Question.FOCUS_WHY)
    clock.move(days=30)
    talk.types("because we planted it together")
    assert "because we planted it together" in talk.lines


def test_something_else_leaves_the_question_and_no_word(talk, clock):
    at(talk, Question.FOCUS_WHY)
    lines = talk.lines
    clock.move(days=3)
    talk.does("arrive")
    assert talk.presses("something_else") == ["utter_session_what_next"]
    assert talk.question is None
    assert talk.lines == lines
    assert "record_summary" in talk.buttons()


def test_after_an_hour_it_goes_on_where_it_was(talk, clock):
    at(talk, Question.FOCUS_WHY)
    clock.move(hours=1)
    assert talk.does("arrive") == ["utter_session_welcome_back", "utter_focus_ask_why_quoting"]


def test_after_weeks_it_is_said_how_things_stand(talk, clock):
    at(talk, None)
    share_with(talk, "Aunt May")
    talk.does("focus_on_what_matters")
    talk.types("my hens")
    clock.move(days=15)
    stands = "utter_session_stands_"
    said = talk.does("arrive")
    assert said[:4] == [stands + "draft", stands + "kept", stands + "shared", BACK + "focus"]
    assert said[4].startswith("utter_focus_ask_why"), "the question that was open"
    assert talk.value(stands + "draft", "count") == "1"
    assert talk.value(stands + "kept", "count") == str(len(talk.kept.lines))
    assert talk.value(stands + "shared", "count") == "0", "the link has ended by then"


def test_after_a_death_nothing_is_said_of_what_was_planned(talk, clock):
    at(talk, Question.PLAN_WHEN)
    talk.does("bereavement_support", "my mum died")
    talk.types("skip")
    clock.move(days=20)
    assert talk.question is Question.PLAN_WHEN
    assert talk.does("arrive") == [BACK + "after_death"]
    assert talk.buttons() == ["resume", "bereavement_support", "choose:something_else"]


def test_the_family_goes_on_with_the_steps(talk, clock):
    at(talk, Question.BEREAVEMENT_STEP)
    clock.move(days=4)
    said = talk.does("arrive")
    assert said[0] == BACK + "bereavement"
    assert said[-1] == talk.does("resume")[-1]


def test_a_new_person_is_welcomed_however_late(talk, clock):
    clock.move(days=5)
    assert talk.does("greet")[0] == "utter_welcome_hello"


@pytest.mark.parametrize("words", ["...", "sorry, took me a while", "still here"])
@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.PLAN_HARD, Question.RECORD_CONSENT])
def test_a_silence_is_no_answer(talk, question, words):
    at(talk, question)
    before, asked = (talk.position, talk.draft), talk.does("resume")[-1]
    assert talk.types(words) == ["utter_session_no_hurry", *talk.does("resume")]
    assert talk.types(words)[-1] == asked
    assert (talk.position, talk.draft) == before


def test_a_thank_you_at_the_end_brings_three_buttons_at_most(talk):
    at(talk, None)
    share_with(talk, "Aunt May")
    assert talk.does("thank")[-1] == "utter_session_what_next"
    assert len(talk.buttons()) <= 3
    talk.does("resume")
    assert len(talk.buttons()) > 3


def test_whoever_grieves_is_offered_somebody_who_listens(talk):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("skip")
    assert talk.position.door is Door.GRIEVING
    assert "bereavement_support" in talk.buttons()


def test_shorter_is_remembered_as_easier_words(talk):
    at(talk, Question.FOCUS_WHY)
    assert talk.types("too much text") == ["utter_session_shorter", "utter_focus_ask_why_quoting"]
    assert talk.position.easy_read
    talk.types("because it is home")
    assert talk.position.easy_read
    assert talk.types("usual words")[0] == "utter_session_usual_words"
