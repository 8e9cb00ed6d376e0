"""Numbers that can be pressed and read out, links that lead where they say, and opening times as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.directory import Entry, Hours, Need, Phone
from bot.signposting.hours import DAYS, HoursError
from bot.web.support.hours_lines import hours_line, read_hours_lines
from bot.web.support.numbers import groups_of, present_numbers, present_ways, voice_number, web_address


def entry(*phones: Phone, **fields) -> Entry:
    return Entry(id="x", name="Name", organisation="", who_for="", needs=(Need.CRISIS,), phones=phones, **fields)


@pytest.mark.parametrize(
    ("printed", "groups"),
    [
        ("116 123", ("116", "123")),
        ("08081570123", ("0808", "157", "0123")),
        ("02079460123", ("020", "7946", "0123")),
        ("07700900123", ("07700", "900", "123")),
        ("116123", ("116123",)),
        ("999", ("999",)),
        ("+44 20 7946 0123", ("+44", "20", "7946", "0123")),
    ],
)
def test_a_number_is_read_in_the_groups_it_is_printed_in(printed, groups):
    assert groups_of(printed) == groups


@pytest.mark.parametrize(
    ("phone", "href", "before"),
    [
        (Phone("116 123"), "tel:116123", ""),
        (Phone("+44 20 7946 0123"), "tel:+442079460123", ""),
        (Phone("85258", "text", "text SHOUT to"), "sms:85258?body=SHOUT", "Text SHOUT to"),
        (Phone("07700 900123", "text"), "sms:07700900123", "Text"),
        (Phone("0800 123 4567", "textphone"), "tel:08001234567", "Textphone"),
    ],
)
def test_a_number_dials_or_texts_what_it_says(phone, href, before):
    (view,) = present_numbers(entry(phone))

    assert (view.href, " ".join(view.before)) == (href, before)


def test_numbers_to_call_come_first_and_nonsense_not_at_all():
    phones = (Phone("85258", "text"), Phone("ring"), Phone("1"), Phone("116 123"))

    assert [view.href for view in present_numbers(entry(*phones))] == ["tel:116123", "sms:85258"]
    assert voice_number(entry(*phones)) == "116 123"
    assert voice_number(entry(phones[0])) == ""


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//elsewhere.example", "https://", "", "mailto:x@y.z", "http://["],
)
def test_an_address_that_is_no_website_is_no_link(url):
    assert web_address(url) == ""
    assert present_ways(entry(url=url)) == ()


@pytest.mark.parametrize("email", ["a@b.c?bcc=x@y.z", "a b@c.d", "@b.c", "a@b", 'a"@b.c'])
def test_what_is_no_plain_email_address_is_no_link(email):
    assert present_ways(entry(email=email)) == ()


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Mon-Fri 09:00-17:00", DAYS[:5]),
        ("monday to friday 09:00-17:00", DAYS[:5]),
        ("Mon – Fri 09:00 – 17:00", DAYS[:5]),
        ("Sat, Sun 09:00-17:00", DAYS[5:]),
        ("Tues 9:00-17:00", ("TU",)),
        ("every day 09:00-17:00", DAYS),
        ("Daily 09:00-17:00", DAYS),
        ("MO-FR 09:00-17:00", DAYS[:5]),
        ("Fri-Mon 09:00-17:00", ("MO", "FR", "SA", "SU")),
    ],
)
def test_opening_times_are_read_as_people_type_them(typed, days):
    assert read_hours_lines(f"\n{typed}\n") == (Hours(days, "09:00", "17:00"),)


@pytest.mark.parametrize("typed", ["whenever", "Mon", "09:00-17:00", "T 09:00-17:00", "Mon 25:00-26:00", "Mon-Fri 9-5"])
def test_what_is_no_opening_time_is_refused(typed):
    with pytest.raises(HoursError):
        read_hours_lines(typed)


def minutes(most: int) -> st.SearchStrategy[str]:
    return st.integers(0, most).map(lambda each: f"{each // 60:02}:{each % 60:02}")


@given(st.sets(st.sampled_from(DAYS), min_size=1), minutes(24 * 60 - 1), minutes(24 * 60))
def test_opening_times_come_back_as_they_went_into_the_form(days, opens, closes):
    hours = Hours(tuple(day for day in DAYS if day in days), opens, closes)

    assert read_hours_lines(hours_line(hours)) == (hours,)
