"""The inbox: why each is there, in which order, how many; a long one asks the store no more than a short one."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, text

from bot.model.teamwork import InboxState, Progress
from bot.records.team_inbox import PAGE
from tests.unit.team_store import CARE, OTHER, keep, newcomer, staff

pytestmark = pytest.mark.usefixtures("teams")

TODAY = date(2026, 11, 21)
NEW, CHANGED, ANSWERED, DUE, READ = InboxState


class Life:
    """One person and the team, and what happens between them, by name."""

    def __init__(self, begin, pages, clock):
        self.begin, self.pages, self.clock = begin, pages, clock
        self.person, self.share = newcomer(begin)
        self.commitment = self.question = ""

    def open(self):
        self.pages.open(staff("a2"), self.share)

    def keep(self):
        keep(self.begin, self.person)

    def ask(self):
        self.question = self.pages.ask(staff("a1"), self.share, "Which window?")

    def answer(self):
        with self.begin() as records:
            records.teamwork.answer(self.question, "the left one")
            records.commit()

    def leave(self):
        with self.begin() as records:
            records.teamwork.leave(self.question)
            records.commit()

    def promise(self, due=TODAY):
        self.commitment = self.pages.promise(staff("a1"), self.share, "l1", f"A chair {due}", due)

    def promise_later(self):
        self.promise(TODAY + timedelta(days=3))

    def promise_some_day(self):
        self.promise(None)

    def done(self):
        self.pages.change(staff("a1"), self.share, self.commitment, Progress.DONE, "")

    def partly(self):
        self.pages.change(staff("a1"), self.share, self.commitment, Progress.PARTLY, "half of it")

    def not_possible(self):
        self.pages.change(staff("a1"), self.share, self.commitment, Progress.NOT_POSSIBLE, "no room")

    def three_days(self):
        self.clock.move(days=3)

    def print(self):
        self.pages.open(staff("a1"), self.share, printed=True)


TABLE = [
    ("", NEW),
    ("keep", NEW),
    ("promise", NEW),
    ("ask answer", NEW),
    ("open", READ),
    ("print", READ),
    ("open keep", CHANGED),
    ("open keep open", READ),
    ("open keep open keep", CHANGED),
    ("open ask", READ),
    ("open ask leave", READ),
    ("open ask answer", ANSWERED),
    ("open ask answer open", READ),
    ("open ask answer open answer", ANSWERED),
    ("open ask answer keep", CHANGED),
    ("open keep ask answer", CHANGED),
    ("open promise", DUE),
    ("open promise open", DUE),
    ("open promise done", READ),
    ("open promise not_possible", READ),
    ("open promise partly", DUE),
    ("open promise ask answer", ANSWERED),
    ("open promise keep", CHANGED),
    ("open promise_later", READ),
    ("open promise_later three_days", DUE),
    ("open promise_later three_days done", READ),
    ("open promise_some_day three_days", READ),
    ("open promise promise_later done", DUE),
    ("open promise done promise_later", READ),
    ("open promise done promise_later three_days", DUE),
]


@pytest.mark.parametrize(("story", "state"), TABLE, ids=[story or "shared" for story, _ in TABLE])
def test_why_it_is_in_the_inbox(begin, pages, reader, clock, story, state):
    life = Life(begin, pages, clock)
    for happens in story.split():
        getattr(life, happens)()

    page = pages.inbox(reader, CARE, None, 1)
    assert [item.state for item in page.items] == [state]
    assert page.counts == dict.fromkeys(InboxState, 0) | {state: 1}
    for asked in InboxState:
        assert [item.state for item in pages.inbox(reader, CARE, asked, 1).items] == [state] * (asked is state)


def test_an_item_says_who_what_and_since_when(begin, pages, reader, clock):
    shared_at = clock.now()
    person, share = newcomer(begin, called="Nan Jean")
    pages.promise(reader, share, "l1", "Later", TODAY + timedelta(days=9))
    pages.promise(reader, share, "l1", "Sooner", TODAY + timedelta(days=2))
    clock.move(days=1)
    keep(begin, person)
    (item,) = pages.inbox(reader, CARE, None, 1).items
    assert (item.share, item.team, item.called, item.version) == (share, CARE, "Nan Jean", 2)
    assert (item.shared_at, item.changed_at, item.due) == (shared_at, clock.now(), TODAY + timedelta(days=2))


def test_new_comes_before_changed_answered_due_and_read_and_older_before_newer(begin, pages, reader, clock):
    stories = ["open", "open promise", "open ask answer", "open keep", "", "open", "open promise", "open keep", ""]
    lives = []
    for story in stories:
        clock.move(minutes=1)
        lives.append(Life(begin, pages, clock))
        for happens in story.split():
            getattr(lives[-1], happens)()
    page = pages.inbox(reader, CARE, None, 1)
    assert [item.share for item in page.items] == [lives[n].share for n in (4, 8, 3, 7, 2, 1, 6, 0, 5)]
    assert page.counts == {NEW: 2, CHANGED: 2, ANSWERED: 1, DUE: 2, READ: 2}


def test_every_share_is_on_one_page_and_the_order_goes_on_from_page_to_page(begin, pages, reader, clock):
    shares = {newcomer(begin, called=str(number))[1] for number in range(2 * PAGE + 3)}
    for share in sorted(shares)[:20]:
        pages.open(reader, share)
    found = [pages.inbox(reader, CARE, None, number) for number in (1, 2, 3)]
    assert [len(page.items) for page in found] == [PAGE, PAGE, 3]
    assert {page.pages for page in found} == {3}
    everything = [item for page in found for item in page.items]
    assert {item.share for item in everything} == shares
    assert [item.state for item in everything] == [NEW] * (2 * PAGE - 17) + [READ] * 20
    assert pages.inbox(reader, CARE, READ, 1).pages == 1


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-5, 1), (1, 1), (2, 2), (3, 2), (10**30, 2)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(begin, pages, reader, asked, given):
    for _ in range(PAGE + 1):
        newcomer(begin)
    page = pages.inbox(reader, CARE, None, asked)
    assert (page.page, page.pages, len(page.items)) == (given, 2, PAGE if given == 1 else 1)


def test_an_empty_inbox_is_one_empty_page(pages, reader):
    page = pages.inbox(reader, CARE, None, 1)
    assert (page.items, page.page, page.pages, sum(page.counts.values())) == ((), 1, 1, 0)


def test_another_teams_shares_are_in_no_count(begin, pages, reader):
    newcomer(begin, team=OTHER)
    assert sum(pages.inbox(reader, CARE, None, 1).counts.values()) == 0


# --- a long inbox -----------------------------------------------------------------------------------------------------


def statements(database, ask):
    """What was asked of the store, as (statement, values)."""
    asked = []

    def listen(_connection, _cursor, statement, values, _context, _many):
        asked.append((statement, values))

    event.listen(database, "before_cursor_execute", listen)
    ask()
    event.remove(database, "before_cursor_execute", listen)
    return asked


def test_a_long_inbox_asks_the_store_no_more_than_a_full_page(begin, pages, reader, database):
    for _ in range(PAGE):
        newcomer(begin)
    short = len(statements(database, lambda: pages.inbox(reader, CARE, None, 1)))
    for _ in range(2 * PAGE):
        newcomer(begin)
    assert len(statements(database, lambda: pages.inbox(reader, CARE, None, 1))) == short
    assert len(statements(database, lambda: pages.inbox(reader, CARE, None, 3))) == short


@pytest.mark.only_on("sqlite")  # how it plans a query is its own
def test_counting_and_paging_read_nothing_but_the_index(begin, pages, reader, database):
    """So that it does not matter how many there are: no row that is not on the page is read, and nothing is sorted."""
    for _ in range(3):
        newcomer(begin)
    asked = statements(database, lambda: pages.inbox(reader, CARE, None, 1))
    lists = [pair for pair in asked if "team_shares" in pair[0] and "summaries" not in pair[0]]
    assert len(lists) == 2
    with database.connect() as connection:
        for statement, values in lists:
            plan = [row[3] for row in connection.exec_driver_sql(f"explain query plan {statement}", values)]
            reads = [step for step in plan if "team_shares" in step]
            assert reads
            assert all("USING COVERING INDEX" in step and "stopped_at=? AND attention=?" in step for step in reads)
            assert not any("TEMP B-TREE" in step for step in plan)


def test_only_the_names_of_one_page_are_unsealed(begin, pages, reader, database):
    for _ in range(2 * PAGE):
        newcomer(begin)
    asked = statements(database, lambda: pages.inbox(reader, CARE, None, 1))
    with database.connect() as connection:
        for statement, values in asked:
            if "sealed_called" in statement:
                rows = connection.exec_driver_sql(statement, values).fetchall()
                assert len(rows) == PAGE
                break
        else:
            pytest.fail("no names were read")
        assert connection.execute(text("select count(*) from team_shares")).scalar() == 2 * PAGE
