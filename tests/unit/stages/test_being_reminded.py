"""Being reminded: only where asked for, at an hour of one's own clock, and stopped at once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.model.own_time import QUIET_FROM, QUIET_UNTIL, zone
from bot.model.position import Door, Question
from bot.model.safety import Told
from tests.unit.fakes import RESPONSES
from tests.unit.stages.talking import Talk, at
from tests.unit.team_store import open_teams

R = "utter_reminder_"
WHEN = Question.REMINDER_WHEN
SITE = "https://example.org"


@pytest.fixture
def talk(begin, facts):
    """Somebody whom a channel can write to first. It is Saturday 21 November 2026, 09:30."""
    open_teams(begin)
    return Talk(begin, replace(facts, can_write_first=lambda person: True))


def waits(talk):
    """When they are reminded, by their own clock, or None."""
    with talk.begin(reading=True) as records:
        reminder = records.reminders.open_of(talk.person)
        return reminder and f"{reminder.due_at.astimezone(records.reminders.zone(talk.person)):%d %b %H:%M}"


def told(talk, response=R + "set", name="when"):
    return talk.value(response, name)


def remind(talk, words="tomorrow"):
    said = talk.does("set_reminder", words)
    assert R + "set" in said
    return talk


# --- asking for one ---------------------------------------------------------------------------------------------------


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


# --- where nobody can be written to -----------------------------------------------------------------------------------


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


# --- stopping ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["stop reminders", "Stop reminders!", "no more reminders", "cancel my reminder", "<stop_reminders>"]
)
@pytest.mark.parametrize("question", [Question.FOCUS_WHY, Question.RECORD_CONSENT, WHEN, None])
def test_it_stops_at_once_from_anywhere(talk, question, words):
    remind(at(talk, question))
    said = talk.presses(words[1:-1]) if words[0] == "<" else talk.types(words)
    assert said[0] == R + "stopped"
    assert waits(talk) is None
    assert talk.question is (None if question is WHEN else question)
    assert talk.does("set_reminder", "stop reminders")[0] == R + "none_open"


@pytest.mark.parametrize(
    "words", ["I don't want any reminders", "please don't nudge me", "stop sending me reminders", "no reminders please"]
)
def test_words_that_the_model_takes_for_a_wish_are_heard_as_the_no_they_are(talk, words):
    remind(at(talk, Question.FOCUS_WHY))
    assert talk.does("set_reminder", words)[0] == R + "stopped"
    assert waits(talk) is None


@pytest.mark.parametrize(
    "words",
    ["don't forget to remind me on friday", "stop me forgetting, remind me friday", "I cancelled, nudge me friday"],
)
def test_a_wish_is_not_taken_for_a_no(talk, words):
    assert remind(at(talk, Question.FOCUS_WHY)).does("set_reminder", words)[0] != R + "stopped"
    assert waits(talk) is not None


def test_stopping_the_conversation_stops_them_too(talk):
    remind(at(talk, Question.FOCUS_WHY))
    assert talk.types("stop")[:2] == ["utter_session_stop", R + "stopped"]
    assert waits(talk) is None
    assert R + "stopped" not in talk.types("stop")


@pytest.mark.parametrize("intent", ["pause", "goodbye"])
def test_a_pause_and_a_goodbye_leave_it(talk, intent):
    remind(at(talk, Question.FOCUS_WHY)).does(intent)
    assert waits(talk) == "22 Nov 10:00"


def test_deleting_everything_deletes_it(talk, begin, clock):
    remind(at(talk, None))
    talk.types("delete everything")
    talk.types("yes")
    clock.move(days=2)
    with begin() as records:
        assert records.reminders.due(clock.now()) == []


# --- a death ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tell",
    [
        lambda talk: talk.presses("grieving"),
        lambda talk: talk.does("bereavement_support", "my husband died on Tuesday"),
        lambda talk: talk.does("baby_loss", "our baby died"),
    ],
    ids=["the door", "told", "a baby"],
)
def test_it_is_gone_once_somebody_has_died(talk, clock, tell):
    talk.does("arrive")
    remind(talk)
    clock.move(minutes=5)
    here(talk)
    tell(talk)
    assert waits(talk) is None


def test_a_death_that_only_the_safety_door_heard_ends_it_too(talk, clock, begin):
    remind(at(talk, Question.FOCUS_WHY))
    clock.move(hours=1)
    here(talk, told=Told.DEATH_JUST_HAPPENED)
    clock.move(minutes=1)
    talk.types("thank you")
    assert waits(talk) is None


def test_what_is_asked_for_after_a_death_stands(talk, clock):
    """They ask for it themselves, and it says nothing of carrying on with anything."""
    talk.does("arrive")
    talk.presses("grieving")
    clock.move(minutes=5)
    remind(talk)
    clock.move(minutes=5)
    talk.types("my sister is with me")
    assert waits(talk) == "22 Nov 10:00"


def test_a_volunteer_who_looks_for_bereavement_support_keeps_theirs(talk, clock):
    talk.does("arrive")
    talk.presses("helping")
    assert talk.position.door is Door.HELPING
    remind(talk)
    clock.move(minutes=5)
    here(talk)
    talk.does("bereavement_support", "a lady whose husband died")
    assert waits(talk) == "22 Nov 10:00"


def here(talk, **changes):
    """They were here now, as the gateway notes it."""
    with talk.begin() as records:
        records.people.seen(talk.person)
        records.people.place(talk.person, replace(records.people.position(talk.person), **changes))
        records.commit()


# --- whose clock ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", [Question.FOCUS_WHY, WHEN])
def test_a_time_zone_of_one_s_own(talk, question):
    at(talk, question)
    said = talk.types("my time zone is New York")
    assert said[0] == R + "zone"
    assert talk.value(R + "zone", "zone") == "New York"
    assert talk.question is question
    remind(talk, "tomorrow at 6")
    assert (waits(talk), told(talk, name="zone")) == ("22 Nov 18:00", "New York")
    with talk.begin() as records:
        assert records.reminders.open_of(talk.person).due_at == datetime(2026, 11, 22, 23, tzinfo=UTC)


def test_where_somebody_is_answers_the_question_by_whose_clock(talk):
    at(talk, WHEN)
    assert talk.types("I am in Spain") == [R + "zone", R + "ask_when"]
    assert talk.types("tomorrow")[0] == R + "set"
    assert told(talk, name="zone") == "Madrid"


@pytest.mark.parametrize("question", [Question.FOCUS_WHY, WHEN])
def test_a_place_that_is_not_known_changes_nothing(talk, question):
    at(talk, question)
    assert talk.types("my time zone is Narnia")[0] == R + "say_zone"
    with talk.begin() as records:
        assert records.reminders.zone(talk.person) == zone("Europe/London")


@pytest.mark.parametrize(
    ("question", "words"),
    [(Question.FOCUS_WHY, "my time zone is Perth"), (WHEN, "I live in Perth"), (WHEN, "I'm in Perth")],
)
def test_a_place_that_is_in_the_uk_too_changes_nothing_until_its_country_is_said(talk, question, words):
    at(talk, question)
    assert talk.types(words)[0] == R + "say_country"
    with talk.begin() as records:
        assert records.reminders.zone(talk.person) == zone("Europe/London")
    assert talk.types(f"my time zone is {talk.value(R + 'say_country', 'place')}")[0] == R + "zone"
    assert talk.value(R + "zone", "zone") == "Perth, Australia"
    remind(talk, "tomorrow")
    assert told(talk, name="zone") == "Perth, Australia"


def test_a_reminder_keeps_its_hour_in_another_zone(talk):
    remind(at(talk, Question.FOCUS_WHY))
    assert talk.types("my time zone is Sydney")[:2] == [R + "zone", R + "set"]
    assert waits(talk) == "22 Nov 10:00"
    assert told(talk, name="zone") == "Sydney"


def test_in_another_zone_it_never_comes_to_lie_in_the_past(talk):
    remind(at(talk, Question.FOCUS_WHY), "today at 6pm")
    talk.types("my time zone is Auckland")  # there it is 22:30 already
    assert waits(talk) == "22 Nov 18:00"


# --- its words --------------------------------------------------------------------------------------------------------


def test_a_reminder_names_no_illness_no_death_no_plan_and_nobody():
    (only,) = RESPONSES[R + "here"]
    assert only["text"] == "I am here when you want to carry on."
    assert [button["title"] for button in only["buttons"]] == ["Carry on", "Not today", "No more reminders"]


def test_its_button_has_an_answer_that_is_true_once_it_was_sent(talk):
    """The reminder was the only one: there is nothing to stop, and nothing will come."""
    assert at(talk, Question.FOCUS_WHY).presses("stop_reminders")[0] == R + "none_open"
    (only,) = RESPONSES[R + "none_open"]
    assert only["text"] == "I will not write to you first again, unless you ask me to."


def test_what_it_says_of_quiet_hours_is_what_it_keeps_to():
    (only,) = RESPONSES[R + "moved"]
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
