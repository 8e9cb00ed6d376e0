"""The ledger: each decision says to what, how and by whom, and none is changed or taken out."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.model.consent import HowSaid
from bot.model.headings import Heading
from bot.model.position import Door
from bot.records.consent import Purpose
from bot.store.tables.people import ConsentRow
from tests.unit.records.chain import AGREED, ROWS, live, verified


@pytest.fixture
def lived(begin, person, clock):
    return live(begin, person, clock)


def test_a_decision_says_to_what_how_and_by_whom(begin, person, clock):
    until = clock.now() + timedelta(days=7)
    with begin() as records:
        records.consents.said = HowSaid("telegram", "pressed")
        records.consents.give(person, Purpose.KEEP, door=Door.WRITING)
        records.shares.create(person, "Aunt May", (Heading.SUPPORT,), until, Door.WRITING)
        records.commit()
    with begin() as records:
        keep, share = records._session.query(ConsentRow).order_by(ConsentRow.number)
    assert (keep.channel, keep.manner, keep.door, keep.expires_at) == ("telegram", "pressed", "writing", None)
    assert (share.sections, share.expires_at, share.door) == (["support"], until, "writing")


def test_a_yes_ends_on_its_day_whatever_else_says_so(begin, person, clock):
    with begin() as records:
        until = clock.now() + timedelta(days=7)
        records.consents.give(person, Purpose.KEEP)
        share = records.shares.create(person, "Aunt May", (Heading.SUPPORT,), until, Door.ME)
        assert records.consents.stands(person, Purpose.SHARE, share.id)
        clock.move(days=7)
        assert not records.consents.stands(person, Purpose.SHARE, share.id)
        records.consents.withdraw(person, Purpose.SHARE, share.id)
        assert [row.decision for row in records._session.query(ConsentRow).filter_by(subject=share.id)] == [
            "given",
            "withdrawn",
        ]


@pytest.mark.parametrize(
    "change",
    [
        "update consents set decision = 'given'",
        "update consents set number = number + 100",
        "delete from consents",
        "delete from consents where decision = 'withdrawn'",
        pytest.param(
            f"insert or replace into consents (number, {AGREED}) select number, {AGREED} from consents",
            marks=pytest.mark.only_on("sqlite"),
        ),
        pytest.param("truncate consents", marks=pytest.mark.only_on("postgresql")),
        pytest.param("truncate people cascade", marks=pytest.mark.only_on("postgresql")),
    ],
)
def test_the_database_refuses_to_change_the_ledger(begin, database, lived, change):
    with pytest.raises(Exception, match="append-only"), database.begin() as connection:
        connection.execute(text(change))
    assert verified(begin).rows == ROWS


@pytest.mark.parametrize("change", ["update audit_links set seals = ''", "delete from audit_links"])
def test_the_database_refuses_to_change_links(begin, database, lived, change):
    with pytest.raises(Exception, match="append-only"), database.begin() as connection:
        connection.execute(text(change))


def test_letting_everything_go_takes_every_yes_back(begin, lived):
    with begin() as records:
        records.consents.give(lived, Purpose.KEEP)
        records.summaries.drop_all(lived)
        records.people.renew_key_if_nothing_kept(lived)
        records.commit()
    with begin() as records:
        assert not records.consents.stands(lived, Purpose.KEEP)
        for row in records._session.query(ConsentRow).filter_by(purpose="share", decision="given"):
            assert not records.consents.stands(lived, Purpose.SHARE, row.subject)
    assert verified(begin).rows
