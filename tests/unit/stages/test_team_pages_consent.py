"""Who may read and do what: every method against every way consent can end and every way not to be of the team."""

from datetime import date

import pytest
from sqlalchemy import inspect, text

from bot.model.staff import Grant, Role
from bot.model.teamwork import InboxState, Progress
from bot.stages.team_pages import NotSharedError
from bot.store.tables.accounts import AccountRow, GrantRow
from tests.unit.team_store import CARE, ENDS, LINES, OTHER, end, newcomer, share, staff

pytestmark = pytest.mark.usefixtures("teams")


@pytest.fixture
def commitment(pages, shared):
    return pages.promise(staff("a1"), shared, "l1", "A chair by the window", date(2026, 11, 25))


ACTIONS = {
    "open": lambda pages, who, share, _: pages.open(who, share),
    "print": lambda pages, who, share, _: pages.open(who, share, printed=True),
    "promise": lambda pages, who, share, _: pages.promise(who, share, "l3", "We will move it", None),
    "change": lambda pages, who, share, made: pages.change(who, share, made, Progress.DONE, "It is there"),
    "ask": lambda pages, who, share, _: pages.ask(who, share, "Which window?"),
    "reflect": lambda pages, who, share, _: pages.reflect(who, share, 4, False, "We read it"),
    "wrong words": lambda pages, who, share, _: pages.ask(who, share, ""),
    "wrong line": lambda pages, who, share, _: pages.promise(who, share, "l99", "", date(1999, 1, 1)),
}
actions = pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)


def everything(database):
    """The whole store but for the audit of looking at lists, as rows of text."""
    with database.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {table: [tuple(row) for row in connection.execute(text(f"select * from {table}"))] for table in tables}


@actions
def test_what_is_shared_can_be_read_and_acted_on(pages, shared, commitment, action):
    if action not in (ACTIONS["wrong words"], ACTIONS["wrong line"]):
        action(pages, staff("a1"), shared, commitment)


@actions
@pytest.mark.parametrize("how", ENDS, ids=lambda how: how.__name__)
def test_after_consent_ends_nothing_can_be_read_or_done(
    begin, pages, person, shared, commitment, clock, database, action, how
):
    """Also with the page still open in a browser: the next action is refused, and leaves nothing behind."""
    pages.open(staff("a1"), shared)
    end(begin, how, person, shared, clock)
    before = everything(database)
    with pytest.raises(NotSharedError) as refused:
        action(pages, staff("a1"), shared, commitment)
    with pytest.raises(NotSharedError) as unknown:
        action(pages, staff("a1"), "no-such-share", commitment)
    assert (str(refused.value), refused.value.args) == (str(unknown.value), unknown.value.args) == ("", ())
    assert everything(database) == before


@pytest.mark.parametrize("how", ENDS, ids=lambda how: how.__name__)
@pytest.mark.parametrize("opened", [True, False])
def test_what_is_not_shared_any_more_is_in_no_count_and_on_no_page(begin, pages, person, shared, clock, how, opened):
    if opened:
        pages.open(staff("a1"), shared)
    assert sum(pages.inbox(staff("a1"), CARE, None, 1).counts.values()) == 1
    end(begin, how, person, shared, clock)
    for state in (None, *InboxState):
        page = pages.inbox(staff("a1"), CARE, state, 1)
        assert (page.items, page.page, page.pages) == ((), 1, 1)
        assert page.counts == dict.fromkeys(InboxState, 0)


def test_consent_that_ends_behind_our_back_shows_nobodys_name(begin, pages, person, shared, database):
    """The page asks the consents themselves, not what was noted of them."""
    with database.begin() as connection:
        names = "person_id, purpose, subject, wording, recipient, sections, door, channel, manner, decided_at"
        taken_back = f"select 1000, 'withdrawn', {names} from consents where purpose = 'keep'"
        connection.execute(text(f"insert into consents (number, decision, {names}) {taken_back}"))
    assert pages.inbox(staff("a1"), CARE, None, 1).items == ()
    with pytest.raises(NotSharedError):
        pages.open(staff("a1"), shared)


# --- who is of the team -----------------------------------------------------------------------------------------------

LIED = Grant(Role.REVIEWER, CARE)
STRANGERS = {
    "another team": staff("b1"),
    "another team that says it is ours": staff("b1", LIED),
    "no grants any more": staff("a1", Grant(Role.REVIEWER, OTHER)),
    "nobody": staff("nobody", LIED),
    "everywhere but no team": staff("a1", Grant(Role.ADMINISTRATOR), Grant(Role.VOLUNTEER)),
    "an editor": staff("a1", Grant(Role.DIRECTORY_EDITOR)),
}


@actions
@pytest.mark.parametrize("stranger", STRANGERS.values(), ids=STRANGERS)
def test_who_is_not_of_the_team_reads_and_does_nothing(pages, shared, commitment, database, action, stranger):
    before = everything(database)
    with pytest.raises(NotSharedError):
        action(pages, stranger, shared, commitment)
    with pytest.raises(NotSharedError):
        pages.inbox(stranger, CARE, None, 1)
    assert everything(database) == before


def no_grant(session):
    session.query(GrantRow).filter_by(account_id="a1").delete()


def disabled(session):
    session.get(AccountRow, "a1").disabled_at = session.get(AccountRow, "a1").created_at


def administrator(session):
    session.add(GrantRow(account_id="a1", role=Role.ADMINISTRATOR))


def only_volunteer(session):
    session.query(GrantRow).filter_by(account_id="a1").update({"role": Role.VOLUNTEER})


@actions
@pytest.mark.parametrize("change", [no_grant, disabled, administrator, only_volunteer], ids=lambda c: c.__name__)
def test_who_has_left_the_team_since_is_refused_at_once(begin, pages, shared, commitment, action, change):
    """What the session says is not enough: the store is asked in the same transaction. Administrators read no words."""
    with begin() as records:
        change(records._session)
        records.commit()
    with pytest.raises(NotSharedError):
        action(pages, staff("a1"), shared, commitment)
    with pytest.raises(NotSharedError):
        pages.inbox(staff("a1"), CARE, None, 1)


def test_one_team_sees_nothing_of_what_another_has(begin, pages, person, shared, commitment):
    theirs = share(begin, person, team=OTHER)
    assert [item.share for item in pages.inbox(staff("b1"), OTHER, None, 1).items] == [theirs]
    assert [item.share for item in pages.inbox(staff("a1"), CARE, None, 1).items] == [shared]
    assert pages.open(staff("b1"), theirs).commitments == ()
    with pytest.raises(NotSharedError):
        pages.change(staff("b1"), theirs, commitment, Progress.DONE, "")


def test_a_commitment_is_changed_through_its_own_share_alone(begin, pages, shared, commitment):
    _, theirs = newcomer(begin)
    for other in (commitment, "no-such-commitment"):
        with pytest.raises(NotSharedError):
            pages.change(staff("a1"), theirs, other, Progress.DONE, "")
    assert pages.open(staff("a1"), shared).commitments[0].state is Progress.PLANNED


def test_the_lines_of_the_table_are_there(begin, person, shared, pages):
    assert {line.id for section in pages.open(staff("a1"), shared).sections for line in section.lines} == {
        f"v1-{line.id}" for line in LINES if line.id in {"l1", "l3"}
    }
