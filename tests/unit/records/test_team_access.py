"""Who may read for a team, asked of the store: not for a team that was closed, and not through an account at rest."""

from datetime import timedelta

import pytest

from bot.model.position import Door
from bot.records.questions import QuestionClosedError
from bot.records.team_access import NotSharedError
from bot.records.team_shares import TeamClosedError
from bot.store.tables.accounts import AccountRow, TeamRow
from bot.store.tables.people import ConsentRow
from tests.unit.team_store import CARE, OTHER, SHARED, keep, share, staff

pytestmark = pytest.mark.usefixtures("teams")


def close(begin, team=CARE):
    """Close a team and leave its members in it, as a store put back from a copy might."""
    with begin() as records:
        records._session.get(TeamRow, team).closed_at = records.clock.now()
        records.commit()


def rest(begin, account="a1"):
    with begin() as records:
        records._session.get(AccountRow, account).rests_since = records.clock.now()
        records.commit()


def everything_of(pages, reader, shared):
    """Each way in which a member of the team reads or writes, by its name."""
    return {
        "inbox": lambda: pages.inbox(reader, CARE, None, 1),
        "open": lambda: pages.open(reader, shared),
        "print": lambda: pages.open(reader, shared, printed=True),
        "promise": lambda: pages.promise(reader, shared, "l1", "words", None),
        "ask": lambda: pages.ask(reader, shared, "words"),
        "reflect": lambda: pages.reflect(reader, shared, 1, False, "words"),
    }


WAYS = sorted(everything_of(None, None, None))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("what", [close, rest], ids=lambda what: what.__name__)
def test_nobody_reads_or_writes_for_a_closed_team_or_through_an_account_at_rest(begin, pages, shared, way, what):
    reader = staff("a1")
    everything_of(pages, reader, shared)[way]()
    what(begin)
    with pytest.raises(NotSharedError):
        everything_of(pages, reader, shared)[way]()


def test_an_account_at_rest_keeps_nobody_else_out(begin, pages, shared):
    rest(begin)
    assert pages.open(staff("a2"), shared).share == shared


def test_another_team_reads_on(begin, pages, person, shared):
    theirs = share(begin, person, team=OTHER)
    close(begin)
    assert pages.open(staff("b1"), theirs).share == theirs


def test_nothing_can_be_shared_with_a_closed_team_or_one_that_never_was(begin, person, clock):
    keep(begin, person)
    close(begin)
    for team in (CARE, "no-such-team"):
        with begin() as records, pytest.raises(TeamClosedError):
            records.teamwork.share(person, team, "", SHARED, clock.now() + timedelta(days=1), Door.ME)
    with begin() as records:
        assert records.teamwork.of(person) == ()
        assert records._session.query(ConsentRow).filter_by(purpose="share_team").count() == 0


def test_the_person_sees_that_a_closed_team_reads_no_more_and_no_answer_goes_to_it(begin, pages, person, shared):
    asked = pages.ask(staff("a1"), shared, "Which chair?")
    close(begin)
    with begin() as records:
        (seen,) = records.teamwork.of(person)
        assert (seen.stands, seen.stopped) == (False, False)
        assert records.teamwork.notices(person) == ()
        with pytest.raises(QuestionClosedError):
            records.teamwork.answer(asked, "The blue one")
        records.teamwork.stop(shared)  # the yes can still be taken back
        records.commit()
