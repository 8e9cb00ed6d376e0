"""When somebody wants to be reminded, in the words that people use; what is not clear is asked about again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.model.own_time import Wanted, at, is_quiet, moment_of, zone
from bot.stages import moments, zones

LONDON = zone("Europe/London")
NOW = datetime(2026, 11, 22, 12, 15, tzinfo=LONDON)
"""A Sunday."""

# words -> day, hour; with a "!" where the hour was named
CLEAR = {
    "tomorrow": "23 10:00",
    "Tomorrow.": "23 10:00",
    "remind me 2moro": "23 10:00",
    "the day after tomorrow": "24 10:00",
    "tomorrow at 6": "23 18:00!",
    "tomorrow 6:30": "23 18:30!",
    "tomorrow at 06:30": "23 06:30!",
    "at nine tomorrow": "23 09:00!",
    "tomorrow evening at 7": "23 19:00!",
    "tomorrow morning": "23 10:00",
    "tomorrow afternoon": "23 14:00",
    "4 o'clock tomorrow": "23 16:00!",
    "at 3 p.m. tomorrow": "23 15:00!",
    "quarter past 2 tomorrow": "23 14:15!",
    "tonight": "22 18:00",
    "tonight at 7": "22 19:00!",
    "this evening at half 8": "22 20:30!",
    "in the morning": "23 10:00",
    "8 in the morning": "23 08:00!",
    "first thing": "23 09:00",
    "at 6": "22 18:00!",
    "at 9": "23 09:00!",
    "6pm": "22 18:00!",
    "half three": "22 15:30!",
    "quarter to 1": "22 12:45!",
    "18:30": "22 18:30!",
    "noon": "23 12:00!",
    "today at 9": "22 09:00!",  # past: what was said
    "on friday": "27 10:00",
    "this friday": "27 10:00",
    "Friday 10": "27 10:00!",
    "fri at half 4": "27 16:30!",
    "sunday": "29 10:00",
    "sunday at 6": "22 18:00!",
    "next friday": "27 10:00",
    "friday week": "12-04 10:00",
    "a week on friday": "12-04 10:00",
    "a week tomorrow": "30 10:00",
    "this weekend": "28 10:00",
    "next week": "29 10:00",
    "in a week": "29 10:00",
    "in a week's time": "29 10:00",
    "two weeks today": "12-06 10:00",
    "in two weeks": "12-06 10:00",
    "in a fortnight at 3": "12-06 15:00!",
    "in a couple of weeks": "12-06 10:00",
    "in a few days": "25 10:00",
    "in three days' time": "25 10:00",
    "in a month": "12-22 10:00",
    "in an hour": "22 13:15",
    "in half an hour": "22 12:45",
    "in an hour and a half": "22 13:45",
    "in 10 hours": "22 22:15",
    "3 december": "12-03 10:00",
    "on the 3rd": "12-03 10:00",
    "December 3rd at 5": "12-03 17:00!",
    "thursday 3 december": "12-03 10:00",
    "3/12": "12-03 10:00",
    "2026-12-03": "12-03 10:00",
    "on the 31st": "12-31 10:00",
    "nudge me on Friday morning about the solicitor": "27 10:00",
    "remind me to ring the nurse first thing monday": "23 09:00",
    "remember me tomorrow 8pm to finish this please": "23 20:00!",
    "Schedule that for 0700 Monday": "23 07:00!",
    "Alert me at 15:45 tomorrow about the matron's visit": "23 15:45!",
}
UNCLEAR = [
    "", "6", "yes", "ok", "🙂", "soon", "some time", "my garden", "midnight", "after lunch", "before the weekend",
    "not friday", "friday or saturday", "friday, saturday", "mondays", "every day", "tomorrow at 25", "13pm", "at 0",
    "31/2", "30 february", "friday 3 december", "tonight at 12", "tomorrow dinnertime", "between 3 and 4", "the 32nd",
    "tomorrow at 9:75", "12/13", "don't remind me on friday", "until tuesday", "last friday", "a week ago",
    "after my clinic on the 14th", "tomorrow we shall see how we are on friday", "{0}", "monday " * 200, "in ٣ days",
]  # fmt: skip


def wanted(expected):
    day, hour = expected.removesuffix("!").split()
    month, _, number = day.rpartition("-")
    return Wanted(date(2026, int(month or 11), int(number)), time.fromisoformat(hour), expected.endswith("!"))


@pytest.mark.parametrize(("words", "expected"), CLEAR.items())
def test_days_and_hours_as_people_say_them(words, expected):
    assert moments.read(words, NOW) == wanted(expected)


@pytest.mark.parametrize("words", UNCLEAR, ids=lambda words: words[:40])
def test_what_is_not_clear_is_no_answer(words):
    assert moments.read(words, NOW) is None


# at what hour on a Friday -> which day "on friday" is
@pytest.mark.parametrize(("hour", "day"), [(8, 27), (10, 4), (15, 4)])
def test_a_weekday_is_today_until_its_hour_has_passed(hour, day):
    assert moments.read("on friday", datetime(2026, 11, 27, hour, tzinfo=LONDON)).day.day == day


@pytest.mark.parametrize(("day", "expected"), [(27, 28), (28, 29), (29, 5)])
def test_the_weekend_is_the_next_of_its_days(day, expected):
    assert moments.read("at the weekend", datetime(2026, 11, day, 12, tzinfo=LONDON)).day.day == expected


@pytest.mark.parametrize(
    ("now", "words", "expected"),
    [
        ("2027-03-27T12:00", "tomorrow", "2027-03-28T09:00+00:00"),
        ("2026-10-24T12:00", "tomorrow", "2026-10-25T10:00+00:00"),
        ("2027-03-27T12:00", "tomorrow at 1:30am", "2027-03-28T01:30+00:00"),
        ("2026-10-24T12:00", "in 24 hours", "2026-10-25T12:00+00:00"),
        ("2027-03-27T12:00", "in 24 hours", "2027-03-28T12:00+00:00"),
        ("2026-10-24T12:00", "in a day", "2026-10-25T10:00+00:00"),
        ("2026-10-24T12:00", "in two weeks at 3", "2026-11-07T15:00+00:00"),
    ],
)
def test_the_hour_is_that_of_the_clock_after_a_change_too(now, words, expected):
    here = datetime.fromisoformat(now).replace(tzinfo=LONDON)
    moment = moment_of(moments.read(words, here), LONDON)
    # "in 24 hours" is a length of time, and as long on the nights on which the clocks change
    if words == "in 24 hours":
        assert (moment - here.astimezone(UTC)).total_seconds() == 24 * 3600
    else:
        assert moment == datetime.fromisoformat(expected)


PIECES = st.lists(
    st.sampled_from(
        [
            "in", "at", "on", "a", "two", "3", "12", "31", "0", "7pm", "18:30", "half", "past", "next", "this",
            "friday", "sun", "week", "weeks", "days", "hours", "minutes", "month", "tomorrow", "today", "tonight",
            "morning", "evening", "noon", "the", "3rd", "29th", "of", "february", "dec", "may", "2028", "31/12",
            "weekend", "about", "to", "please",
        ]
    ),
    min_size=1,
    max_size=7,
)  # fmt: skip
NOWS = st.builds(
    lambda moment, own: moment.astimezone(own),
    st.integers(0, 3 * 365 * 24 * 60).map(
        lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.sampled_from([LONDON, zone("America/New_York"), zone("Pacific/Auckland"), zone("Asia/Kathmandu")]),
)


@given(PIECES, NOWS)
@example(["in", "10", "hours"], NOW)
def test_whatever_is_said_never_leads_into_the_quiet_hours_unless_they_were_named(pieces, now):
    found = moments.read(" ".join(pieces), now)
    if found is not None and not found.named:
        assert not is_quiet(moment_of(found, now.tzinfo), now.tzinfo)


@given(PIECES, NOWS)
def test_what_lies_in_the_past_was_said_so(pieces, now):
    words = " ".join(pieces)
    found = moments.read(words, now)
    if found is not None and at(found.day, found.hour, now.tzinfo) <= now:
        assert (
            {"today", "tonight", "this", "0", "2028"} & set(pieces)
            or any("/" in each for each in pieces)
            or dated(words)
        )


def dated(words):
    """Whether a date is named, which may be that of today."""
    return any(each in words for each in ("3rd", "29th", "february", "dec", "may", "12", "31"))


@given(st.text(max_size=60), NOWS)
def test_any_text_can_be_read(text, now):
    moments.read(text, now)
    zones.read(text)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("my time zone is Spain", "Europe/Madrid"),
        ("My timezone is America/New_York.", "America/New_York"),
        ("my time zone is New York", "America/New_York"),
        ("my time zone is new york time please", "America/New_York"),
        ("I am in Spain", "Europe/Madrid"),
        ("I'm in the Netherlands", "Europe/Amsterdam"),
        ("I live in Sydney", "Australia/Sydney"),
        ("my time zone is the UK", "Europe/London"),
        ("my time zone is GMT", "Europe/London"),
        ("my time zone is Argentina", None),
        ("my time zone is America", None),
        ("my time zone is ../../etc/passwd", None),
        ("I am in bed", None),
        ("Spain", None),
        ("tomorrow", None),
    ],
)
def test_a_time_zone_is_read_from_its_place(words, key):
    found = zones.read(words)
    assert (found.key if found else None) == key


# a place that is in the UK too -> how it is called together with its country
SHARED = {
    "Perth": "Perth, Australia",
    "Melbourne": "Melbourne, Australia",
    "Victoria": "Victoria, Australia",
    "Halifax": "Halifax, Canada",
    "Toronto": "Toronto, Canada",
    "Edmonton": "Edmonton, Canada",
    "St John's": "St Johns, Canada",
    "Denver": "Denver, USA",
    "Blantyre": "Blantyre, Malawi",
    "Stanley": "Stanley, Falkland Islands",
    "Norfolk": "Norfolk, Australia",
    "Chatham": "Chatham, New Zealand",
}


@pytest.mark.parametrize("name", SHARED)
@pytest.mark.parametrize(
    "sentence", ["I live in {}", "I'm in {}", "my time zone is {}", "My timezone is {} time please"]
)
def test_a_place_that_is_in_the_uk_too_is_not_taken_for_the_one_abroad(name, sentence):
    words = sentence.format(name)
    assert zones.read(words) is None
    assert zones.also_in_uk(words) == SHARED[name]


@pytest.mark.parametrize("named", SHARED.values())
@pytest.mark.parametrize("sentence", ["I live in {}", "my time zone is {}", "My timezone is {} time please"])
def test_with_its_country_it_is_and_the_country_is_said(named, sentence):
    found = zones.read(sentence.format(named))
    assert found is not None
    assert zones.called(found) == named
    assert zones.also_in_uk(sentence.format(named)) == ""


@pytest.mark.parametrize("key", sorted({*zones._SHARED}))
def test_the_full_name_of_a_zone_is_enough(key):
    found = zones.read(f"my time zone is {key}")
    assert found is not None
    assert (found.key, zones.called(found).endswith(f", {zones._SHARED[key][0]}")) == (key, True)


@pytest.mark.parametrize("named", ["Perth, Scotland", "Halifax in the UK", "Norfolk, England", "Stanley UK", "London"])
def test_with_a_country_of_the_uk_it_is_uk_time(named):
    found = zones.read(f"I live in {named}")
    assert found is not None
    assert zones.called(found) == "UK"


@pytest.mark.parametrize("words", ["I live in the north", "We live in the West", "I am in the south", "I am in Wake"])
def test_the_north_is_not_that_of_australia(words):
    assert zones.read(words) is None


@pytest.mark.parametrize(
    "name", ["Newcastle", "Boston", "Lincoln", "Durham", "Cambridge", "Richmond", "Birmingham", "Worcester", "Hamilton"]
)
def test_towns_that_give_no_zone_its_name_are_not_read_at_all(name):
    assert zones.read(f"I live in {name}") is None
    assert zones.also_in_uk(f"I live in {name}") == ""


@pytest.mark.parametrize("key", sorted({*zones._COUNTRIES}))
def test_every_country_has_a_zone_that_exists(key):
    assert zone(key).key == key
