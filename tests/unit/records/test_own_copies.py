"""A person's own copy, opened for its other forms: by their link alone, on a standing yes, and audited."""

import pytest

from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import Purpose
from bot.records.copies import CopyExpiredError
from bot.records.own_copies import OwnCopies
from tests.unit.team_store import LINES, actions, keep, share, stop


def link_of(begin, person):
    with begin() as records:
        return records.copies.link(person)


def opened(begin, person):
    return OwnCopies(begin).open(link_of(begin, person), "card")


def test_it_holds_the_newest_version_with_headings_and_the_yes(begin, kept, clock):
    said = clock.now()
    clock.move(hours=1)
    keep(begin, kept, LINES[:1])
    copy = opened(begin, kept)

    assert (copy.version, copy.door, copy.updated_at) == (2, Door.ME, clock.now())
    assert copy.under(Heading.MOST_IMPORTANT) == LINES[:1]
    assert (copy.agreed.wording, copy.agreed.at) == ("keep/2", said)


def test_looking_is_audited_with_the_form(begin, kept):
    opened(begin, kept)

    assert actions(begin, kept)[-1] == ("person", "own copy opened", "version 1, card")


def test_the_name_is_the_newest_that_a_team_may_know_them_by(begin, kept, teams, clock):
    assert opened(begin, kept).called == ""
    made = share(begin, kept)
    assert opened(begin, kept).called == "Nan Jean"
    with begin() as records:
        stop(records, kept, made, clock)
        records.commit()
    assert opened(begin, kept).called == ""


def test_for_somebody_elses_view_the_writers_name_is_not_theirs(begin, person, teams):
    keep(begin, person, door=Door.CLOSE)
    share(begin, person, door=Door.CLOSE)

    assert opened(begin, person).called == ""


@pytest.mark.parametrize("how", ["withdrawn", "forgotten", "late", "nothing kept", "made up"])
def test_it_does_not_open(begin, person, clock, how):
    if how != "nothing kept":
        keep(begin, person)
    link = "made-up" if how == "made up" else link_of(begin, person)
    with begin() as records:
        if how == "withdrawn":
            records.consents.withdraw(person, Purpose.KEEP)
        elif how == "forgotten":
            records.people.forget(person, "person")
        records.commit()
    if how == "late":
        clock.move(minutes=31)
    with pytest.raises(CopyExpiredError):
        OwnCopies(begin).open(link, "card")
