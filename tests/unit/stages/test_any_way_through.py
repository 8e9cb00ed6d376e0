"""Whatever anybody types, presses or wishes, in any order: always an answer, nothing kept or shared without a yes."""

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String, event, func, inspect, select

from bot.jobs.retention import retain
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.unit_of_work import UnitOfWork
from bot.stages.conversation import ASIDE
from bot.store.database import connect
from bot.store.keys import KeyFile
from bot.store.tables.people import AuditRow, ConsentRow, ShareRow, SummaryRow, Table
from bot.store.tables.releases import ReleaseRow
from bot.store.tables.teamwork import QuestionRow, TeamShareRow
from tests.unit.fakes import RULES, MovingClock
from tests.unit.stages.talking import Talk, ask_from_team
from tests.unit.team_store import CARE, open_teams

WORDS = [
    "my garden", "yes", "no", "skip", "I don't know", "go back", "not today", "stop", "change 1", "take out 1",
    "put 2 first", "99", "1", "the last one", "everything", "that's all", "a month", "Aunt May", "my mum",
    "keep it", "yes delete it", "start over", "delete everything", "stop sharing", "share", "{words} {0}", "🙂",
    "<b>x</b>", "الحديقة", "x" * 300, "why", "hello", "carry on", "first\n\nsecond", "0", "all", "both",
    "The Garden Team", "my brother died, I'm in Poole", "DT1", "next", "done", "in Scotland", "send it", "Cruse",
    "we had the talk", "it went well", "they said not today", "he cried",
    "my wife worries", "1. hens 2. hives", "give me ideas",
    "tomorrow", "on friday at 6", "in 10 hours", "stop reminders", "my time zone is Tokyo",
    "my plan", "plan a conversation", "Sunday after lunch", "no, I meant my brother", "she said not today", "gentle",
    "Jo and Sam", "only when I'm gone", "share it after I die",
]  # fmt: skip
VALUES = [
    "opening", "more", "enough", "right", "change", "remove", "move", "add", "keep", "do_not_keep", "copy", "no_copy",
    "delete", "start_over", "everything", "done", "share", "do_not_share", "all", "7", "0", "-1", "9" * 9, "l1", "l2",
    "", "nonsense", "team:team-care", "team:nobody", "after_death", "support_for_me", "bereavement", "sibling", "young",
    "scotland", "next", "stop_steps", "nation", "send", "again", "later", "leave", "answer_team", "card:BCD234",
    "card:", "s1", "ideas", "good_day", "place", "place_home", "place_untold", "please", "neither", "apart", "together",
    "speaks", "well", "hard", "not_yet", "low", "someone", "put_in", "put_under", "nothing", "leave_it",
    "in_a_day", "stop_reminders", "see_plan", "open_plan", "clear_plan", "delete_plan", "take_out", "own", "light",
    "advice_several", "part_when", "go_on", "plan_calendar", "plan_remind", "information:cpr",
    "information_elsewhere:cpr", "information:gone", "after_my_death", "no_end", "1825", *Heading, *Door,
]  # fmt: skip
SAFETY = {"emergency", "suicidal", "passive_death_wish", "urgent_symptoms", "safeguarding", "death_just_happened"}
INTENTS = sorted(set(RULES) - SAFETY - {"choose", "inform"})
STEPS = st.one_of(
    st.tuples(st.just("types"), st.sampled_from(WORDS)),
    st.tuples(st.just("offered"), st.integers(0, 11)),
    st.tuples(st.just("offered"), st.integers(0, 3)),
    st.tuples(st.just("presses"), st.sampled_from(VALUES)),
    st.tuples(st.just("does"), st.sampled_from(INTENTS)),
    st.tuples(st.just("waits"), st.sampled_from([1, 8, 46, 400])),
    st.tuples(st.just("is asked"), st.sampled_from(["May we ring?", "{words}\n\n{0}"])),
    st.tuples(st.just("types"), st.text(min_size=1, max_size=30)),
)


