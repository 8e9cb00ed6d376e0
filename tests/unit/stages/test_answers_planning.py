"""Planning a conversation: each question answered, left aside, gone back from; typed and pressed."""

from dataclasses import replace

import pytest

from bot.model.position import Question
from tests.unit.stages.answering import EARLIER, Table, answered, each_answer

Q = Question
F = "utter_focus_"
L = "utter_plan_"
M = "utter_reminder_"
W = "utter_welcome_"

TABLE: Table = {
    Q.PLAN_WHO: [
        ("my sister Jean", Q.PLAN_OTHERS, L + "ask_others_besides"),
        ("skip", Q.PLAN_OTHERS, F + "left_aside"),
        ("no", Q.PLAN_OTHERS, F + "left_aside"),
        ("I don't know yet", Q.PLAN_OTHERS, F + "not_known"),
        ("yes", Q.PLAN_WHO, F + "in_your_words"),
        ("she said not today", None, L + "not_today"),
        ("<take_out>", Q.PLAN_OTHERS, L + "taken_out"),
        ("<nonsense>", Q.PLAN_WHO, EARLIER),
        ("go back", Q.WELCOME_DOOR, W + "ask_door"),
    ],
    Q.PLAN_OTHERS: [
        ("my brother, but not his wife", Q.PLAN_WHEN, L + "how_far"),
        ("no", Q.PLAN_WHEN, L + "how_far"),
        ("skip", Q.PLAN_WHEN, F + "left_aside"),
        ("not sure", Q.PLAN_WHEN, F + "not_known"),
        ("no, I meant my brother", Q.PLAN_OTHERS, L + "put_right"),
        ("yes", Q.PLAN_OTHERS, F + "in_your_words"),
        ("she doesn't want to talk", None, L + "not_today"),
        ("<nonsense>", Q.PLAN_OTHERS, EARLIER),
        ("go back", Q.PLAN_WHO, F + "earlier"),
    ],
    Q.PLAN_WHEN: [
        ("Sunday after lunch", Q.PLAN_WHERE, L + "that_is"),
        ("tomorrow at 3", Q.PLAN_WHERE, L + "that_is"),
        ("when the tide is in", Q.PLAN_WHERE, L + "as_you_said"),
        ("today at 9", Q.PLAN_WHERE, L + "past"),
        ("I don't know yet", Q.PLAN_WHERE, F + "not_known"),
        ("no", Q.PLAN_WHERE, F + "left_aside"),
        ("yes", Q.PLAN_WHEN, F + "in_your_words"),
        ("<nonsense>", Q.PLAN_WHEN, EARLIER),
        ("go back", Q.PLAN_OTHERS, F + "earlier"),
    ],
    Q.PLAN_WHERE: [
        ("at her kitchen table", Q.PLAN_HOPE, L + "how_far"),
        ("no, make it Monday", Q.PLAN_WHERE, L + "put_right"),
        ("skip", Q.PLAN_HOPE, F + "left_aside"),
        ("yes", Q.PLAN_WHERE, F + "in_your_words"),
        ("<nonsense>", Q.PLAN_WHERE, EARLIER),
        ("go back", Q.PLAN_WHEN, F + "earlier"),
    ],
    Q.PLAN_HOPE: [
        ("that she knows", Q.PLAN_HARD, L + "ask_hard"),
        ("skip", Q.PLAN_HARD, F + "left_aside"),
        ("yes", Q.PLAN_HOPE, F + "in_your_words"),
        ("<nonsense>", Q.PLAN_HOPE, EARLIER),
        ("go back", Q.PLAN_WHERE, F + "earlier"),
    ],
    Q.PLAN_HARD: [
        ("she will cry", Q.PLAN_TONE, L + "how_far"),
        ("she doesn't want to talk", Q.PLAN_TONE, L + "advice_unwilling"),
        ("<advice_children>", Q.PLAN_HARD, L + "advice_children"),
        ("<advice_unwilling>", Q.PLAN_HARD, L + "advice_unwilling"),
        ("<advice_several>", Q.PLAN_HARD, L + "advice_several"),
        ("skip", Q.PLAN_TONE, F + "left_aside"),
        ("no", Q.PLAN_TONE, F + "left_aside"),
        ("yes", Q.PLAN_HARD, F + "in_your_words"),
        ("<nonsense>", Q.PLAN_HARD, EARLIER),
        ("go back", Q.PLAN_HOPE, F + "earlier"),
    ],
    Q.PLAN_TONE: [
        ("<gentle>", Q.PLAN_CHECK, L + "card"),
        ("plain", Q.PLAN_CHECK, L + "card"),
        ("the light one", Q.PLAN_CHECK, L + "card"),
        ("2", Q.PLAN_CHECK, L + "card"),
        ("<own>", Q.PLAN_WORDS, L + "ask_words"),
        ("Jean, have you got a minute", Q.PLAN_CHECK, L + "card"),
        ("skip", Q.PLAN_CHECK, F + "left_aside"),
        ("yes", Q.PLAN_TONE, L + "say_tone"),
        ("<nonsense>", Q.PLAN_TONE, EARLIER),
        ("go back", Q.PLAN_HARD, F + "earlier"),
    ],
    Q.PLAN_WORDS: [
        ("Jean, have you got a minute", Q.PLAN_CHECK, L + "card"),
        ("skip", Q.PLAN_CHECK, F + "left_aside"),
        ("yes", Q.PLAN_WORDS, F + "in_your_words"),
        ("<nonsense>", Q.PLAN_WORDS, EARLIER),
        ("go back", Q.PLAN_TONE, L + "three_ways"),
    ],
    Q.PLAN_CHECK: [
        ("yes", Q.PLAN_READY, L + "done"),
        ("<right>", Q.PLAN_READY, L + "done"),
        ("<change>", Q.PLAN_CHANGE, L + "ask_change"),
        ("no", Q.PLAN_CHANGE, L + "ask_change"),
        ("change the time", Q.PLAN_WHEN, F + "earlier"),
        ("who else", Q.PLAN_OTHERS, F + "earlier"),
        ("<clear_plan>", Q.PLAN_CLEAR, L + "ask_clear"),
        ("delete it", Q.PLAN_CLEAR, L + "ask_clear"),
        ("skip", None, L + "left"),
        ("not sure", None, L + "left"),
        ("they said not today", None, L + "not_today"),
        ("it was on the table", Q.PLAN_CHECK, L + "say_check"),
        ("<nonsense>", Q.PLAN_CHECK, EARLIER),
        ("go back", Q.PLAN_TONE, L + "three_ways"),
    ],
    Q.PLAN_CHANGE: [
        ("<part_who>", Q.PLAN_WHO, F + "earlier"),
        ("the place", Q.PLAN_WHERE, F + "earlier"),
        ("<part_first>", Q.PLAN_TONE, L + "three_ways"),
        ("no", Q.PLAN_CHECK, L + "stays"),
        ("skip", Q.PLAN_CHECK, L + "stays"),
        ("yes", Q.PLAN_CHECK, L + "stays"),
        ("<nonsense>", Q.PLAN_CHANGE, EARLIER),
        ("go back", Q.PLAN_CHECK, L + "card"),
    ],
    Q.PLAN_READY: [
        ("<plan_calendar>", Q.PLAN_READY, M + "file"),
        ("<plan_remind>", Q.PLAN_READY, M + "set"),
        ("<change>", Q.PLAN_CHANGE, L + "ask_change"),
        ("<enough>", None, L + "end"),
        ("no", None, L + "end"),
        ("skip", None, L + "end"),
        ("no that's all thanks", None, L + "end"),
        ("put it in my calendar", Q.PLAN_READY, M + "file"),
        ("yes", Q.PLAN_READY, L + "say_ready"),
        ("<nonsense>", Q.PLAN_READY, EARLIER),
        ("go back", Q.PLAN_CHECK, L + "card"),
    ],
    Q.PLAN_CLEAR: [
        ("<delete_plan>", None, L + "cleared"),
        ("yes", None, L + "cleared"),
        ("yes delete it", None, L + "cleared"),
        ("no", Q.PLAN_CHECK, L + "stays"),
        ("keep it", Q.PLAN_CHECK, L + "stays"),
        ("skip", Q.PLAN_CHECK, L + "stays"),
        ("my garden", Q.PLAN_CHECK, L + "stays"),
        ("<delete>", Q.PLAN_CHECK, L + "stays"),
        ("go back", Q.PLAN_CHECK, L + "card"),
    ],
}


@pytest.fixture
def facts(facts):
    """A channel can write to the person first, so a reminder can be set."""
    return replace(facts, can_write_first=lambda person: True)


@each_answer(TABLE)
def test_an_answer_leads_where_it_says(talk, question, what, leads_to, said):
    assert answered(talk, question, what) == (leads_to, said)
