"""A reminder comes by the person's own clock, wherever that is."""

from datetime import UTC, datetime

import pytest

from bot.model.own_time import zone
from bot.model.position import Question
from tests.unit.stages.reminding import WHEN, R, reached, remind, told, waits
from tests.unit.stages.talking import at


@pytest.fixture
def talk(begin, facts):
    return reached(begin, facts)


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
