"""Everything that is held about a person: all of it, of nobody else, with nothing in it that opens anything."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import LargeBinary, update

from bot.model.complaint import AnsweredBy
from bot.model.draft import Draft, Kind
from bot.model.headings import Heading
from bot.model.plan import Plan
from bot.model.position import Door
from bot.model.reflection import Reflection
from bot.model.release import Plan as AfterDeathPlan
from bot.model.saying import Said, Say
from bot.records.commitments import Promise
from bot.records.consent import Purpose
from bot.records.copies import CopyExpiredError
from bot.records.everything import LOCKED
from bot.records.held import GIVEN, NOT_GIVEN
from bot.records.own_copies import OwnCopies
from bot.store.tables import Table
from bot.store.tables.people import PersonRow, SessionRow, ShareRow
from tests.unit.team_store import CARE, actions, newcomer, staff

NUMBER = 77_120_034
LISTED = {held.table: held for held in GIVEN}


def gathered(begin, person):
    with begin() as records:
        held = records.everything.gather(person)
        records.commit()
    return held


def as_text(held):
    return json.dumps(held, default=str, ensure_ascii=False)


# --- nothing is forgotten ---------------------------------------------------------------------------------------------


def about_a_person():
    """Every table with a person in it: by its columns, or by what it belongs to."""
    tables = {
        table for table in Table.__subclasses__() if {"person_id", "chat_id"} & set(table.__table__.columns.keys())
    }
    tables.add(PersonRow)
    while True:
        names = {table.__tablename__ for table in tables}
        more = {
            table
            for table in Table.__subclasses__()
            if names & {key.column.table.name for key in table.__table__.foreign_keys}
        }
        if more <= tables:
            return tables
        tables |= more


def test_each_table_about_a_person_is_given_or_there_is_a_reason():
    listed = {*LISTED, *NOT_GIVEN}

    assert sorted(table.__tablename__ for table in about_a_person() - listed) == []
    assert not set(LISTED) & set(NOT_GIVEN)
    assert all(NOT_GIVEN.values())


def test_a_new_table_about_a_person_would_be_noticed():
    assert {"turns", "openings", "team_openings", "telegram_messages", "people"} <= {
        table.__tablename__ for table in about_a_person()
    }


@pytest.mark.parametrize("held", GIVEN, ids=lambda held: held.name)
def test_each_sealed_column_is_opened_or_there_is_a_reason_and_no_other_bytes_are_given(held):
    columns = held.table.__table__.columns
    binary = {column.name for column in columns if isinstance(column.type, LargeBinary)}

    assert binary == {f"sealed_{name}" for name in held.sealed} | (binary & set(held.left_out))
    assert set(held.left_out) <= set(columns.keys())
    assert all(held.left_out.values())


@pytest.mark.parametrize("held", GIVEN, ids=lambda held: held.name)
def test_no_column_that_opens_something_is_given(held):
    for name in set(held.table.__table__.columns.keys()) - set(held.left_out):
        assert not any(part in name for part in ("hash", "key", "token", "pin_", "secret", "code", "chat"))


# --- what is in it ----------------------------------------------------------------------------------------------------


def live(begin, person, mark, clock):
    """Leave something in every table, with a mark in all words; return what must not be given out."""
    with begin() as records:
        draft = Draft(
            opening=f"{mark} opening",
            plan=Plan(who=f"{mark} plan"),
            reflections=(Reflection(learned=f"{mark} reflection"),),
        ).adding(Heading.PEOPLE, Kind.ADDED, -1, f"{mark} draft")
        records.drafts.put(person, draft)
        records.consents.give(person, Purpose.KEEP)
        for number in (1, 2):
            lines = Draft().adding(Heading.MOST_IMPORTANT, Kind.WHAT, 0, f"{mark} version {number}").lines
            records.summaries.keep(person, Door.ME, lines, f"{mark} helped")
        link = records.shares.create(
            person, f"{mark} reader", (Heading.MOST_IMPORTANT,), clock.now() + timedelta(days=7), Door.ME
        )
        records.shares.unlock(link.token, matches=True)
        plan = AfterDeathPlan((Heading.MOST_IMPORTANT,), (f"{mark} heir",), (f"{mark} one", f"{mark} two"), Door.ME, 7)
        links = records.releases.set_up(person, plan)
        token = records.sessions.open(person, "web")
        code = records.joining.make(person, "telegram")
        records.choices.replace(person, [("Yes", "affirm")])
        told = records.turns.begin(person, "m1", Said("", f"{mark} told"), understood=False)
        records.turns.apply(told, "inform", [Say("utter_share_link", {"pin": f"{mark} pin"})])
        records.turns.begin(person, "m2", Said("", f"{mark} waiting"), understood=False)
        records.reminders.set(person, clock.now() + timedelta(days=1))
        records.complaints.send(person, f"{mark} complaint", AnsweredBy(f"{mark} named", "lead", 10))
        records.commit()
    until = clock.now() + timedelta(days=30)
    with begin() as records:
        shared = records.teamwork.share(person, CARE, f"{mark} called", (Heading.MOST_IMPORTANT,), until, Door.ME)
        records.commit()
    with begin() as records:
        owen = staff("a2")
        seen = records.teamwork.shares.for_staff(owen, shared)
        records.teamwork.shares.opened(seen, owen, 2, "shared notes opened")
        records.teamwork.commitments.add(seen, "a2", Promise(2, "l1", "planned", f"{mark} promise", date(2026, 12, 1)))
        question = records.teamwork.questions.ask(seen, "a2", f"{mark} question")
        records.commit()
    opens = [part for each in links for part in (each.token, each.pin)]
    return [link.token, link.pin, token, code, *opens], question


def test_everything_is_there_and_nobody_elses(begin, person, teams, clock):
    secrets, _ = live(begin, person, "heron", clock)
    with begin() as records:
        other = records.people.create()
        records.commit()
    live(begin, other, "kittiwake", clock)
    held = gathered(begin, person)
    said = as_text(held)

    for word in (
        *("opening", "plan", "reflection", "draft", "version 1", "version 2", "helped", "reader", "called"),
        *("waiting", "complaint", "named", "promise", "question", "heir", "one", "two"),
    ):
        assert f"heron {word}" in said, word
    assert "kittiwake" not in said
    assert other not in said
    for secret in secrets:
        assert secret not in said
    assert "heron pin" not in said
    assert [name for name, rows in held.items() if not rows] == ["team_reflections", "telegram"]
    assert held["team_shares"][0]["team"] == CARE
    assert held["kept_versions"][0]["lines"] == [
        {"heading": "What is most important to me", "kind": "what", "words": "heron version 1"}
    ]


def test_no_hash_or_key_of_the_store_is_in_it(begin, person, teams, clock):
    live(begin, person, "heron", clock)
    with begin() as records:
        kept = [records._session.query(PersonRow).one().wrapped_key.hex()]
        kept += [row.pin_hash for row in records._session.query(ShareRow)]
        kept += [row.token_hash for table in (ShareRow, SessionRow) for row in records._session.query(table)]
    said = as_text(gathered(begin, person))

    for secret in kept:
        assert secret not in said


def test_gathering_is_audited_and_the_entry_is_in_it(begin, person):
    held = gathered(begin, person)

    assert actions(begin, person)[-1] == ("person", "everything gathered", "")
    assert held["audit"][-1]["action"] == "everything gathered"


def test_what_a_team_wrote_for_itself_is_in_it(begin, kept, shared):
    with begin() as records:
        seen = records.teamwork.shares.for_staff(staff("a1"), shared)
        records.teamwork.reflections.add(seen, "a1", 1, together=False, people=1, words="we sat down first")
        records.commit()

    assert gathered(begin, kept)["team_reflections"][0]["words"] == "we sat down first"


def test_a_chat_on_telegram_is_named_by_its_number(begin, person):
    with begin() as records:
        chat = records.telegram._rows.opened(NUMBER)
        records._session.add(
            SessionRow(token_hash=chat.id, person_id=person, channel="telegram", created_at=records.clock.now())
        )
        records.commit()
    held = gathered(begin, person)

    assert held["telegram"] == [{"chat": NUMBER}]
    assert chat.id not in as_text(held)


def test_kept_versions_are_in_it_only_while_the_yes_stands(begin, kept):
    assert len(gathered(begin, kept)["kept_versions"]) == 1
    with begin() as records:
        records.consents.withdraw(kept, Purpose.KEEP)
        records.commit()
    held = gathered(begin, kept)

    assert held["kept_versions"] == []
    assert "my garden at dusk" not in as_text(held)


def test_what_no_key_opens_any_more_holds_nothing_up(begin, kept, clock, database):
    with begin() as records:
        records.shares.create(kept, "Dr Example", (Heading.PEOPLE,), clock.now() + timedelta(days=7), Door.ME)
        records.commit()
    with database.begin() as connection:
        connection.execute(update(ShareRow).values(sealed_recipient=b"sealed with a key that is gone"))

    assert gathered(begin, kept)["shares"][0]["recipient"] == LOCKED


def test_it_is_reached_by_the_persons_own_link_without_a_kept_summary(begin, person, clock):
    with begin() as records:
        link = records.copies.link(person)
    copies = OwnCopies(begin)

    assert copies.everything(link)["person"][0]["random_number"] == person
    clock.move(minutes=31)
    with pytest.raises(CopyExpiredError):
        copies.everything(link)


def test_of_somebody_who_was_forgotten_there_is_nothing(begin, person):
    with begin() as records:
        link = records.copies.link(person)
        records.people.forget(person, "person")
        records.commit()
    with pytest.raises(CopyExpiredError):
        OwnCopies(begin).everything(link)


def test_people_who_share_with_the_same_team_stay_apart(begin, kept, shared):
    newcomer(begin, called="Somebody Else")

    assert "Somebody Else" not in as_text(gathered(begin, kept))
