"""Opening hours: read, told in words, and worked out for a moment on the UK's clocks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.directory import Hours
from bot.signposting.hours import DAYS, HoursError, in_words, is_open, opens_next, read_hours

OFFICE = (read_hours("MO-FR 09:00-17:00"), read_hours("SA 10:00-14:00"))
NIGHT = (read_hours("FR-SU 22:00-02:00"),)
ALWAYS = (read_hours("MO-SU 00:00-24:00"),)
SATURDAY = datetime.fromisoformat("2026-11-21")
"""UK time, as pages give it: without a zone."""


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["MO-SU 00:00-24:00"], "Day and night."),
        (["MO-FR 09:00-17:00", "SA 10:00-14:00"], "9am to 5pm, Monday to Friday. 10am to 2pm on Saturday."),
        (
            ["MO,WE,TH,FR 09:30-17:00", "TU 13:00-20:00"],
            "9.30am to 5pm on Monday, Wednesday, Thursday and Friday. 1pm to 8pm on Tuesday.",
        ),
        (["MO-SU 10:00-16:00", "MO-SU 19:00-22:00"], "10am to 4pm and 7pm to 10pm, every day."),
        (["MO-SU 17:00-24:00"], "5pm to midnight, every day."),
        (["SU-WE 16:30-23:30"], "4.30pm to 11.30pm, Sunday to Wednesday."),
        (["SA-SU 12:00-13:15"], "Noon to 1.15pm on Saturday and Sunday."),
        (["FR 22:00-02:00"], "10pm to 2am on Friday."),
        (["FR 00:00-24:00"], "Day and night on Friday."),
        ([], ""),
    ],
)
def test_hours_in_words(lines, words):
    assert in_words([read_hours(line) for line in lines]) == words


@pytest.mark.parametrize(
    ("hours", "when", "expected", "opens"),
    [
        (OFFICE, SATURDAY.replace(hour=9, minute=59), False, "Opens at 10am today."),
        (OFFICE, SATURDAY.replace(hour=10), True, ""),
        (OFFICE, SATURDAY.replace(hour=13, minute=59), True, ""),
        (OFFICE, SATURDAY.replace(hour=14), False, "Opens at 9am on Monday."),
        (OFFICE, SATURDAY + timedelta(days=1, hours=12), False, "Opens at 9am tomorrow."),
        (ALWAYS, SATURDAY, True, ""),
        (ALWAYS, SATURDAY.replace(hour=23, minute=59, second=59), True, ""),
        (NIGHT, SATURDAY.replace(hour=1, minute=59), True, ""),
        (NIGHT, SATURDAY.replace(hour=2), False, "Opens at 10pm today."),
        (NIGHT, SATURDAY + timedelta(days=2, hours=1), True, ""),
        (NIGHT, SATURDAY + timedelta(days=2, hours=3), False, "Opens at 10pm on Friday."),
        ((read_hours("SA 10:00-14:00"),), SATURDAY.replace(hour=15), False, "Opens at 10am a week from today."),
        ((), SATURDAY, None, ""),
    ],
)
def test_open_or_not_and_when_next(hours, when, expected, opens):
    assert is_open(hours, when) is expected
    assert opens_next(hours, when) == opens


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 7, 1, 8, 0, tzinfo=UTC), True),  # 9am in summer
        (datetime(2026, 7, 1, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 12, 1, 8, 0, tzinfo=UTC), False),  # 8am in winter
        (datetime(2026, 12, 1, 9, 0, tzinfo=UTC), True),
    ],
)
def test_a_moment_in_utc_is_looked_at_on_the_uks_clocks(moment, expected):
    assert is_open(OFFICE, moment) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), True),  # 00.59; at 1am clocks go to 2am
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), False),  # 2am
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), True),  # 1.30am, for the first time
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True),  # 1.30am again
        (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), False),  # 2am
    ],
)
def test_on_the_nights_the_clocks_change_the_clock_on_the_wall_counts(moment, expected):
    assert is_open((read_hours("SA 22:00-02:00"),), moment) is expected


@pytest.mark.parametrize(
    "line",
    ["", "always", "MO-FR", "MO-FR 9-17", "XX 09:00-17:00", "MO 25:00-26:00", "MO 09:60-10:00", "MO 24:00-01:00"],
)
def test_a_line_that_says_no_hours_is_refused(line):
    with pytest.raises(HoursError, match="MO-FR 09:00-17:00"):
        read_hours(line)


times = st.integers(0, 23 * 60 + 59).map(lambda minutes: f"{minutes // 60:02}:{minutes % 60:02}")
weeks = st.lists(
    st.builds(
        Hours,
        st.sets(st.sampled_from(DAYS), min_size=1).map(lambda days: tuple(sorted(days, key=DAYS.index))),
        times,
        times,
    ),
    max_size=3,
)


@given(hours=weeks, minutes=st.integers(0, 60 * 24 * 14))
def test_what_opens_next_is_never_said_while_it_is_open_and_always_when_it_is_not(hours, minutes):
    when = SATURDAY + timedelta(minutes=minutes)
    assert bool(opens_next(hours, when)) is (is_open(hours, when) is False)
    assert bool(in_words(hours)) is bool(hours)
