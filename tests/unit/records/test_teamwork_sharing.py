"""Sharing with a team, as the person has it: a yes of its own, stopping, and sharing again."""

from datetime import date, timedelta

import pytest

from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import WORDINGS, NoConsentError, Purpose
from bot.records.team_access import NotSharedError
from bot.store.tables.people import ConsentRow
from tests.unit import team_store
from tests.unit.team_store import CARE, ENDS, OTHER, SHARED, actions, end, keep, newcomer, share

pytestmark = pytest.mark.usefixtures("teams")


# --- sharing ----------------------------------------------------------------------------------------------------------


def test_a_share_is_kept_as_it_was_agreed_to(begin, kept, shared, clock):
    with begin() as records:
        (seen,) = records.teamwork.of(kept)
    assert (seen.id, seen.person, seen.team, seen.called) == (shared, kept, CARE, "Nan Jean")
    assert (seen.sections, seen.door, seen.created_at) == (SHARED, Door.ME, clock.now())
    assert seen.expires_at == clock.now() + timedelta(days=30)
    assert (seen.stopped, seen.stands) == (False, True)


def test_sharing_with_a_team_is_a_yes_of_its_own_with_words_of_its_own(begin, kept, shared):
    with begin() as records:
        assert records.consents.stands(kept, Purpose.SHARE_TEAM, shared)
        assert not records.consents.stands(kept, Purpose.SHARE, shared)
        assert not records.consents.stands(kept, Purpose.SHARE_TEAM, "another")
        row = records._session.query(ConsentRow).filter_by(subject=shared).one()
        assert row.wording == WORDINGS[Purpose.SHARE_TEAM] == "share_team/2"


def test_nothing_is_shared_without_a_yes_to_keep(begin, person, clock):
    with begin() as records, pytest.raises(NoConsentError):
        records.teamwork.share(person, CARE, "", SHARED, clock.now() + timedelta(days=1), Door.ME)


def test_a_name_is_not_needed(begin, kept):
    share(begin, kept, called="")
    with begin() as records:
        assert records.teamwork.of(kept)[0].called == ""


def test_everything_done_to_a_share_is_audited(begin, kept, shared):
    with begin() as records:
        records.teamwork.stop(shared)
        records.teamwork.stop(shared)
        records.commit()
    assert actions(begin, kept)[2:] == [
        ("person", "consent given: share_team", shared),
        ("person", "shared with team", shared),
        ("person", "team share stopped", shared),
        ("person", "consent withdrawn: share_team", shared),
    ]


def test_what_is_unknown_cannot_be_stopped(begin):
    with begin() as records, pytest.raises(NotSharedError):
        records.teamwork.stop("no such share")


@pytest.mark.parametrize("how", [how for how in ENDS if "forget" not in how.__name__ and "key" not in how.__name__])
def test_the_person_sees_that_it_has_ended(begin, kept, shared, clock, how):
    end(begin, how, kept, shared, clock)
    with begin() as records:
        (seen,) = records.teamwork.of(kept)
        assert not seen.stands


def test_stopping_one_leaves_the_others(begin, kept, shared):
    other = share(begin, kept, team=OTHER)
    end(begin, team_store.stop, kept, shared, None)
    with begin() as records:
        assert {seen.id: seen.stands for seen in records.teamwork.of(kept)} == {other: True, shared: False}


def test_one_persons_doings_end_nothing_of_anothers(begin, kept, shared, clock):
    somebody, theirs = newcomer(begin)
    for how in (team_store.withdraw_keeping, team_store.drop_summaries, team_store.forget):
        end(begin, how, kept, shared, clock)
    with begin() as records:
        (seen,) = records.teamwork.of(somebody)
        assert (seen.id, seen.stands) == (theirs, True)


# --- sharing again ----------------------------------------------------------------------------------------------------


def test_sharing_again_with_a_team_takes_the_place_of_the_first(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l1", "A chair by the window", date(2026, 12, 1))
    pages.ask(reader, shared, "When do you like to be outside?")
    pages.reflect(reader, shared, 4, False, "We read it in time.")
    again = share(begin, kept, sections=(Heading.MOST_IMPORTANT, Heading.ALSO_KNOW))

    with begin() as records:
        assert [(seen.id, seen.stands) for seen in records.teamwork.of(kept) if seen.stands] == [(again, True)]
        assert not records.consents.stands(kept, Purpose.SHARE_TEAM, shared)
        assert [notice.share for notice in records.teamwork.notices(kept)] == [again, again]
    with pytest.raises(NotSharedError):
        pages.open(reader, shared)
    (new,) = pages.inbox(reader, CARE, None, 1).items
    assert (new.share, new.state.value, new.due) == (again, "new", date(2026, 12, 1))
    shown = pages.open(reader, again)
    assert [section.heading for section in shown.sections] == [
        Heading.MOST_IMPORTANT.label,
        Heading.ALSO_KNOW.label,
    ]
    assert [each.words for each in shown.commitments] == ["A chair by the window"]
    assert (len(shown.questions), len(shown.reflections)) == (1, 1)


def test_sharing_again_with_fewer_parts_shows_nothing_of_the_others(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l3", "We will bring it on Monday", None)
    again = share(begin, kept, sections=(Heading.MOST_IMPORTANT,))
    shown = pages.open(reader, again)
    assert [(each.words, each.line, each.about) for each in shown.commitments] == [
        ("We will bring it on Monday", "", "")
    ]
    assert "a chair by the door" not in repr(shown)
    with begin() as records:
        (notice,) = records.teamwork.notices(kept)
    assert notice.about == "a chair by the door", "the person is told what it is about"


def test_sharing_again_after_the_end_date_goes_on_where_it_was(begin, kept, shared, pages, reader, clock):
    pages.promise(reader, shared, "l1", "A chair by the window", None)
    end(begin, team_store.expire, kept, shared, clock)
    again = share(begin, kept)
    assert [each.words for each in pages.open(reader, again).commitments] == ["A chair by the window"]


def test_sharing_again_after_stopping_begins_anew(begin, kept, shared, pages, reader):
    pages.promise(reader, shared, "l1", "A chair by the window", None)
    end(begin, team_store.stop, kept, shared, None)
    again = share(begin, kept)
    assert pages.open(reader, again).commitments == ()


@pytest.mark.parametrize(("team", "door"), [(OTHER, Door.ME), (CARE, Door.CLOSE)])
def test_another_team_or_another_view_takes_nobodys_place(begin, kept, shared, team, door):
    keep(begin, kept, door=Door.CLOSE)
    share(begin, kept, team=team, door=door)
    with begin() as records:
        assert [seen.stands for seen in records.teamwork.of(kept)] == [True, True]
