"""A gap of an hour, two days or a month changes nothing: the same question is open, the draft is there."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.system.stack import LASTING, Person, Stack

GAPS = {"61 minutes": timedelta(minutes=61), "2 days": timedelta(days=2), "30 days": timedelta(days=30)}


def let_time_pass(stack: Stack, gap: timedelta) -> None:
    """Move every moment in the record store into the past; the engine keeps no times at all."""
    moved = (datetime.now(UTC) - gap).strftime("%Y-%m-%d %H:%M:%S.%f")
    for statement in (
        "UPDATE people SET last_seen_at = ?, created_at = ?",
        "UPDATE drafts SET updated_at = ?",
        "UPDATE sessions SET created_at = ?",
        "UPDATE turns SET created_at = ?, answered_at = ?",
    ):
        stack.store(statement, *[moved] * statement.count("?"))


@pytest.mark.parametrize("question", LASTING)
def test_the_same_question_is_open_after_each_gap(stack: Stack, person: Person, question: str) -> None:
    person.reaches(question)
    before = person.last.messages[-1]["text"]
    for gap, length in GAPS.items():
        let_time_pass(stack, length)
        person.says("hello")
        assert person.last.messages[-1]["text"] == before, f"after {gap}"


def test_an_answer_after_a_month_is_the_answer_to_the_question_that_was_open(stack: Stack, person: Person) -> None:
    person.reaches("focus_why")
    let_time_pass(stack, GAPS["30 days"])
    assert "good support" in person.says("because it is where my children grew up").text


def test_a_draft_left_too_long_is_gone(stack: Stack, person: Person) -> None:
    person.reaches("focus_more")
    other = Person(stack.url)
    other.reaches("kept")
    let_time_pass(stack, timedelta(days=stack.settings.draft_days + 1))
    stack.kill("web")
    stack.start("web")  # retention runs at every start, then each minute
    stack.wait_until_ready()
    end_of_wait = datetime.now(UTC) + timedelta(seconds=20)
    nothing_kept = "SELECT count(*) FROM people WHERE id NOT IN (SELECT person_id FROM summaries)"
    while stack.store(nothing_kept)[0][0] and datetime.now(UTC) < end_of_wait:
        pass
    assert person.send(text="hello").status == 401
    assert "sitting in my garden" in other.says("my summary").text, "what was kept with consent stays"
