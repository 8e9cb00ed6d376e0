"""Nothing kept without a yes: consent is asked of the store at every write and at every read."""

import pytest

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import WORDINGS, NoConsentError, Purpose
from bot.store.tables.people import ConsentRow

LINES = (Line("l1", Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden"),)
KEEP, SHARE = Purpose.KEEP, Purpose.SHARE

# What was done, in order; then what is asked; then whether a yes stands.
CASES = [
    ([], (KEEP, ""), False),
    ([("give", KEEP, "")], (KEEP, ""), True),
    ([("give", KEEP, "")], (SHARE, ""), False),
    ([("give", KEEP, "")], (SHARE, "s1"), False),
    ([("give", SHARE, "s1")], (KEEP, ""), False),
    ([("give", SHARE, "s1")], (SHARE, "s1"), True),
    ([("give", SHARE, "s1")], (SHARE, "s2"), False),
    ([("give", SHARE, "s1")], (SHARE, ""), False),
    ([("withdraw", KEEP, "")], (KEEP, ""), False),
    ([("give", KEEP, ""), ("withdraw", KEEP, "")], (KEEP, ""), False),
    ([("give", KEEP, ""), ("give", KEEP, ""), ("withdraw", KEEP, "")], (KEEP, ""), False),
    ([("give", KEEP, ""), ("withdraw", KEEP, ""), ("withdraw", KEEP, "")], (KEEP, ""), False),
    ([("give", KEEP, ""), ("withdraw", KEEP, ""), ("give", KEEP, "")], (KEEP, ""), True),
    ([("give", SHARE, "s1"), ("give", SHARE, "s2"), ("withdraw", SHARE, "s1")], (SHARE, "s1"), False),
    ([("give", SHARE, "s1"), ("give", SHARE, "s2"), ("withdraw", SHARE, "s1")], (SHARE, "s2"), True),
    ([("give", KEEP, ""), ("give", SHARE, "s1"), ("withdraw", SHARE, "s1")], (KEEP, ""), True),
    ([("give", KEEP, ""), ("give", SHARE, "s1"), ("withdraw", KEEP, "")], (SHARE, "s1"), True),
]


@pytest.mark.parametrize(("done", "asked", "stands"), CASES)
def test_what_stands(begin, person, done, asked, stands):
    with begin() as records:
        for what, purpose, subject in done:
            getattr(records.consents, what)(person, purpose, subject)
        records.commit()

    with begin() as records:
        assert records.consents.stands(person, *asked) is stands
        if stands:
            records.consents.require(person, *asked)
        else:
            with pytest.raises(NoConsentError):
                records.consents.require(person, *asked)


def test_a_yes_is_one_persons_own(begin, person):
    with begin() as records:
        other = records.people.create()
        records.consents.give(person, KEEP)
        records.consents.withdraw(other, KEEP)

        assert records.consents.stands(person, KEEP)
        assert not records.consents.stands(other, KEEP)


def test_a_yes_says_to_what_and_when(begin, person, clock):
    with begin() as records:
        records.consents.give(person, KEEP)
        records.commit()
    given = clock.now()
    clock.move(days=1)
    with begin() as records:
        records.consents.withdraw(person, KEEP)
        records.commit()

    with begin() as records:
        rows = records._session.query(ConsentRow).order_by(ConsentRow.number)
        assert [(row.decision, row.wording, row.decided_at) for row in rows] == [
            ("given", WORDINGS[KEEP], given),
            ("withdrawn", WORDINGS[KEEP], clock.now()),
        ]


def test_every_purpose_has_a_wording():
    assert set(WORDINGS) == set(Purpose)


# --- writing and reading a summary ------------------------------------------------------------------------------------


def test_nothing_is_written_without_a_yes(begin, person):
    with begin() as records, pytest.raises(NoConsentError):
        records.summaries.keep(person, Door.ME, LINES)


def test_nothing_is_written_on_a_yes_to_something_else(begin, person):
    with begin() as records:
        records.consents.give(person, SHARE, "s1")
        with pytest.raises(NoConsentError):
            records.summaries.keep(person, Door.ME, LINES)


def test_nothing_is_written_once_the_yes_is_taken_back(begin, person):
    with begin() as records:
        records.consents.give(person, KEEP)
        records.summaries.keep(person, Door.ME, LINES)
        records.consents.withdraw(person, KEEP)
        with pytest.raises(NoConsentError):
            records.summaries.keep(person, Door.ME, LINES)


def test_what_is_kept_is_not_read_once_the_yes_is_taken_back(begin, person):
    with begin() as records:
        records.consents.give(person, KEEP)
        records.summaries.keep(person, Door.ME, LINES)
        records.commit()
    with begin() as records:
        assert records.summaries.latest(person).lines == LINES
        assert records.summaries.has_any(person)
        records.consents.withdraw(person, KEEP)
        records.commit()
    with begin() as records:
        assert records.summaries.latest(person) is None
        assert not records.summaries.has_any(person)
        records.consents.give(person, KEEP)
        assert records.summaries.latest(person).lines == LINES


def test_a_kept_version_is_dated_and_numbered(begin, person, clock):
    with begin() as records:
        records.consents.give(person, KEEP)
        assert records.summaries.keep(person, Door.ME, LINES) == 1
        clock.move(days=3)
        assert records.summaries.keep(person, Door.CLOSE, LINES) == 2
        records.commit()
    with begin() as records:
        latest = records.summaries.latest(person)
        assert (latest.version, latest.door, latest.created_at) == (2, Door.CLOSE, clock.now())


def test_one_persons_versions_do_not_count_for_another(begin, person):
    with begin() as records:
        other = records.people.create()
        for somebody in (person, other):
            records.consents.give(somebody, KEEP)
            assert records.summaries.keep(somebody, Door.ME, LINES) == 1
