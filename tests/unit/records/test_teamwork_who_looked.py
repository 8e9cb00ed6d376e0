"""The person sees which team looked at what and when; looks close together are one."""

from datetime import timedelta

import pytest

from tests.unit import team_store
from tests.unit.team_store import CARE, LINES, actions, end, keep, share, staff

pytestmark = pytest.mark.usefixtures("teams")


def looks(begin, person):
    with begin() as records:
        return [(look.team, look.opened_at, look.version) for look in records.teamwork.looked(person)]


def test_the_person_sees_which_team_looked_at_what_and_when(begin, kept, shared, pages, reader, clock):
    first = clock.now()
    pages.open(reader, shared)
    clock.move(hours=2)
    keep(begin, kept)
    pages.open(staff("a2"), shared, printed=True)
    with begin() as records:
        looks = records.teamwork.looked(kept)
    assert looks == ((CARE, clock.now(), 2, clock.now()), (CARE, first, 1, first))
    assert (looks[0].team, looks[0].opened_at, looks[0].version, looks[0].last_at) == looks[0]


def test_opening_again_within_half_an_hour_is_the_same_look(begin, kept, shared, pages, reader, clock):
    """As after each form that was sent, or to print it. The audit has every one by itself."""
    began = clock.now()
    pages.open(reader, shared)
    pages.ask(reader, shared, "Which chair?")
    clock.move(minutes=10)
    pages.open(reader, shared)
    clock.move(minutes=19)
    pages.open(reader, shared, printed=True)
    assert looks(begin, kept) == [(CARE, began, 1)], "told once, with the first moment"
    with begin() as records:
        (look,) = records.teamwork.looked(kept)
    assert look.last_at == clock.now()

    clock.move(minutes=1)
    keep(begin, kept)
    pages.open(reader, shared)
    assert looks(begin, kept) == [(CARE, clock.now(), 2), (CARE, began, 1)]
    opened = [action for _actor, action, _subject in actions(begin, kept) if action.startswith("team page")]
    assert opened == ["team page opened", "team page opened", "team page printed", "team page opened"]


def test_half_an_hour_is_counted_from_the_first_and_not_drawn_out(begin, kept, shared, pages, reader, clock):
    for _ in range(5):
        pages.open(reader, shared)
        clock.move(minutes=20)
    assert len(looks(begin, kept)) == 3


def test_looks_of_two_people_or_of_two_shares_are_two(begin, kept, shared, pages, reader):
    pages.open(reader, shared)
    pages.open(staff("a2"), shared)
    again = share(begin, kept)
    pages.open(reader, again)
    assert len(looks(begin, kept)) == 3


def test_what_was_said_of_a_look_stays_as_it_was(begin, kept, shared, pages, reader, clock):
    pages.open(reader, shared)
    told = looks(begin, kept)
    clock.move(minutes=10)
    pages.open(reader, shared)
    assert looks(begin, kept) == told
    clock.move(minutes=10)
    keep(begin, kept)
    pages.open(reader, shared)
    assert looks(begin, kept) == [(CARE, clock.now(), 2), *told]


def test_a_new_version_is_a_new_look_with_half_an_hour_of_its_own(begin, kept, shared, pages, reader, clock):
    pages.open(reader, shared)
    clock.move(minutes=20)
    keep(begin, kept, LINES[:3])
    second = clock.now()
    pages.open(reader, shared)
    clock.move(minutes=20)
    pages.open(reader, shared)
    assert [(opened_at, version) for _team, opened_at, version in looks(begin, kept)] == [
        (second, 2),
        (second - timedelta(minutes=20), 1),
    ]


def test_what_the_team_saw_in_looks_close_together_stays_known(begin, kept, shared, pages, reader):
    """A new version in that time is seen too: what it changed is shown from then on."""
    pages.open(reader, shared)
    keep(begin, kept, LINES[:3])
    pages.open(reader, shared)
    keep(begin, kept)
    assert [version for _team, _opened_at, version in looks(begin, kept)] == [1, 2]
    with begin() as records:
        (share_now,) = records.teamwork.of(kept)
        assert records.teamwork.shares.versions_opened(share_now) == {1, 2}


def test_who_looked_is_still_told_after_stopping(begin, kept, shared, pages, reader, clock):
    pages.open(reader, shared)
    end(begin, team_store.stop, kept, shared, clock)
    with begin() as records:
        assert len(records.teamwork.looked(kept)) == 1