@contextmanager
def somebody(template, facts):
    """A person on a store of their own; nothing waits for the disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        shutil.copy(template, path)
        database, clock = connect(f"sqlite:///{path}"), MovingClock()
        event.listen(database, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
        try:
            begin = partial(UnitOfWork, database, clock, KeyFile(b"k" * 32))
            open_teams(begin)
            yield Talk(begin, replace(facts, can_write_first=lambda person: True)), clock
        finally:
            database.dispose()


def step(talk, clock, what, value):
    if what == "waits":
        clock.move(days=value)
        if talk.person in retain(talk.begin, 45):
            with talk.begin() as records:
                talk.person = records.people.create()
                talk.token = records.sessions.open(talk.person, "test")
                records.commit()
        return
    if what == "is asked":
        with talk.begin() as records:
            asked = any(share.stands and share.team == CARE for share in records.teamwork.of(talk.person))
        if asked:
            ask_from_team(talk, value)
        return
    if what == "offered":
        payloads = talk.buttons() or ["resume"]
        intent, _, choice = payloads[value % len(payloads)].partition(":")
        said = talk.does(intent, choice=choice)
    else:
        said = getattr(talk, what)(value)
    assert said, (what, value)


def one_yes(session, purpose, subject):
    """What may be read stands in the ledger alone: one yes, with its parts."""
    given = session.scalars(select(ConsentRow).filter_by(decision="given", purpose=purpose, subject=subject)).all()
    assert len(given) == 1
    assert given[0].sections


def check_promises(talk):
    with talk.begin() as records:
        session = records._session
        given_to_keep = session.scalar(select(func.count()).where(AuditRow.action == "consent given: keep"))
        assert session.scalar(select(func.count()).select_from(SummaryRow)) <= given_to_keep
        for share in session.scalars(select(ShareRow)):
            one_yes(session, "share", share.id)
        for share in session.scalars(select(TeamShareRow)):
            one_yes(session, "share_team", share.id)
        for release in session.scalars(select(ReleaseRow)):
            one_yes(session, "after_death", release.id)
        for answered in session.scalars(select(QuestionRow).where(QuestionRow.answered_at.is_not(None))):
            assert answered.left_at is None
        draft, kept = records.drafts.get(talk.person), records.summaries.latest(talk.person)
        for share in records.shares.of(talk.person):
            assert share.recipient.strip()
        position = records.people.position(talk.person)
        check_lengths(session)
    assert all(line.words.strip() for line in draft.lines)
    assert len({line.id for line in draft.lines}) == len(draft.lines)
    if kept:
        assert kept.lines
        assert all(line.words.strip() for line in kept.lines)
    assert not {question for question, _ in position.trail} & ASIDE
    assert position.returning_to is None or position.question in ASIDE


def check_lengths(session):
    """SQLite lets a column hold more than it says; PostgreSQL does not."""
    for mapper in Table.registry.mappers:
        for row in session.scalars(select(mapper.class_)):
            for column in inspect(mapper.class_).columns:
                if isinstance(column.type, String) and column.type.length and (value := getattr(row, column.key)):
                    assert len(value) <= column.type.length, (mapper.class_.__name__, column.key, value)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=5, max_size=40))
def test_any_sequence_of_turns(migrated_store, facts, steps):
    with somebody(migrated_store, facts) as (talk, clock):
        talk.does("arrive")
        for what, value in steps:
            step(talk, clock, what, value)
            check_promises(talk)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=3, max_size=25))
def test_any_sequence_once_something_is_kept(migrated_store, facts, steps):
    with somebody(migrated_store, facts) as (talk, clock):
        talk.does("arrive")
        for value in ("me",):
            talk.presses(value)
        for words in ("my garden", "we married there", "a chair", "no", "yes", "yes"):
            talk.types(words)
        for what, value in steps:
            step(talk, clock, what, value)
            check_promises(talk)


@pytest.mark.parametrize("seed", range(6))
def test_a_long_walk_by_the_buttons(migrated_store, facts, seed):
    """Every button that is offered can be pressed, and leads to more."""
    import random

    chance = random.Random(seed)
    with somebody(migrated_store, facts) as (talk, clock):
        talk.does("arrive")
        for _ in range(120):
            if chance.random() < 0.3:
                step(talk, clock, "types", chance.choice(WORDS))
            else:
                step(talk, clock, "offered", chance.randrange(12))
            check_promises(talk)
