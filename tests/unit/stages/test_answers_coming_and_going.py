"""Who it is for, starting over, a reminder: each question answered, left aside, not known; typed and pressed."""

from dataclasses import replace

import pytest

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
W = "utter_welcome_"
F = "utter_focus_"
R = "utter_record_"
B = "utter_bereavement_"
M = "utter_reminder_"


@pytest.fixture
def facts(facts):
    """A channel can write to the person first, so a reminder can be set."""
    return replace(facts, can_write_first=lambda person: True)


TABLE: Table = {
    Q.WELCOME_DOOR: [
        ("for me", Q.FOCUS_WHAT, F + "ask_what"),
        ("<me>", Q.FOCUS_WHAT, F + "ask_what"),
        ("my mum", Q.FOCUS_WHAT, F + "ask_what"),
        ("<close>", Q.FOCUS_WHAT, F + "ask_what"),
        ("<writing>", Q.FOCUS_WHAT, F + "ask_what"),
        ("I'm helping my nan write hers", Q.FOCUS_WHAT, F + "ask_what"),
        ("<grieving>", Q.BEREAVEMENT_WHICH, B + "any"),
        ("my dad died in May", Q.BEREAVEMENT_WHICH, B + "parent"),
        ("<helping>", Q.SIGNPOSTING_NEED, "utter_signposting_volunteer_help"),
        ("I am a volunteer", Q.SIGNPOSTING_NEED, "utter_signposting_volunteer_help"),
        ("skip", None, W + "later"),
        ("I don't know", None, W + "later"),
        ("no", None, W + "later"),
        ("yes", Q.WELCOME_DOOR, W + "say_door"),
        ("<nonsense>", Q.WELCOME_DOOR, EARLIER),
        ("go back", Q.WELCOME_DOOR, "utter_session_first_question"),
        ("my garden", Q.WELCOME_DOOR, W + "which"),
        ("me and my husband", Q.WELCOME_DOOR, W + "which"),
        ("my mum is dying", Q.FOCUS_WHAT, W + "thank"),
    ],
    Q.SESSION_START_OVER: [
        ("<start_over>", Q.WELCOME_DOOR, "utter_session_started_over"),
        ("yes", Q.WELCOME_DOOR, "utter_session_started_over"),
        ("no", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("skip", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("keep it", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("yes keep it", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("my garden", Q.RECORD_CHECK, "utter_session_draft_stays"),
        ("go back", Q.RECORD_CHECK, R + "read_back"),
    ],
    Q.REMINDER_WHEN: [
        ("<in_a_day>", None, M + "set"),
        ("<in_three_days>", None, M + "set"),
        ("<in_a_week>", None, M + "set"),
        ("on friday at 3", None, M + "set"),
        ("no", None, M + "none"),
        ("skip", None, M + "none"),
        ("I don't know", None, M + "none"),
        ("stop reminders", None, M + "none_open"),
        ("I am in Spain", Q.REMINDER_WHEN, M + "zone"),
        ("my time zone is Narnia", Q.REMINDER_WHEN, M + "say_zone"),
        ("today at 9", Q.REMINDER_WHEN, M + "past"),
        ("in a hundred years", Q.REMINDER_WHEN, M + "say_when"),
        ("in 99 days", Q.REMINDER_WHEN, M + "too_far"),
        ("after lunch", Q.REMINDER_WHEN, M + "say_when"),
        ("yes", Q.REMINDER_WHEN, M + "say_when"),
        ("<nonsense>", Q.REMINDER_WHEN, EARLIER),
        ("go back", None, "utter_session_what_next"),
    ],
}


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
