"""A person's own clock: quiet hours in their zone, and what a wall clock means on the nights when clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.own_time import UK, Wanted, after_quiet, at, is_quiet, moment_of, place, zone

LONDON, NEW_YORK, SYDNEY = zone(UK), zone("America/New_York"), zone("Australia/Sydney")
MOMENTS = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES = st.sampled_from([LONDON, NEW_YORK, SYDNEY, zone("Asia/Kathmandu"), zone("Pacific/Kiritimati")])


@pytest.mark.parametrize(
    ("hour", "quiet"),
    [("08:59", True), ("09:00", False), ("19:59", False), ("20:00", True), ("23:59", True), ("00:00", True)],
)
def test_the_quiet_hours_are_from_eight_in_the_evening_to_nine(hour, quiet):
    assert is_quiet(at(date(2026, 11, 22), time.fromisoformat(hour), NEW_YORK), NEW_YORK) is quiet


@given(MOMENTS, ZONES)
def test_after_the_quiet_hours_comes_nine_at_the_latest(moment, own):
    after = after_quiet(moment, own)
    assert not is_quiet(after, own)
    assert moment <= after <= moment + timedelta(hours=14)
    assert after == moment or after.astimezone(own).time() == time(9)


# day, hour by a clock in London -> the moment
@pytest.mark.parametrize(
    ("day", "hour", "moment"),
    [
        ("2027-03-27", "10:00", "2027-03-27T10:00+00:00"),
        ("2027-03-28", "10:00", "2027-03-28T09:00+00:00"),
        ("2026-10-24", "10:00", "2026-10-24T09:00+00:00"),
        ("2026-10-25", "10:00", "2026-10-25T10:00+00:00"),
        ("2027-03-28", "01:30", "2027-03-28T01:30+00:00"),  # left out: 01:30 GMT is shown as 02:30
        ("2026-10-25", "01:30", "2026-10-25T00:30+00:00"),  # comes twice: the first
    ],
)
def test_a_clock_time_holds_across_both_changes_of_the_clocks(day, hour, moment):
    assert at(date.fromisoformat(day), time.fromisoformat(hour), LONDON) == datetime.fromisoformat(moment)


def test_the_changes_are_those_of_the_person_s_own_zone():
    """In New York the clocks change on other nights than in London."""
    between = date(2026, 10, 28)
    assert at(between, time(10), NEW_YORK) - at(between, time(10), LONDON) == timedelta(hours=4)
    assert at(date(2026, 11, 28), time(10), NEW_YORK) - at(date(2026, 11, 28), time(10), LONDON) == timedelta(hours=5)


@pytest.mark.parametrize(
    ("hour", "named", "comes"),
    [
        ("22:00", True, "2026-11-22T22:00"),
        ("22:00", False, "2026-11-23T09:00"),
        ("02:00", False, "2026-11-22T09:00"),
        ("19:59", False, "2026-11-22T19:59"),
    ],
)
def test_at_night_stands_only_what_was_named(hour, named, comes):
    moment = moment_of(Wanted(date(2026, 11, 22), time.fromisoformat(hour), named), LONDON)
    assert moment.isoformat().startswith(comes)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "Europe", "x" * 300, "a\0b"])
def test_a_zone_that_this_machine_does_not_know_is_the_uk(name):
    assert zone(name).key == UK


def test_zones_have_names_for_a_sentence():
    assert (place(LONDON), place(NEW_YORK)) == ("UK", "New York")
