"""What is said with each service: when it answers, who checked it, what happens next and why it fits."""

from datetime import UTC, date, datetime

import pytest

from bot.model.directory import Hours, Nation, Need, Phone, Relationship, Way
from tests.unit.signposting.services import NIGHT, WEEKDAYS, entry, find

TUESDAY = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001  (UK time, as typed)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (NIGHT, "Open now, day and night."),
        (WEEKDAYS, "Open now, until 5pm."),
        ((Hours(("TU",), "13:00", "20:30"),), "Open now, until 8.30pm."),
        ((Hours(("TU",), "12:00", "24:00"),), "Open now, until midnight."),
        ((Hours(("TU", "WE"), "00:00", "24:00"),), "Open now, until midnight on Wednesday."),
        ((Hours(("TU",), "12:00", "02:00"),), "Open now, until 2am."),
        ((Hours(("TU",), "09:00", "15:00"), Hours(("TU",), "15:00", "18:00")), "Open now, until 6pm."),
        ((Hours(("WE",), "09:00", "17:00"),), "Opens at 9am tomorrow."),
        ((), "Hours not known. Ring to check."),
    ],
)
def test_when_it_answers_is_one_sentence(hours, said):
    [match] = find([entry("Line", hours=hours)], needs=(Need.BEREAVEMENT,), when=TUESDAY).matches
    assert match.opens == said


def test_a_moment_in_another_zone_is_read_on_the_clocks_of_the_uk():
    summer = datetime(2026, 7, 7, 16, 30, tzinfo=UTC)
    [match] = find([entry("Line", hours=WEEKDAYS)], needs=(Need.BEREAVEMENT,), when=summer).matches
    assert match.open_now is False


@pytest.mark.parametrize(
    ("assured", "said", "stale"),
    [
        (None, "Nobody has checked this yet.", True),
        (date(2026, 11, 3), "Checked on 3 November 2026.", False),
        (date(2026, 8, 23), "Checked on 23 August 2026.", False),
        (date(2026, 8, 22), "Checked on 22 August 2026. That is more than 90 days ago.", True),
    ],
)
def test_who_checked_it_is_said(assured, said, stale):
    [match] = find([entry("Line", assured_date=assured)], needs=(Need.BEREAVEMENT,)).matches
    assert (match.checked, match.stale) == (said, stale)


def test_a_wrong_number_is_not_shown_where_another_way_is_left():
    wrong = entry("Line", number_wrong=True, email="help@example.org", next_step="You can ring and talk.")
    [match] = find([wrong], needs=(Need.BEREAVEMENT,)).matches
    assert match.entry.phones == ()
    assert match.next_step == "You can email and say what you need."
    assert find([wrong], needs=(Need.BEREAVEMENT,), ways=frozenset({Way.PHONE})).next_best


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"next_step": "You can ring a nurse."}, "You can ring a nurse."),
        ({}, "You can ring and say what you need."),
        ({"phones": (Phone("85258", "text"),)}, "You can send a text and say what you need."),
        ({"phones": (), "email": "a@example.org"}, "You can email and say what you need."),
        ({"phones": (), "url": "https://example.org"}, "You can see on its website how to get in touch."),
        ({"phones": (), "places": ("1 High Street",)}, "You can go there and ask."),
    ],
)
def test_what_happens_next_is_always_said(more, said):
    [match] = find([entry("Line", **more)], needs=(Need.BEREAVEMENT,)).matches
    assert match.next_step == said


@pytest.mark.parametrize(
    ("more", "looked", "said"),
    [
        ({"who_for": "parents whose child has died, at any age"}, {}, "For parents whose child has died, at any age."),
        ({"nations": (Nation.ENGLAND,)}, {}, "For anyone who asks, in England."),
        ({"nations": (Nation.ENGLAND,)}, {"district": "DT1"}, "For anyone who asks."),
        ({"nations": (Nation.ENGLAND, Nation.WALES)}, {}, "For anyone who asks, in England and Wales."),
        ({"nations": (Nation.ENGLAND,), "who_for": "anyone in England"}, {}, "For anyone in England."),
        ({"who_for": "anyone. "}, {}, "For anyone."),
        ({"who_for": ""}, {}, "For anyone who needs support."),
    ],
)
def test_why_it_fits_is_one_plain_sentence(more, looked, said):
    needs = (Need.BEREAVEMENT,)
    losses = {"relationships": (Relationship.CHILD,)} if "parents" in more.get("who_for", "") else {}
    [match] = find([entry("Line", **more)], needs=needs, **looked, **losses).matches
    assert match.why == said
