"""Themes: headings counted, of those alone who said yes to it and to keeping; noted in the audit; never under five."""

from collections import Counter

import pytest

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import Purpose
from bot.records.feedback import FEWER
from bot.records.themes import COUNTED
from bot.store.tables.people import AuditRow

EVERYBODY = 7


def line(heading):
    return Line("l1", heading, Kind.WHAT, 0, "the hens")


@pytest.fixture
def people(begin):
    """Seven who keep something and said yes to being counted; four of them wrote of support too."""
    made = []
    with begin() as records:
        for number in range(EVERYBODY):
            person = records.people.create()
            for purpose in (Purpose.KEEP, Purpose.IMPROVE):
                records.consents.give(person, purpose)
            headings = [Heading.MOST_IMPORTANT, *([Heading.SUPPORT] if number < 4 else [])]
            records.summaries.keep(person, Door.ME, tuple(line(heading) for heading in headings))
            made.append(person)
        records.commit()
    return made


def counts(begin):
    with begin() as records:
        shown = records.themes.shown()
        records.commit()
    return shown


def withdraw(begin, people, purpose):
    with begin() as records:
        for person in people:
            records.consents.withdraw(person, purpose)
        records.commit()


def counted(begin):
    with begin(reading=True) as records:
        rows = records._session.query(AuditRow).filter(AuditRow.action == COUNTED)
        return Counter((row.actor, row.person_id) for row in rows)


def test_each_heading_is_counted_and_under_five_is_not_shown(begin, people):
    shown = counts(begin)
    assert shown[Heading.MOST_IMPORTANT] == str(EVERYBODY)
    assert {shown[heading] for heading in Heading if heading is not Heading.MOST_IMPORTANT} == {FEWER}


def test_who_was_counted_is_in_the_audit_each_time(begin, people):
    counts(begin)
    counts(begin)
    assert counted(begin) == {("operator", person): 2 for person in people}


@pytest.mark.parametrize("purpose", [Purpose.IMPROVE, Purpose.KEEP])
def test_who_took_back_a_yes_is_not_opened_and_not_counted(begin, people, purpose):
    withdraw(begin, people[:2], purpose)
    assert counts(begin)[Heading.MOST_IMPORTANT] == "5"
    assert set(counted(begin)) == {("operator", person) for person in people[2:]}


def test_nobody_is_opened_where_fewer_than_five_would_be_counted(begin, people):
    withdraw(begin, people[:3], Purpose.IMPROVE)
    assert set(counts(begin).values()) == {FEWER}
    assert counted(begin) == {}


def test_who_never_said_yes_to_it_is_not_counted(begin, people):
    with begin() as records:
        person = records.people.create()
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, (line(Heading.MOST_IMPORTANT),))
        records.commit()
    assert counts(begin)[Heading.MOST_IMPORTANT] == str(EVERYBODY)
    assert ("operator", person) not in counted(begin)


def test_who_was_deleted_is_not_counted(begin, people):
    with begin() as records:
        records.people.forget(people[0], "person")
        records.commit()
    assert counts(begin)[Heading.MOST_IMPORTANT] == str(EVERYBODY - 1)
