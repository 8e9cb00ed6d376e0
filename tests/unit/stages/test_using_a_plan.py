"""The card of a plan: each part can be changed from it, its day put in a calendar, a reminder asked for."""

from datetime import UTC, datetime

import pytest

from bot.exports.calendar import as_ics, moment_in
from bot.model.plan import Part
from bot.model.position import Question
from tests.unit.stages.planning import F, P, Q, card, plan_of, reminded
from tests.unit.stages.reminding import reached
from tests.unit.stages.talking import PLANNED, Talk, at


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


# --- the card ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", Part)
def test_each_part_can_be_changed_from_the_card(talk, part):
    at(talk, Q.PLAN_CHANGE)
    talk.presses(f"part_{part}")
    said = talk.types("the other way round")
    assert (talk.question, plan_of(talk).words(part)) == (Q.PLAN_CHECK, "the other way round")
    assert said[-1] == P + "ask_check"


def test_a_change_from_the_card_changes_what_was_asked_for(talk):
    at(talk, Q.PLAN_CHANGE)
    talk.presses("part_others")
    talk.types("no, I meant my brother")
    assert (plan_of(talk).who, plan_of(talk).others) == (PLANNED[0], "no, I meant my brother")


def test_own_first_words_take_the_place_of_a_tone(talk):
    at(talk, Q.PLAN_CHANGE)
    assert plan_of(talk).tone == "gentle"
    talk.presses("part_first")
    assert talk.presses("own") == [P + "ask_words"]
    talk.types("Jean, put the kettle on")
    assert (plan_of(talk).first, plan_of(talk).tone, talk.question) == ("Jean, put the kettle on", "", Q.PLAN_CHECK)
    assert "First words: “Jean, put the kettle on”" in card(talk)
    talk.types("change my first words")
    talk.presses("light")
    assert (plan_of(talk).first, plan_of(talk).tone) == ("", "light")


def test_a_time_that_is_changed_takes_its_day_with_it(talk):
    at(talk, Q.PLAN_CHECK)
    talk.types("change the time")
    talk.types("when she is up to it")
    assert plan_of(talk).moment is None
    talk.presses("right")
    assert "choose:plan_calendar" not in talk.buttons()


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [("no, change something else. Sunday at half 4", Question.PLAN_CHANGE), ("change the time", Question.PLAN_WHEN)],
)
def test_a_wish_to_change_something_at_the_card_means_the_plan(talk, words, leads_to):
    at(talk, Question.PLAN_CHECK)
    said = talk.does("edit_summary", words)
    assert "utter_record_nothing_yet" not in said
    assert talk.question is leads_to


# --- from the card ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["button", "words"])
def test_the_calendar_file_has_no_word_of_theirs(talk, clock, how):
    at(talk, Q.PLAN_READY)
    said = talk.presses("plan_calendar") if how == "button" else talk.types("put it in my calendar")
    assert said == ["utter_reminder_file", P + "ask_ready"]
    ((_, url),) = talk.links()
    moment = moment_in(url.rsplit("/", 1)[-1])
    assert moment == datetime(2026, 11, 22, 15, tzinfo=UTC)
    file = as_ics(moment, clock.now()).decode()
    assert not [words for words in (*PLANNED, "plan", "Jean", "die", "death") if words.lower() in file.lower()]


def test_a_reminder_on_the_day_before_is_set_only_when_asked_for(talk):
    at(talk, Q.PLAN_READY)
    assert "choose:plan_remind" in talk.buttons()
    assert reminded(talk) is None
    assert talk.types("remind me the day before", guess="set_reminder")[0] == "utter_reminder_set"
    assert (reminded(talk), talk.question) == ("21 Nov 10:00", Q.PLAN_READY)
    assert "choose:plan_remind" not in talk.buttons()


def test_no_reminder_is_offered_where_nobody_can_be_written_to(begin, facts):
    talk = at(Talk(begin, facts), Q.PLAN_READY)
    assert "choose:plan_calendar" in talk.buttons()
    assert "choose:plan_remind" not in talk.buttons()


def test_one_can_go_on_to_what_matters_and_come_back(talk):
    at(talk, Q.PLAN_READY)
    assert "focus_on_what_matters" in talk.buttons()
    assert talk.does("focus_on_what_matters") == [F + "ask_what"]
    assert talk.types("go back")[-1] == P + "ask_ready"
