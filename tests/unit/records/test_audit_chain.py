"""The chain: whatever was changed, removed, moved or put in behind our back is found, and where it begins is said."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from bot.records import audit_proof
from bot.records.audit import Audit
from bot.records.audit_chain import AuditHeadError, Head, NotedHeadError
from bot.records.audit_proof import NotWholeError
from bot.records.consent import Purpose
from bot.records.unit_of_work import UnitOfWork
from bot.store.keys import KeyFile
from tests.unit.records.chain import AGREED, ROWS, live, not_right, note, verified
from tests.unit.records.tampering import behind_our_back


@pytest.fixture
def lived(begin, person, clock):
    return live(begin, person, clock)


def test_what_nobody_touched_is_whole(begin, lived):
    whole = verified(begin)
    assert (whole.rows, whole.decisions, whole.head.number) == (ROWS, 7, ROWS)
    assert (whole.earlier, whole.begun) == (0, None)


def test_nothing_is_whole_too(begin):
    assert verified(begin).head == Head()


AT = "2020-01-01 00:00:00+00:00"
COPIED = "select {}, at, actor, action, person_id, subject from audit where number = {}"
TAIL = [f"delete from {table} where number = {ROWS}" for table in ("audit", "audit_links", "consents")]
CHANGES = {
    "an actor": (3, "update audit set actor = 'staff:a1' where number = 3"),
    "an action": (3, "update audit set action = 'summary kep' where number = 3"),
    "a subject": (3, "update audit set subject = 'version 9' where number = 3"),
    "a person": (3, "update audit set person_id = 'somebody' where number = 3"),
    "a time": (3, f"update audit set at = '{AT}' where number = 3"),
    "the first": (1, "update audit set actor = 'operator' where number = 1"),
    "the last": (ROWS, f"update audit set subject = 'x' where number = {ROWS}"),
    "a link": (6, "update audit_links set link = seals || 'x' where number = 6"),
    "no link": (6, "delete from audit_links where number = 6"),
    "a row that is gone": (5, "delete from audit where number = 5"),
    "a row that is gone with its link": (
        5,
        "delete from audit where number = 5",
        "delete from audit_links where number = 5",
    ),
    "rows that changed places": (
        2,
        "update audit set number = 99 where number = 2",
        "update audit set number = 2 where number = 3",
        "update audit set number = 3 where number = 99",
    ),
    "links that changed places": (
        2,
        "update audit_links set number = 99 where number = 2",
        "update audit_links set number = 2 where number = 3",
        "update audit_links set number = 3 where number = 99",
    ),
    "the tail that is gone": (ROWS, *TAIL),
    "the tail that is gone with the head": (ROWS, *TAIL, "delete from audit_head"),
    "the tail that is gone, and a head that says so": (
        ROWS,
        *TAIL,
        "update audit_head set number = number - 1, link = (select link from audit_links where number = 19)",
    ),
    "all that is gone": (1, "delete from audit", "delete from audit_links", "delete from consents"),
    "the head that is gone": (ROWS + 1, "delete from audit_head"),
    "another seal": (ROWS + 1, "update audit_head set seal = link"),
    "a row put in": (ROWS + 1, f"insert into audit {COPIED.format(ROWS + 1, 6)}"),
    "a row put in with a link": (
        ROWS + 1,
        f"insert into audit {COPIED.format(ROWS + 1, 6)}",
        f"insert into audit_links select {ROWS + 1}, seals, link from audit_links where number = 6",
        f"update audit_head set number = {ROWS + 1}",
    ),
    "a row put in at the front": (0, f"insert into audit {COPIED.format(0, 6)}"),
    "a yes to other parts": (4, """update consents set sections = '["support"]' where number = 4"""),
    "a yes for longer": (4, "update consents set expires_at = '2030-01-01 00:00:00+00:00' where number = 4"),
    "a yes for ever": (4, "update consents set expires_at = null where number = 4"),
    "a yes to somebody else": (4, "update consents set recipient = 'team' where number = 4"),
    "a yes to another share": (4, "update consents set subject = 'x' where number = 4"),
    "a yes to other words": (1, "update consents set wording = 'keep/1' where number = 1"),
    "a yes by somebody else": (1, "update consents set door = 'writing' where number = 1"),
    "a yes said otherwise": (1, "update consents set manner = 'typed' where number = 1"),
    "a yes at another time": (1, f"update consents set decided_at = '{AT}' where number = 1"),
    "a yes that is gone": (1, "delete from consents where number = 1"),
    "a yes that is not sealed": (1, "update audit_links set seals = '' where number = 1"),
    "a yes that was never taken back": (ROWS, f"delete from consents where number = {ROWS}"),
    "a yes where there was none": (
        3,
        f"insert into consents (number, {AGREED}) select 3, {AGREED} from consents where number = 1",
    ),
    "a yes with no entry": (
        99,
        f"insert into consents (number, {AGREED}) select 99, {AGREED} from consents where number = 1",
    ),
    "yeses that changed places": (
        1,
        "update consents set number = 99 where number = 1",
        "update consents set number = 1 where number = 4",
        "update consents set number = 4 where number = 99",
    ),
    "a person who is gone unforgotten": (1, "delete from people"),
}
UNREADABLE = {
    "a time that is none": (3, "update audit set at = 'soon' where number = 3"),
    "parts that are none": (4, "update consents set sections = 'all' where number = 4"),
    "something that is no text": (7, "update audit set subject = x'00ff' where number = 7"),
}


@pytest.mark.parametrize(
    "change",
    [
        *(pytest.param(change, id=name) for name, change in CHANGES.items()),
        *(pytest.param(change, id=name, marks=pytest.mark.only_on("sqlite")) for name, change in UNREADABLE.items()),
    ],
)
@pytest.mark.parametrize("at_once", [1000, 4])
def test_what_was_changed_is_found(begin, lived, database, monkeypatch, change, at_once):
    monkeypatch.setattr(audit_proof, "_AT_ONCE", at_once)
    number, *statements = change
    behind_our_back(database, *statements)
    assert not_right(begin) == number


def test_it_says_how_far_it_is_and_holds_few_rows_at_once(begin, lived, monkeypatch):
    monkeypatch.setattr(audit_proof, "_AT_ONCE", 5)
    heard, held = [], []
    with begin(reading=True) as records:

        def tick(rows):
            heard.append(rows)
            held.append(len(records._session.identity_map))

        records.audit_proof.verify(tick=tick)
    assert heard == [5, 10, 15, 20]
    assert max(held) <= 3 * 5


def test_an_entry_after_a_cut_does_not_hide_it(begin, lived, database):
    behind_our_back(database, *TAIL)
    note(begin, lived)
    assert not_right(begin) == ROWS


@pytest.mark.parametrize(
    "change",
    ["delete from audit_head", "update audit_head set number = 19", "update audit_head set seal = link"],
)
def test_nothing_follows_on_a_head_that_was_changed(begin, lived, database, change):
    """An entry that did would seal the change as if it were right."""
    behind_our_back(database, change)
    with pytest.raises(AuditHeadError, match="what-matters audit verify"):
        note(begin, lived)
    with begin() as records, pytest.raises(AuditHeadError):
        records.consents.give(lived, Purpose.KEEP)


def test_with_another_key_nothing_is_whole_and_nothing_is_added(begin, lived, database, clock):
    with (
        UnitOfWork(database, clock, KeyFile(b"k" * 32), reading=True) as records,
        pytest.raises(NotWholeError) as raised,
    ):
        records.audit_proof.verify()
    assert raised.value.number == 1
    with UnitOfWork(database, clock, KeyFile(b"k" * 32)) as records, pytest.raises(AuditHeadError):
        records.audit.note("person", "summary kept", lived)


def test_two_who_write_at_once_cannot_both_follow_on_one_entry(begin, lived, monkeypatch):
    """They never do, since one waits for the other. If they did, the number would be taken."""
    with begin() as records:
        before = records.audit._head()
    note(begin, lived)
    monkeypatch.setattr(Audit, "_head", lambda self: before)
    with pytest.raises(IntegrityError):
        note(begin, lived)


def test_an_entry_costs_the_same_however_many_there_are(begin, person, database):
    asked = []
    event.listen(database, "before_cursor_execute", lambda _c, _r, statement, *_: asked.append(statement))
    note(begin, person)  # the first one begins the chain
    asked.clear()
    note(begin, person)
    early = list(asked)
    with begin() as records:
        records.audit.note_each("staff:a1", "named in team inbox", [(person, str(share)) for share in range(300)])
        records.commit()
    asked.clear()
    note(begin, person)
    assert asked == early


def test_a_unit_may_go_on_after_a_commit(begin, person):
    with begin() as first:
        first.audit.note("person", "one", person)
        first.commit()
        note(begin, person)
        first.audit.note("person", "three", person)
        first.commit()
    assert verified(begin).rows == 3


def test_what_was_not_committed_leaves_no_gap(begin, lived):
    with begin() as records:
        records.audit.note("person", "summary kept", lived)
    note(begin, lived)
    assert verified(begin).head.number == ROWS + 1


# --- the head, noted elsewhere ----------------------------------------------------------------------------------------


def test_a_noted_head_is_read_back(begin, lived):
    head = verified(begin).head
    assert Head.parse(f" {head}\n") == head
    for bad in ("", "20", f"{head}0", f"x{head}", str(head)[:-1]):
        with pytest.raises(NotedHeadError, match="64 hexadecimal digits"):
            Head.parse(bad)


def test_the_chain_goes_through_a_head_noted_earlier(begin, lived):
    noted = verified(begin).head
    note(begin, lived)
    assert verified(begin, noted).rows == ROWS + 1


@pytest.mark.parametrize("number", [0, 1, ROWS, ROWS + 9])
def test_a_head_that_was_never_one_is_not_gone_through(begin, lived, number):
    assert not_right(begin, Head(number, "0" * 64)) == min(number, ROWS + 1)


def test_a_store_put_back_to_an_earlier_state_is_found_by_a_noted_head(begin, lived, database):
    """It is whole in itself: only what was noted elsewhere tells."""
    with database.connect() as connection:
        number, link, seal = connection.execute(text("select number, link, seal from audit_head")).one()
    note(begin, lived)
    noted = verified(begin).head
    behind_our_back(
        database,
        *(f"delete from {table} where number > {number}" for table in ("audit", "audit_links")),
        f"update audit_head set number = {number}, link = '{link}', seal = '{seal}'",
    )
    assert verified(begin).rows == ROWS
    assert not_right(begin, noted) == noted.number


# --- what was there before --------------------------------------------------------------------------------------------


@pytest.fixture
def unchained(lived, database):
    behind_our_back(database, "delete from audit_links", "delete from audit_head")
    return lived


def seal_earlier(begin):
    with begin() as records:
        count = records.audit_proof.seal_earlier()
        records.commit()
    return count


def test_what_was_there_before_is_brought_in_once(begin, unchained, clock, monkeypatch):
    monkeypatch.setattr(audit_proof, "_AT_ONCE", 5)
    with pytest.raises(AuditHeadError):
        note(begin, unchained)
    assert not_right(begin) == 1
    clock.move(days=1)
    assert [seal_earlier(begin), seal_earlier(begin)] == [ROWS, 0]
    note(begin, unchained)
    whole = verified(begin)
    assert (whole.rows, whole.earlier, whole.begun) == (ROWS + 2, ROWS, clock.now() - timedelta(0))


def test_what_is_changed_after_it_was_brought_in_is_found(begin, unchained, database):
    seal_earlier(begin)
    behind_our_back(database, "update audit set subject = 'x' where number = 2")
    assert not_right(begin) == 2


@pytest.mark.parametrize("left", ["audit_links", "audit_head"])
def test_a_chain_that_lost_a_part_is_not_begun_anew(begin, lived, database, left):
    lost = {"audit_links", "audit_head"} - {left}
    behind_our_back(database, f"delete from {lost.pop()}")
    assert seal_earlier(begin) == 0
    assert not_right(begin)


def test_a_chain_begun_anew_says_when_and_a_noted_head_tells(begin, unchained, clock, database):
    """Whoever takes the whole chain away has it begun anew at the next start. Its day is printed at each proof."""
    seal_earlier(begin)
    noted = verified(begin).head
    behind_our_back(
        database,
        "update audit set actor = 'nobody' where number = 2",
        "delete from audit_links",
        "delete from audit_head",
    )
    clock.move(days=9)
    seal_earlier(begin)
    assert verified(begin).begun == clock.now()
    assert not_right(begin, noted) == noted.number
