"""Looking up many schedules at once says the same as looking at each."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.signposting.hours import is_open, read_hours
from bot.signposting.matching.schedules import CLOSED, OPEN, UNKNOWN, Schedules

SCHEDULES = (
    (),
    (read_hours("MO-FR 09:00-17:00"),),
    (read_hours("MO-SU 00:00-24:00"),),
    (read_hours("SU 22:00-02:00"), read_hours("WE 12:00-13:30")),
    (read_hours("SA,SU 18:00-00:00"),),
    (read_hours("TU 06:00-06:00"),),
)
STATES = {None: UNKNOWN, True: OPEN, False: CLOSED}
MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001  (the wall clock)


@given(st.integers(0, 14 * 24 * 60))
def test_it_says_what_each_of_them_says(minutes):
    at = MONDAY + timedelta(minutes=minutes)
    assert Schedules(SCHEDULES).states(at).tolist() == [STATES[is_open(hours, at)] for hours in SCHEDULES]


@pytest.mark.parametrize("month", [1, 7])
def test_a_moment_elsewhere_is_read_on_the_clock_of_the_uk(month):
    at = datetime(2026, month, 7, 8, 30, tzinfo=UTC)
    assert Schedules(SCHEDULES).states(at).tolist()[1] == (CLOSED if month == 1 else OPEN)


def test_an_opening_late_on_sunday_goes_on_into_monday():
    assert Schedules(SCHEDULES).states(MONDAY + timedelta(minutes=90)).tolist()[3] == OPEN
    assert Schedules(SCHEDULES).states(MONDAY + timedelta(minutes=120)).tolist()[3] == CLOSED


@pytest.mark.parametrize(("every", "states"), [((), [UNKNOWN]), (((),), [UNKNOWN])])
def test_where_no_hours_are_known_nothing_is_claimed(every, states):
    assert Schedules(every).states(MONDAY).tolist() == states


def test_the_same_schedules_in_the_same_order_are_the_same():
    kept = Schedules(SCHEDULES)
    assert kept.are(SCHEDULES)
    assert not kept.are(SCHEDULES[1:])
