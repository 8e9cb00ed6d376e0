"""Deleting a person destroys their key and rows: proven by planting a sentence and searching every file."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.position import Door, Position
from bot.model.release import Plan
from bot.model.saying import Said, Say
from bot.records.consent import Purpose
from bot.records.people import UnknownPersonError
from tests.unit.fakes import every_byte, everywhere, holds

CANARY = "the heron on the slipway at Mousehole – 1961"


def wrapped_key(database, person):
    with database.connect() as connection:
        return connection.execute(text("select wrapped_key from people where id = :id"), {"id": person}).scalar_one()


def live_a_little(begin, person, clock):
    """Put the canary into every place that may hold words."""
    with begin() as records:
        draft = Draft(opening=CANARY, recipient=CANARY).adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, CANARY)
        records.drafts.put(person, draft)
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, draft.lines)
        records.summaries.keep(person, Door.ME, draft.lines)
        until = clock.now() + timedelta(days=7)
        share = records.shares.create(person, CANARY, (Heading.MOST_IMPORTANT,), until, Door.ME)
        records.shares.unlock(share.token, matches=True)
        plan = Plan((Heading.MOST_IMPORTANT,), (CANARY,), (CANARY, "Jo"), Door.ME, 7)
        records.releases.set_up(person, plan)
        records.sessions.open(person, "api")
        records.choices.replace(person, [("Yes", "affirm"), ("For me", "choose:me")])
        first = records.turns.begin(person, "m1", Said("", CANARY), understood=False)
        records.turns.apply(first, "inform", [Say("utter_focus_earlier", {"words": CANARY})])
        second = records.turns.begin(person, "m2", Said("", CANARY), understood=False)
        records.turns.answer(second, [[CANARY, [], []]])
        records.turns.begin(person, "m3", Said("", CANARY), understood=False)
        records.people.place(person, Position(door=Door.ME, welcomed=True))
        records.audit.note("person", "summary kept", person)
        records.commit()


def test_nothing_readable_is_in_any_file_while_it_is_held(begin, person, clock, store_folder):
    live_a_little(begin, person, clock)

    assert not holds(store_folder, CANARY)


def test_forgetting_leaves_no_row_but_the_audit(begin, person, clock, database):
    live_a_little(begin, person, clock)
    before = everywhere(database, person)
    assert len(before) == 11, before

    with begin() as records:
        records.people.forget(person, "person")
        records.erase()
        records.commit()

    assert set(everywhere(database, person)) == {"audit"}
    with database.connect() as connection:
        for table in ("openings", "shares", "choices", "drafts", "summaries", "turns", "sessions", "consents"):
            assert connection.execute(text(f"select count(*) from {table}")).scalar() == 0, table


def test_forgetting_leaves_neither_words_nor_key_in_any_file(begin, person, clock, database, store_folder):
    live_a_little(begin, person, clock)
    wrapped = wrapped_key(database, person)
    assert wrapped in every_byte(store_folder)

    with begin() as records:
        records.people.forget(person, "person")
        records.erase()
        records.commit()

    assert wrapped not in every_byte(store_folder)
    assert not holds(store_folder, CANARY)


def test_sealed_words_are_gone_too(begin, person, clock, database, store_folder):
    live_a_little(begin, person, clock)
    sealed = []
    with database.connect() as connection:
        for table, column in (
            ("drafts", "sealed_draft"),
            ("summaries", "sealed_lines"),
            ("shares", "sealed_recipient"),
            ("release_holders", "sealed_name"),
            ("turns", "sealed_input"),
        ):
            sealed += connection.execute(text(f"select {column} from {table} where {column} is not null")).scalars()
    assert len(sealed) >= 5

    with begin() as records:
        records.people.forget(person, "person")
        records.erase()
        records.commit()

    left = every_byte(store_folder)
    assert [value for value in sealed if value in left] == []


def test_the_key_is_gone_while_another_process_reads(begin, person, clock, database, store_folder, key):
    """A second process with the store open does not keep the erased bytes in the write-ahead log."""
    from bot.records.unit_of_work import UnitOfWork
    from bot.store.database import connect

    other = connect(str(database.url))
    live_a_little(begin, person, clock)
    wrapped = wrapped_key(database, person)
    reading, done = threading.Event(), threading.Event()

    def read():
        with UnitOfWork(other, clock, key) as records:
            records.people.exists(person)
            reading.set()
            done.wait(10)

    def forget():
        with begin() as records:
            records.people.forget(person, "person")
            records.erase()
            records.commit()

    reader, forgetter = threading.Thread(target=read), threading.Thread(target=forget)
    reader.start()
    reading.wait(10)
    forgetter.start()
    done.set()
    forgetter.join()
    reader.join()
    other.dispose()

    assert wrapped not in every_byte(store_folder)


def test_others_are_left_as_they_were(begin, person, clock):
    with begin() as records:
        other = records.people.create()
        records.commit()
    live_a_little(begin, other, clock)
    live_a_little(begin, person, clock)

    with begin() as records:
        records.people.forget(person, "person")
        records.erase()
        records.commit()

    with begin() as records:
        assert records.summaries.latest(other).lines[0].words == CANARY
        assert len(records.turns.waiting(other)) == 2


@pytest.mark.parametrize(
    "ask",
    [
        lambda records, person: records.people.key(person),
        lambda records, person: records.people.position(person),
        lambda records, person: records.people.seen(person),
        lambda records, person: records.people.seal(person, "words", "drafts"),
        lambda records, person: records.people.renew_key_if_nothing_kept(person),
    ],
)
def test_a_forgotten_person_is_unknown(begin, person, ask):
    with begin() as records:
        records.people.forget(person, "person")
        assert not records.people.exists(person)
        with pytest.raises(UnknownPersonError):
            ask(records, person)


# --- a new key when nothing is kept -----------------------------------------------------------------------------------


def test_declining_makes_a_new_key_and_loses_the_old(begin, person, database, store_folder):
    with begin() as records:
        records.drafts.put(person, Draft(opening=CANARY))
        records.commit()
    before = wrapped_key(database, person)
    with begin() as records:
        sealed = records._session.connection().execute(text("select sealed_draft from drafts")).scalar_one()
        records.people.renew_key_if_nothing_kept(person)
        records.erase()
        records.commit()

    assert wrapped_key(database, person) != before
    assert before not in every_byte(store_folder)
    assert sealed not in every_byte(store_folder)


def test_a_kept_summary_keeps_its_key(begin, person, clock, database):
    live_a_little(begin, person, clock)
    before = wrapped_key(database, person)
    with begin() as records:
        records.people.renew_key_if_nothing_kept(person)
        records.commit()

    assert wrapped_key(database, person) == before
    with begin() as records:
        assert records.summaries.latest(person).lines[0].words == CANARY


def test_letting_everything_go_takes_the_names_of_readers_too(begin, person, clock, database):
    live_a_little(begin, person, clock)
    with begin() as records:
        shared = records.shares.of(person)
        records.summaries.drop_all(person)
        records.people.renew_key_if_nothing_kept(person)
        records.commit()

    assert shared
    with database.connect() as connection:
        for table in ("shares", "openings"):
            assert connection.execute(text(f"select count(*) from {table}")).scalar_one() == 0
    with begin() as records:
        assert records.shares.of(person) == ()


def test_words_that_still_wait_survive_a_new_key(begin, person):
    """Somebody says no, and has already typed on: what they typed is still answered, whatever became of the draft."""
    with begin() as records:
        records.turns.begin(person, "m1", Said("deny"), understood=True)
        records.turns.begin(person, "m2", Said("", "and my garden"), understood=False)
        records.people.renew_key_if_nothing_kept(person)
        records.commit()

    with begin() as records:
        assert [turn.words for turn in records.turns.waiting(person)] == ["", "and my garden"]
