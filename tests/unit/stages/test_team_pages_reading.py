"""A person's page: what was shared and nothing else, the newest first; nobody reads it without a trace."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.model.draft import Kind, Line
from bot.model.headings import Heading
from bot.model.position import Door
from bot.model.teamwork import Progress
from bot.records.audit import Audit
from bot.records.unit_of_work import UnitOfWork
from bot.stages.team_pages import NotSharedError, TeamPages
from bot.store.tables.people import AuditRow
from bot.store.tables.teamwork import TeamOpeningRow, TeamShareRow
from tests.unit import team_store
from tests.unit.team_store import CARE, LINES, keep, newcomer, share, staff

pytestmark = pytest.mark.usefixtures("teams")


def line(number, words, heading=Heading.MOST_IMPORTANT):
    return Line(f"l{number}", heading, Kind.WHAT, number, words)


def lines(*words, heading=Heading.MOST_IMPORTANT):
    return tuple(line(number, each, heading) for number, each in enumerate(words, 1))


def test_the_story_is_there_in_their_own_words_and_nothing_that_was_not_shared(pages, reader, shared, clock):
    shown = pages.open(reader, shared)
    assert [(s.heading, [(li.words, li.why) for li in s.lines]) for s in shown.sections] == [
        (Heading.MOST_IMPORTANT.label, [("my garden at dusk", "it is where we married")]),
        (Heading.SUPPORT.label, [("a chair by the door", None)]),
    ]
    assert "bees" not in repr(shown)
    assert (shown.share, shown.team, shown.called) == (shared, CARE, "Nan Jean")
    assert (shown.written_by, shown.door, shown.version) == ("the person themselves", Door.ME, 1)
    assert shown.updated_at == clock.now()


def test_what_is_not_known_is_named_whatever_the_reason(pages, reader, shared):
    """Shared and empty, or not shared: the team is not told which."""
    shown = pages.open(reader, shared)
    assert shown.not_known == tuple(
        heading.label for heading in Heading if heading not in {Heading.MOST_IMPORTANT, Heading.SUPPORT}
    )


def test_somebodys_own_view_of_another_says_so(begin, pages, reader, person):
    keep(begin, person, door=Door.CLOSE)
    shown = pages.open(reader, share(begin, person, door=Door.CLOSE))
    assert (shown.door, shown.written_by) == (Door.CLOSE, "someone close to the person these notes are about")


def test_notes_of_another_door_are_never_shown(begin, pages, reader, person, shared):
    keep(begin, person, lines("nobody knows"), Door.CLOSE)
    shown = pages.open(reader, shared)
    assert (shown.version, shown.earlier) == (1, ())
    assert "nobody knows" not in repr(shown)


def test_a_share_of_another_door_alone_is_not_there(begin, pages, reader, person):
    keep(begin, person)
    made = share(begin, person, door=Door.CLOSE)
    with pytest.raises(NotSharedError):
        pages.open(reader, made)
    assert pages.inbox(reader, CARE, None, 1).items == ()


# --- earlier versions -------------------------------------------------------------------------------------------------


def test_what_changed_is_shown_in_whole_lines_the_newest_first(begin, pages, reader, person, clock):
    keep(begin, person, lines("my garden", "the sea", "my dog"))
    shared = share(begin, person)
    pages.open(reader, shared)
    clock.move(days=1)
    keep(begin, person, lines("the sea", "my garden in spring", "my dog"))
    second = clock.now()
    pages.open(reader, shared)
    clock.move(days=1)
    keep(begin, person, lines("the sea", "my garden in spring", "my dog", "my dog"))
    shown = pages.open(reader, shared)

    assert [words for section in shown.sections for words in (li.words for li in section.lines)] == [
        "the sea",
        "my garden in spring",
        "my dog",
        "my dog",
    ]
    assert [(each.version, each.at, each.added, each.removed) for each in shown.earlier] == [
        (3, clock.now(), ("my dog",), ()),
        (2, second, ("my garden in spring",), ("my garden",)),
    ]


def test_words_taken_back_before_anybody_read_them_are_never_shown(begin, pages, reader, person):
    keep(begin, person, lines("my garden", "something I regret"))
    shared = share(begin, person)
    keep(begin, person, lines("my garden"))
    pages.open(reader, shared)
    keep(begin, person, lines("my garden", "another slip"))
    keep(begin, person, lines("my garden", "the sea"))
    shown = pages.open(reader, shared)
    assert "regret" not in repr(shown)
    assert "slip" not in repr(shown)
    assert [(each.version, each.added, each.removed) for each in shown.earlier] == [(4, ("the sea",), ())]


def test_what_another_team_read_is_no_reason_to_show_it(begin, pages, reader, person):
    keep(begin, person, lines("my garden", "something I regret"))
    theirs = share(begin, person, team=team_store.OTHER)
    ours = share(begin, person)
    pages.open(staff("b1"), theirs)
    keep(begin, person, lines("my garden"))
    assert "regret" not in repr(pages.open(reader, ours))


def test_a_change_in_what_is_not_shared_shows_nothing(begin, pages, reader, person, shared):
    pages.open(reader, shared)
    keep(begin, person, (*LINES, line(9, "a secret", Heading.ALSO_KNOW)))
    shown = pages.open(reader, shared)
    assert (shown.version, shown.earlier) == (2, ())


def test_words_that_only_changed_their_place_are_no_change(begin, pages, reader, person):
    keep(begin, person, lines("my garden", "the sea"))
    shared = share(begin, person)
    pages.open(reader, shared)
    keep(begin, person, lines("the sea", "my garden"))
    assert pages.open(reader, shared).earlier == ()


# --- nothing is shown without a trace ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("printed", "action"), [(False, "team page opened"), (True, "team page printed")])
def test_who_opened_or_printed_it_is_in_the_audit(begin, pages, reader, person, shared, clock, printed, action):
    pages.open(reader, shared, printed=printed)
    with begin() as records:
        newest = records._session.query(AuditRow).order_by(AuditRow.number.desc()).first()
        assert (newest.actor, newest.action, newest.person_id) == ("staff:a1", action, person)
        assert (newest.subject, newest.at) == (shared, clock.now())
        opening = records._session.query(TeamOpeningRow).one()
        assert (opening.account_id, opening.version, opening.share_id) == ("a1", 1, shared)
        assert records._session.get(TeamShareRow, shared).seen_version == 1


def test_a_list_of_names_is_audited_for_each_name_on_it_and_for_no_other(begin, pages, reader):
    people = [newcomer(begin, called=f"Name {number}") for number in range(27)]
    pages.inbox(reader, CARE, None, 2)
    with begin() as records:
        rows = records._session.query(AuditRow).filter_by(action="named in team inbox").all()
        assert {(row.actor, row.person_id, row.subject) for row in rows} == {
            ("staff:a1", person, share) for person, share in sorted(people, key=lambda pair: pair[1])[25:]
        }


class DiskFullError(OperationalError):
    def __init__(self):
        super().__init__("insert", {}, Exception("database or disk is full"))


def failing_audit(monkeypatch):
    def note_each(self, actor, *rest):
        if actor.startswith("staff:"):
            raise DiskFullError

    monkeypatch.setattr(Audit, "note_each", note_each)


def failing_commit(monkeypatch):
    def commit(self):
        raise DiskFullError

    monkeypatch.setattr(UnitOfWork, "commit", commit)


@pytest.mark.parametrize("fault", [failing_audit, failing_commit], ids=lambda fault: fault.__name__)
def test_when_it_cannot_be_audited_nothing_is_shown_or_done(begin, pages, reader, shared, monkeypatch, fault):
    names = []
    faulty = TeamPages(begin, names.append)
    with monkeypatch.context() as patch:
        fault(patch)
        for ask in (
            lambda: faulty.open(reader, shared),
            lambda: faulty.open(reader, shared, printed=True),
            lambda: faulty.inbox(reader, CARE, None, 1),
            lambda: faulty.promise(reader, shared, "l1", "words", None),
            lambda: faulty.ask(reader, shared, "words"),
            lambda: faulty.reflect(reader, shared, 1, False, "words"),
        ):
            with pytest.raises(OperationalError):
                ask()
    assert names == []
    with begin() as records:
        assert records._session.query(TeamOpeningRow).count() == 0
        assert records._session.get(TeamShareRow, shared).seen_version == 0
    shown = pages.open(reader, shared)
    assert (shown.commitments, shown.questions, shown.reflections) == ((), (), ())


def test_words_leave_only_after_the_entry_is_in_the_store(begin, reader, shared, database):
    """Looking up names is the first thing done with the page: by then another connection sees the entry."""
    seen = []

    def name(account):
        with begin(reading=True) as records:
            seen.append(records._session.query(AuditRow).filter_by(action="team page opened").count())
        return account

    pages = TeamPages(begin, name)
    pages.ask(reader, shared, "Which window?")
    pages.open(reader, shared)
    assert seen == [1]


def test_names_of_those_who_wrote_are_given_and_looked_up_once_each(begin, reader, shared):
    asked = []

    def name(account):
        asked.append(account)
        return team_store.NAMES[account]

    pages = TeamPages(begin, name)
    made = pages.promise(reader, shared, "l1", "A chair", None)
    pages.change(staff("a2"), shared, made, Progress.DONE, "")
    pages.ask(reader, shared, "Which window?")
    pages.reflect(staff("a2"), shared, 2, False, "We listened")
    shown = pages.open(reader, shared)
    assert (shown.commitments[0].made_by, shown.commitments[0].changed_by) == ("Priya", "Owen")
    assert (shown.questions[0].asked_by, shown.reflections[0].made_by) == ("Priya", "Owen")
    assert asked == ["a1", "a2"]
