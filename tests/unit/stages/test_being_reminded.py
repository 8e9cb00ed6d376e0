"""Being reminded: only where asked for, at an hour of one's own choosing, in words that name nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.model.own_time import QUIET_FROM, QUIET_UNTIL
from bot.model.position import Question
from tests.unit.fakes import RESPONSES
from tests.unit.stages.reminding import WHEN, R, reached, remind, told, waits
from tests.unit.stages.talking import Talk, at


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


@pytest.mark.parametrize(
    ("value", "moment", "in_words"),
    [
        ("in_a_day", "22 Nov 10:00", "Sunday 22 November at 10:00"),
        ("in_three_days", "24 Nov 10:00", "Tuesday 24 November at 10:00"),
        ("in_a_week", "28 Nov 10:00", "Saturday 28 November at 10:00"),
    ],
)
def test_a_day_by_button(talk, value, moment, in_words):
    at(talk, Question.FOCUS_WHY)
    assert talk.does("set_reminder") == [R + "ask_when"]
    assert f"choose:{value}" in talk.buttons()
    said = talk.presses(value)
    assert said[0] == R + "set"
    assert (waits(talk), told(talk), told(talk, name="zone")) == (moment, in_words, "UK")
    assert talk.question is Question.FOCUS_WHY, "back where they were"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("on friday", "27 Nov 10:00"),
        ("tomorrow at 6", "22 Nov 18:00"),
        ("in two weeks", "05 Dec 10:00"),
        ("tonight at 7", "21 Nov 19:00"),
        ("tomorrow at 10pm", "22 Nov 22:00"),  # named
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_a_day_and_hour_in_words(talk, words, moment, asked):
    """In answer to the question, or at once: "remind me on friday"."""
    at(talk, Question.FOCUS_WHY)
    if asked:
        talk.does("set_reminder")
        said = talk.types(words)
    else:
        said = talk.does("set_reminder", f"remind me {words} please")
    assert said[0] == R + "set"
    assert waits(talk) == moment
    assert talk.question is Question.FOCUS_WHY


def test_words_that_the_model_reads_as_a_wish_to_be_reminded_answer_the_question_too(talk):
    at(talk, Question.FOCUS_WHY).does("set_reminder")
    assert talk.types("nudge me on friday", guess="set_reminder")[0] == R + "set"
    assert talk.question is Question.FOCUS_WHY


def test_somebody_new_can_ask_for_one_first(talk):
    assert talk.does("set_reminder") == ["utter_welcome_hello", R + "ask_when"]
    assert talk.presses("in_a_day")[0] == R + "set"


@pytest.mark.parametrize("words", ["some time", "after lunch", "yes", "friday or saturday", "my garden"])
def test_what_is_not_clear_is_asked_again(talk, words):
    at(talk, WHEN)
    assert talk.types(words) == [R + "say_when", R + "ask_when"]
    assert (talk.question, waits(talk)) == (WHEN, None)
    assert talk.lines, "nothing else was changed"


@pytest.mark.parametrize("words", ["today at 9", "today at 9:30am"])
def test_never_a_moment_that_has_passed(talk, words):
    assert at(talk, WHEN).types(words) == [R + "past", R + "ask_when"]
    assert waits(talk) is None


def test_not_later_than_whoever_keeps_nothing_is_forgotten(talk):
    assert at(talk, WHEN).types("in three months") == [R + "too_far", R + "ask_when"]
    assert talk.value(R + "too_far", "last") == "Tuesday 5 January"
    assert talk.types("on 5 january at 9")[0] == R + "set"


def test_buttons_for_days_that_are_too_far_are_not_offered(begin, facts):
    talk = Talk(begin, replace(facts, can_write_first=lambda person: True, draft_days=3))
    talk.does("set_reminder")
    assert [each for each in talk.buttons() if "in_a" in each or "three" in each] == ["choose:in_a_day"]


def test_what_would_come_at_night_comes_in_the_morning(talk, clock):
    clock.move(hours=9)  # 18:30
    at(talk, WHEN)
    assert talk.types("in two hours")[:2] == [R + "moved", R + "set"]
    assert waits(talk) == "22 Nov 09:00"


@pytest.mark.parametrize("words", ["no", "skip", "I don't know", "<deny>"])
def test_none_after_all(talk, words):
    at(talk, Question.FOCUS_WHY).does("set_reminder")
    said = talk.does("deny") if words == "<deny>" else talk.types(words)
    assert said[0] == R + "none"
    assert (talk.question, waits(talk)) == (Question.FOCUS_WHY, None)


def test_going_back_leaves_the_question(talk):
    at(talk, Question.FOCUS_WHY).does("set_reminder")
    talk.types("go back")
    assert talk.question is Question.FOCUS_WHY


def test_another_takes_the_place_of_the_first(talk):
    at(talk, Question.FOCUS_WHY)
    remind(talk)
    assert talk.does("set_reminder") == [R + "ask_another"]
    assert told(talk, R + "ask_another") == "Sunday 22 November at 10:00"
    assert talk.buttons()[-2:] == ["deny", "choose:stop_reminders"]
    talk.types("on friday")
    assert waits(talk) == "27 Nov 10:00"


def test_a_no_leaves_the_one_that_is_set(talk):
    remind(at(talk, Question.FOCUS_WHY)).does("set_reminder")
    assert talk.does("deny")[0] == R + "left"
    assert waits(talk) == "22 Nov 10:00"


def test_a_reminder_names_no_illness_no_death_no_plan_and_nobody():
    (only,) = RESPONSES[R + "here"]
    assert only["text"] == "I am here when you want to carry on."
    assert [button["title"] for button in only["buttons"]] == ["Carry on", "Not today", "No more reminders"]


def test_its_button_has_an_answer_that_is_true_once_it_was_sent(talk):
    """The reminder was the only one: there is nothing to stop, and nothing will come."""
    assert at(talk, Question.FOCUS_WHY).presses("stop_reminders")[0] == R + "none_open"
    *_, only = RESPONSES[R + "none_open"]
    assert only["text"] == "I will not write to you first again, unless you ask me to."


def test_what_it_says_of_quiet_hours_is_what_it_keeps_to():
    *_, only = RESPONSES[R + "moved"]
    assert f"From {QUIET_FROM.hour - 12} in the evening to {QUIET_UNTIL.hour} in the morning" in only["text"]


def test_it_survives_what_retention_takes(talk, begin, clock):
    """Whoever keeps nothing is forgotten after so many days; their reminder comes before that."""
    from bot.jobs.retention import retain

    remind(talk, "in 44 days")
    clock.move(days=44)
    assert retain(begin, 45) == []
    with begin() as records:
        (due,) = records.reminders.due(clock.now() + timedelta(hours=1))
        assert due.person == talk.person
