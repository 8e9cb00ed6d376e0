"""A time for somebody's own calendar: that time, neutral words, and nothing else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exports.calendar import LENGTH, as_ics, moment_in, path_of

NOW = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
MOMENT = datetime(2026, 11, 27, 10, tzinfo=UTC)


def event(moment=MOMENT):
    calendar = icalendar.Calendar.from_ical(as_ics(moment, NOW))
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//What Matters//EN")
    (one,) = calendar.walk("VEVENT")
    return one


def test_it_begins_when_it_was_asked_for_and_rings_once():
    one = event()
    assert one["dtstart"].dt == MOMENT
    assert one["dtend"].dt == MOMENT + LENGTH
    (alarm,) = one.walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(0))


def test_it_is_the_same_moment_whatever_clock_it_was_read_from():
    assert event(MOMENT.astimezone(ZoneInfo("Asia/Kathmandu")))["dtstart"].dt == MOMENT


def test_its_words_tell_nothing_to_whoever_looks_over_a_shoulder():
    one = event()
    assert one["summary"] == "A reminder for you"
    assert one["class"] == "PRIVATE"
    told = f"{one['summary']} {one['description']}".lower()
    assert not any(word in told for word in ("die", "death", "dying", "ill", "hospice", "care", "plan", "grief"))


def test_the_same_time_asked_for_twice_is_one_event_in_the_calendar():
    assert event()["uid"] == event()["uid"]
    assert event(MOMENT + timedelta(days=1))["uid"] != event()["uid"]


@given(st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_path_leads_back_to_its_moment(moment):
    whole = moment.replace(second=0, microsecond=0)
    assert moment_in(path_of(whole).removeprefix("/calendar/")) == whole


@pytest.mark.parametrize(
    "name", ["", ".ics", "x.ics", "20261127T100000Z", "20261127T1000Z.ics", "20261127T100001Z.ics", "../key", "\x00"]
)
def test_other_names_hold_no_moment(name):
    assert moment_in(name) is None


@given(st.text())
def test_no_name_breaks_it(name):
    moment_in(name)
