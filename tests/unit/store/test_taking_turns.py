"""Those who write wait for each other, and who reads sees one moment: several at once never spoil what another does."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.jobs.retention import retain
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door, Position, Question
from bot.model.saying import Said
from bot.records.consent import Purpose
from bot.records.people import UnknownPersonError
from bot.records.pins import MOST_WRONG_PINS, NOBODY
from bot.records.sharing import ShareClosedError, WrongPinError
from bot.signposting.directory import Directory, ReportOutcome
from bot.stages import share_pages
from bot.stages.share_pages import SharedPages
from tests.unit import team_store
from tests.unit.fakes import RuleEngine, everywhere
from tests.unit.signposting.invented import ALL, LINE

LINES = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, "my garden at dusk").lines
PATIENCE = 30


def at_once(*jobs):
    """Run each in a thread of its own, all starting together; what each returns, or the error that it raises."""
    ready, outcomes = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(number, job):
        ready.wait(PATIENCE)
        try:
            outcomes[number] = job()
        except Exception as error:  # noqa: BLE001  (the test looks at it)
            outcomes[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.fixture
def kept(begin, person):
    team_store.keep(begin, person, LINES)
    return person


# --- the rule ---------------------------------------------------------------------------------------------------------


def test_who_writes_begins_when_the_one_before_is_done(begin, person):
    began, seen = threading.Event(), []

    def second():
        began.set()
        with begin() as records:
            seen.append(records.people.position(person).topic)

    with begin() as records:
        assert records.people.exists(person)
        waiting = threading.Thread(target=second)
        waiting.start()
        assert began.wait(PATIENCE)
        records.people.place(person, Position(topic=7))
        records.commit()
    waiting.join()

    assert seen == [7]


def test_who_reads_waits_for_nobody_and_sees_one_moment(begin, person):
    with begin() as writing:
        writing.people.place(person, Position(topic=1))
        with begin(reading=True) as reading:
            before = reading.people.position(person)
            writing.commit()
            reading._session.expire_all()
            assert reading.people.position(person) == before == Position()
    with begin(reading=True) as reading:
        assert reading.people.position(person).topic == 1


def test_what_was_not_committed_keeps_nobody_waiting(begin, person):
    with begin() as records:
        records.people.place(person, Position(topic=1))
    with begin() as records:
        assert records.people.position(person) == Position()


def test_a_statement_that_fails_keeps_nobody_waiting(begin, person, database):
    with begin() as records, pytest.raises(DBAPIError):
        records._session.execute(text("select no_such_column from people"))
    with begin() as records:
        assert records.people.exists(person)


# --- what it keeps whole ----------------------------------------------------------------------------------------------


def test_many_guesses_at_a_pin_at_once_are_no_more_than_five(begin, kept, clock, monkeypatch):
    with begin() as records:
        until = clock.now() + timedelta(days=7)
        share = records.shares.create(kept, "Aunt May", (Heading.MOST_IMPORTANT,), until, Door.ME)
        records.commit()
    checked = []

    def watched(pin_hash, pin):
        if pin_hash != NOBODY:
            checked.append(pin)
        return False

    monkeypatch.setattr(share_pages, "pin_matches", watched)
    guess = lambda: SharedPages(begin).open(share.token, "000000")  # noqa: E731

    outcomes = at_once(*[guess] * 12)

    assert len(checked) == MOST_WRONG_PINS
    assert {type(outcome) for outcome in outcomes} <= {WrongPinError, ShareClosedError}


def test_versions_kept_at_once_are_all_kept(begin, kept):
    outcomes = at_once(*[lambda: team_store.keep(begin, kept, LINES)] * 4)

    assert sorted(outcomes) == [2, 3, 4, 5]


def test_shared_twice_at_once_is_shared_once(begin, kept):
    team_store.open_teams(begin)

    at_once(*[lambda: team_store.share(begin, kept)] * 4)

    with begin() as records:
        assert sorted(share.stands for share in records.teamwork.of(kept)) == [False, False, False, True]


def test_a_turn_tried_twice_at_once_has_one_effect(begin, facts, person):
    """The first try only seemed to have failed: it is still under way when the second begins."""
    engine = RuleEngine(begin, facts)
    with begin() as records:
        records.drafts.put(person, Draft(lines=LINES, door=Door.ME))
        records.people.place(person, Position(question=Question.RECORD_CONSENT, door=Door.ME, welcomed=True))
        turn = records.turns.begin(person, "m1", Said("affirm"), understood=True)
        records.commit()
    action = engine._actions["action_answer"]

    first, second = at_once(*[lambda: action._deal_with(person, turn, Said("affirm"))] * 2)

    assert [say.response for say in first[0]] == [say.response for say in second[0]] != []
    with begin() as records:
        assert records.summaries.latest(person).version == 1


def test_deleting_everything_twice_at_once_deletes_it(begin, kept, database):
    def forget():
        with begin() as records:
            records.people.forget(kept, "person")
            records.erase()
            records.commit()

    assert at_once(forget, forget) == [None, None]
    assert set(everywhere(database, kept)) == {"audit"}


def test_what_is_kept_while_everything_is_deleted_goes_or_is_refused(begin, kept, database):
    def forget():
        with begin() as records:
            records.people.forget(kept, "person")
            records.erase()
            records.commit()

    _, version = at_once(forget, lambda: team_store.keep(begin, kept, LINES))

    assert version == 2 or isinstance(version, UnknownPersonError | DBAPIError)
    assert set(everywhere(database, kept)) == {"audit"}


def test_who_comes_back_while_silent_people_are_forgotten_is_either_there_or_unknown(begin, person, clock):
    clock.move(days=46)

    def come_back():
        with begin() as records:
            records.people.seen(person)
            records.turns.begin(person, "m1", Said("", "I am back"), understood=False)
            records.commit()

    gone, back = at_once(lambda: retain(begin, 45), come_back)

    with begin() as records:
        if gone == [person]:
            assert isinstance(back, UnknownPersonError)
            assert not records.people.exists(person)
        else:
            assert (gone, back) == ([], None)
            assert [turn.words for turn in records.turns.waiting(person)] == ["I am back"]


def test_a_consent_taken_back_at_once_by_two_is_taken_back_once(begin, kept, database):
    def withdraw():
        with begin() as records:
            records.consents.withdraw(kept, Purpose.KEEP)
            records.commit()

    at_once(withdraw, withdraw)

    with database.connect() as connection:
        told = connection.execute(text("select count(*) from audit where action = 'consent withdrawn: keep'")).scalar()
    assert told == 1


def test_entries_made_at_once_follow_on_each_other(begin, kept):
    def note():
        with begin() as records:
            records.audit.note("person", "joined", kept)
            records.commit()

    assert at_once(*[note] * 8) == [None] * 8

    with begin(reading=True) as records:
        assert records.audit_proof.verify().head.number == 10


def test_two_who_correct_an_entry_at_once_both_do(open_transaction):
    directory = Directory(open_transaction)
    directory.add(ALL, "seed")

    at_once(
        lambda: directory.correct(LINE.id, "account:a", {"next_step": "A volunteer answers."}),
        lambda: Directory(open_transaction).correct(LINE.id, "account:b", {"fees": "It costs nothing."}),
    )

    entry = directory.entry(LINE.id)
    assert (entry.next_step, entry.fees) == ("A volunteer answers.", "It costs nothing.")
    assert len(directory.history(LINE.id)) == 3


def test_two_who_report_a_number_at_once_hide_it(open_transaction):
    directory = Directory(open_transaction)
    directory.add(ALL, "seed")

    outcomes = at_once(*(lambda who=who: directory.report_number(LINE.id, who) for who in ("one", "two", "one")))

    assert sorted(outcomes) == [ReportOutcome.ALREADY, ReportOutcome.HIDDEN, ReportOutcome.NOTED]
    assert directory.entry(LINE.id).number_wrong
