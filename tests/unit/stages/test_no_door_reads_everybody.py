"""Opening one person's record reads that person's rows: with ten thousand beside them it takes no longer.

Each statement behind a door is put to the database's own planner. A plan that walks a whole table, other than the few
teams there are, is a missing index.
"""

import json
import re
from collections.abc import Iterator

import pytest
from sqlalchemy import event

from bot.records.own_copies import OwnCopies
from bot.stages.share_pages import SharedPages
from bot.stages.team_pages import TeamPages
from bot.store.tables import Table
from tests.unit.stages.talking import at
from tests.unit.team_store import CARE, NAMES, SHARED, keep, staff

FEW_ROWS = {"teams", "named_keys"}
TABLES = {table.name for table in Table.metadata.sorted_tables} - FEW_ROWS


@pytest.fixture
def somebody(sharing):
    """Keeps two versions, shared with a team and by link, and was looked at by both."""
    begin, person = sharing.begin, sharing.person
    keep(begin, person)
    with begin() as records:
        until = records.teamwork.of(person)[0].expires_at
        kept = records.summaries.latest(person)
        made = records.shares.create(person, "May", SHARED, until, kept.door)
        copy, team_share = records.copies.link(person), records.teamwork.of(person)[0].id
        records.commit()
    at(sharing, None)
    sharing.made, sharing.copy, sharing.team_share = made, copy, team_share
    return sharing


def _own_copy(talk):
    SharedPages(talk.begin).own_copy(talk.copy)


def _by_link(talk):
    SharedPages(talk.begin).open(talk.made.token, talk.made.pin)


def _by_team(talk):
    TeamPages(talk.begin, lambda account: NAMES[account]).open(staff("a1"), talk.team_share)


def _everything(talk):
    OwnCopies(talk.begin).everything(talk.copy)


def _asking(intent):
    return lambda talk: talk.does(intent)


def _sharing_on(talk):
    with talk.begin() as records:
        until = records.teamwork.of(talk.person)[0].expires_at
        records.teamwork.share(talk.person, CARE, "", SHARED, until, records.summaries.latest(talk.person).door)
        records.commit()


def _stopping(talk):
    with talk.begin() as records:
        records.consents.withdraw_all(talk.person)
        records.commit()


DOORS = {
    "own copy": _own_copy,
    "by link and PIN": _by_link,
    "by a team": _by_team,
    "everything held": _everything,
    "summary in the chat": _asking("review_summary"),
    "who looked": _asking("ask_who_viewed"),
    "a new version": lambda talk: keep(talk.begin, talk.person),
    "sharing anew": _sharing_on,
    "taking everything back": _stopping,
}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_reads_the_rows_of_one_person_only(database, somebody, door):
    assert _walked(database, lambda: DOORS[door](somebody)) == []


def test_a_statement_without_an_index_would_be_seen(database, somebody):
    def look():
        with database.connect() as connection:
            connection.exec_driver_sql("SELECT * FROM openings WHERE opened_at IS NULL ORDER BY id")
            connection.exec_driver_sql("SELECT * FROM people WHERE id = 'nobody'")

    assert _walked(database, look) == ["openings"]


def _walked(database, look) -> list[str]:
    """The tables of which a statement, sent while looking, reads every row."""
    sent = {}

    def note(_connection, _cursor, statement, parameters, _context, many):
        sent.setdefault(statement, parameters[0] if many and isinstance(parameters, list) else parameters)

    event.listen(database, "before_cursor_execute", note)
    try:
        look()
    finally:
        event.remove(database, "before_cursor_execute", note)
    reads = {text: values for text, values in sent.items() if re.match(r"\s*(SELECT|UPDATE|DELETE)", text)}
    assert reads
    plans = _of_sqlite if database.dialect.name == "sqlite" else _of_postgresql
    with database.connect() as connection:
        return sorted({table for text, values in reads.items() for table in plans(connection, text, values)} & TABLES)


def _of_sqlite(connection, text, values) -> Iterator[str]:
    for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values):
        if found := re.match(r"SCAN ([a-z_]+?)(?:_\d+)?(?: |$)", row[3]):
            yield found[1]


def _of_postgresql(connection, text, values) -> Iterator[str]:
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # or small tables are walked, as is quickest there
    (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {text}", values).scalar_one()
    waiting = [(plan if isinstance(plan, dict) else json.loads(plan))["Plan"]]
    while waiting:
        node = waiting.pop()
        waiting += node.get("Plans", ())
        if "Relation Name" in node and "Scan" in node["Node Type"] and not node.keys() & {"Index Cond", "Recheck Cond"}:
            yield node["Relation Name"]
