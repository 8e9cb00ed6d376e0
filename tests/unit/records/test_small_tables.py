"""Sessions, buttons, copies of one's own, places in the conversation, and the database they live in."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from bot.model.headings import Heading
from bot.model.position import Door, Expecting, Position, Question, Stage
from bot.model.safety import Asked, Told
from bot.model.topics import Focus, Once, Topic
from bot.records.copies import CopyExpiredError
from bot.store import migrate
from bot.store.database import connect
from bot.store.tables import Table

# --- sessions ---------------------------------------------------------------------------------------------------------


def test_a_token_speaks_as_one_person_and_is_stored_nowhere(begin, person, store_folder):
    from tests.unit.fakes import every_byte

    with begin() as records:
        token = records.sessions.open(person, "api")
        other = records.sessions.open(person, "web")
        records.commit()
    with begin() as records:
        assert token != other
        assert records.sessions.person(token) == person
        assert records.sessions.person("") is records.sessions.person(token[:-1]) is None
    assert token.encode() not in every_byte(store_folder)


def test_a_closed_session_speaks_as_nobody(begin, person):
    with begin() as records:
        token, other = records.sessions.open(person, "api"), records.sessions.open(person, "web")
        records.sessions.close(token)
        records.sessions.close("no such session")
        assert records.sessions.person(token) is None
        assert records.sessions.person(other) == person


def test_sessions_that_spoke_as_one_begin_anew_each_as_another(begin, person):
    with begin() as records:
        tokens = [records.sessions.open(person, "api"), records.sessions.open(person, "web")]
        records.sessions.begin_anew(person, records.people.create)
        assert len({person, *(records.sessions.person(token) for token in tokens)}) == 3


# --- buttons ----------------------------------------------------------------------------------------------------------


def test_a_button_is_one_persons_own(begin, person):
    with begin() as records:
        other = records.people.create()
        mine, twin = records.choices.replace(person, [("Yes", "affirm"), ("Yes", "affirm")])
        (theirs,) = records.choices.replace(other, [("No", "deny")])
        assert len({mine, twin, theirs}) == 3
        assert records.choices.payload(person, mine) == "affirm"
        assert records.choices.payload(other, mine) is None
        assert records.choices.payload(person, theirs) is None
        assert records.choices.payload(person, "affirm") is None


def test_new_buttons_put_old_ones_out_of_use(begin, person):
    with begin() as records:
        (old,) = records.choices.replace(person, [("Yes", "affirm")])
        (new,) = records.choices.replace(person, [("Yes", "affirm")])
        assert records.choices.payload(person, old) is None
        assert records.choices.payload(person, new) == "affirm"
        assert records.choices.replace(person, []) == []
        assert records.choices.payload(person, new) is None


# --- copies -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "good"), [(0, True), (1, True), (29, True), (30, True), (31, False), (10_000, False)]
)
def test_a_link_to_a_copy_is_good_for_half_an_hour(begin, person, clock, minutes, good):
    with begin() as records:
        link = records.copies.link(person)
        clock.move(minutes=minutes)
        if good:
            assert records.copies.person(link) == person
        else:
            with pytest.raises(CopyExpiredError):
                records.copies.person(link)


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-2], lambda t: t[:-2] + "AA", lambda t: "", lambda t: "é" * 40, str.upper]
)
def test_an_altered_link_opens_nothing(begin, person, spoil):
    with begin() as records:
        link = records.copies.link(person)
        with pytest.raises(CopyExpiredError):
            records.copies.person(spoil(link))


def test_a_link_does_not_name_its_person(begin, person):
    with begin() as records:
        assert person not in records.copies.link(person)


def test_own_copy_of_a_forgotten_person_is_gone(begin, person):
    from bot.stages.share_pages import SharedPages

    with begin() as records:
        link = records.copies.link(person)
        records.people.forget(person, "person")
        records.commit()
    with pytest.raises(CopyExpiredError):
        SharedPages(begin).own_copy(link)


def test_own_copy_needs_a_standing_yes(begin, person):
    from bot.model.draft import Draft, Kind
    from bot.records.consent import Purpose
    from bot.stages.share_pages import SharedPages

    lines = Draft().adding(Heading.PLEASE_DO, Kind.ADDED, -1, "knock first").lines
    with begin() as records:
        records.consents.give(person, Purpose.KEEP)
        records.summaries.keep(person, Door.ME, lines)
        link = records.copies.link(person)
        records.commit()
    shown = SharedPages(begin).own_copy(link)
    assert (shown.recipient, shown.expires_at, shown.version) == ("", None, 1)
    assert shown.sections[0].lines[0].words == "knock first"
    with begin() as records:
        records.consents.withdraw(person, Purpose.KEEP)
        records.commit()
    with pytest.raises(CopyExpiredError):
        SharedPages(begin).own_copy(link)


# --- places -----------------------------------------------------------------------------------------------------------

maybe = lambda kind: st.none() | st.sampled_from(list(kind))  # noqa: E731
positions = st.builds(
    Position,
    question=maybe(Question),
    door=maybe(Door),
    welcomed=st.booleans(),
    topic=st.integers(0, 9),
    focus=st.builds(
        Focus,
        page=st.integers(0, 4),
        topics=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(list(Topic))), max_size=3).map(tuple),
        asked=st.lists(st.sampled_from(list(Once)), max_size=3).map(tuple),
        last=st.integers(0, 9),
    ),
    line=st.sampled_from(["", "l3"]),
    heading=maybe(Heading),
    sections=st.lists(st.sampled_from(list(Heading)), max_size=3).map(tuple),
    days=st.integers(0, 365),
    trail=st.lists(st.tuples(st.sampled_from(list(Question)), st.integers(0, 9)), max_size=4).map(tuple),
    returning_to=maybe(Question),
    after_door=maybe(Stage),
    asked=maybe(Asked),
    told=maybe(Told),
)


@given(positions)
def test_a_place_reads_back_as_it_was(position):
    import json

    assert Position.from_json(json.loads(json.dumps(position.to_json()))) == position


def test_a_place_survives_the_store_and_two_months(begin, person, clock):
    there = Position(Question.FOCUS_WHY, Door.CLOSE, welcomed=True, topic=2, trail=((Question.FOCUS_WHAT, 2),))
    with begin() as records:
        records.people.place(person, there)
        records.commit()
    clock.move(days=60)
    with begin() as records:
        assert records.people.position(person) == there


def test_a_name_from_another_version_is_left_out():
    assert Position.from_json({"welcomed": True, "mood": "sunny"}) == Position(welcomed=True)


def test_a_question_from_another_version_leaves_nothing_open():
    """Going back to an older release must not lock anybody out."""
    assert Position.from_json({"question": "later_still", "welcomed": True}) == Position(welcomed=True)
    assert Position.from_json({"trail": [["later_still", 0], ["focus_what", 1]]}).trail == ((Question.FOCUS_WHAT, 1),)
    assert Position.from_json({"sections": ["hobbies", "support"]}).sections == (Heading.SUPPORT,)
    elsewhere = {"focus": {"topics": [[0, "pets"], [1, "people"]], "asked": ["weather", "order"], "mood": 1}}
    assert Position.from_json(elsewhere).focus == Focus(topics=((1, Topic.PEOPLE),), asked=(Once.ORDER,))


ANSWERED_IN_OWN_WORDS = {
    Question.PLAN_WHO,
    Question.PLAN_OTHERS,
    Question.PLAN_WHEN,
    Question.PLAN_WHERE,
    Question.PLAN_HOPE,
    Question.PLAN_HARD,
    Question.PLAN_TONE,
    Question.PLAN_WORDS,
    Question.FOCUS_WHAT,
    Question.FOCUS_WHY,
    Question.FOCUS_SUPPORT,
    Question.FOCUS_MORE,
    Question.FOCUS_PLACE,
    Question.FOCUS_DO,
    Question.FOCUS_DO_NOT,
    Question.FOCUS_CARING,
    Question.RECORD_CHANGE_WORDS,
    Question.RECORD_ADD_WORDS,
    Question.REFLECT_HOW,
    Question.REFLECT_LEARNED,
    Question.REFLECT_UNSAID,
    Question.REFLECT_NOW,
    Question.REFLECT_NEXT,
    Question.REFLECT_AGAIN,
    Question.SHARE_WHO,
    Question.SHARE_CALLED,
    Question.SHARE_AFTER_WHO,
    Question.SHARE_AFTER_TRUSTED,
    Question.IMPROVE_ANSWER,
    Question.IMPROVE_NOT_RIGHT,
    Question.RECORD_HELPED,
    Question.RECORD_PASTE,
}


@pytest.mark.parametrize("question", [None, *Question])
def test_every_question_says_how_an_answer_is_read(question):
    expecting = replace(Position(), question=question).expecting
    if question is None:
        assert expecting is Expecting.OPEN
    else:
        assert expecting is (Expecting.ANSWERING if question in ANSWERED_IN_OWN_WORDS else Expecting.CHOOSING)


# --- the database -----------------------------------------------------------------------------------------------------


def test_upgrading_twice_does_nothing_more(database_url):
    assert migrate.is_current(database_url)
    migrate.upgrade(database_url)
    assert migrate.is_current(database_url)


def test_a_store_without_tables_is_not_current(empty_database_url):
    assert not migrate.is_current(empty_database_url)


def test_the_migrations_make_the_tables_that_the_code_expects(database):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 5000)],
)
def test_the_database_is_opened_safely(tmp_path, pragma, value):
    database = connect(f"sqlite:///{tmp_path / 'new.db'}")
    with database.connect() as connection:
        assert connection.execute(text(f"pragma {pragma}")).scalar() == value
    database.dispose()


def test_a_moment_without_a_zone_is_refused(begin, person):
    with begin() as records, pytest.raises(StatementError, match="without a time zone"):
        records.drafts.drop_older_than(datetime(2026, 1, 1))  # noqa: DTZ001


def test_what_is_not_committed_is_not_there(begin):
    with begin() as records:
        person = records.people.create()
    with begin() as records:
        assert not records.people.exists(person)
