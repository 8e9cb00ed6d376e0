"""Where nobody can be written to first there is a file for one's own calendar; where somebody can, both."""

from dataclasses import replace

import pytest

from bot.model.position import Question
from tests.unit.stages.reminding import R, reached, remind, told, waits
from tests.unit.stages.talking import Talk, at

SITE = "https://example.org"


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


@pytest.fixture
def unreached(begin, facts):
    return at(Talk(begin, facts), Question.FOCUS_WHY)


def test_where_it_cannot_write_first_it_says_so_and_offers_a_file_for_the_calendar(unreached):
    assert unreached.does("set_reminder") == [R + "not_here", R + "ask_calendar"]
    assert unreached.presses("in_a_day")[0] == R + "file"
    assert told(unreached, R + "file") == "Sunday 22 November at 10:00"
    assert unreached.links()[0] == ("Open the calendar file", f"{SITE}/calendar/20261122T100000Z.ics")
    assert (unreached.question, waits(unreached)) == (Question.FOCUS_WHY, None)


@pytest.mark.parametrize("words", ["remind me on friday at 3pm", "put it in my calendar for friday at 3pm"])
def test_there_a_time_that_is_said_at_once_is_given_at_once(unreached, words):
    assert unreached.does("set_reminder", words)[0] == R + "file"
    assert unreached.links()[0][1] == f"{SITE}/calendar/20261127T150000Z.ics"
    assert unreached.question is Question.FOCUS_WHY


def test_a_calendar_reaches_further_than_this_does_and_never_back(unreached):
    assert unreached.does("set_reminder", "remind me in three months")[0] == R + "file"
    assert unreached.does("set_reminder", "remind me today at 9am")[0] == R + "past"


def test_there_it_names_telegram_if_this_copy_has_it(begin, facts):
    talk = Talk(begin, replace(facts, telegram_name=lambda: "example_bot"))
    assert R + "not_here_telegram" in talk.does("set_reminder")
    assert talk.value(R + "not_here_telegram", "telegram") == "example_bot"


@pytest.mark.parametrize("words", ["<calendar>", "put it in my calendar", "calendar file please"])
def test_a_reminder_that_is_set_can_go_into_the_calendar_too(talk, words):
    remind(at(talk, Question.FOCUS_WHY), "on friday at 3pm")
    assert "choose:calendar" in talk.buttons()
    said = talk.presses("calendar") if words[0] == "<" else talk.does("set_reminder", words)
    assert said[0] == R + "file"
    assert talk.links()[0][1] == f"{SITE}/calendar/20261127T150000Z.ics"
    assert (talk.question, waits(talk)) == (Question.FOCUS_WHY, "27 Nov 15:00")


def test_a_file_of_a_reminder_that_is_over_is_asked_about_anew(talk):
    assert R + "ask_when" in at(talk, Question.FOCUS_WHY).presses("calendar")


@pytest.mark.parametrize(("reaches", "offered"), [(True, True), (False, False)])
def test_a_pause_offers_one_where_it_can_arrive(begin, facts, reaches, offered):
    talk = at(Talk(begin, replace(facts, can_write_first=lambda person: reaches)), Question.FOCUS_WHY)
    assert talk.types("not today")[0] == "utter_session_pause"
    assert ("set_reminder" in talk.buttons()) is offered
    if offered:
        remind(talk).types("not today")
        assert "set_reminder" not in talk.buttons(), "one is set already"


def test_one_that_is_late_and_waits_for_the_morning_is_told_as_it_will_come(talk, clock):
    remind(at(talk, Question.FOCUS_WHY), "today at 7pm")
    clock.move(hours=13)  # 22:30
    assert talk.does("set_reminder") == [R + "ask_another"]
    assert told(talk, R + "ask_another") == "Sunday 22 November at 09:00"
