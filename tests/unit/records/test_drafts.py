"""Drafts: sealed, one a person, gone when empty or old."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.draft import Draft, Kind, Line, in_order
from bot.model.headings import Heading
from bot.store.tables.people import DraftRow

WHAT, WHY, SUPPORT, ADDED = Kind.WHAT, Kind.WHY, Kind.SUPPORT, Kind.ADDED
IMPORTANT = Heading.MOST_IMPORTANT
words = st.text(st.characters(exclude_categories=["Cs"]))
lines = st.lists(
    st.builds(
        Line,
        st.uuids().map(str),
        st.sampled_from(list(Heading)),
        st.sampled_from(list(Kind)),
        st.integers(-1, 5),
        words,
    ),
    max_size=12,
)
drafts = st.builds(Draft, lines.map(tuple), words, words, st.integers(1, 99))


@given(drafts)
def test_a_draft_reads_back_as_it_was(draft):
    import json

    assert Draft.from_json(json.loads(json.dumps(draft.to_json()))) == draft


@pytest.mark.parametrize(
    "said",
    [
        "my garden",
        "{words} %s {0} {{}}",
        "<b>bold</b> & \"quotes\" 'single'",
        "\u05d4\u05d2\u05df \u05e9\u05dc\u05d9",
        "😀" * 50,
        "x" * 20_000,
        "two\n\nparagraphs\n",
        "\u2028 line \u2029 paragraph",
    ],
)
def test_words_come_back_exactly(begin, person, said):
    draft = Draft(opening=said, recipient=said).adding(IMPORTANT, WHAT, 0, said)
    with begin() as records:
        records.drafts.put(person, draft)
        records.commit()
    with begin() as records:
        assert records.drafts.get(person) == draft


def test_there_is_one_a_person(begin, person):
    with begin() as records:
        records.drafts.put(person, Draft(opening="one"))
        records.drafts.put(person, Draft(opening="two"))
        records.commit()
        assert records._session.query(DraftRow).count() == 1
        assert records.drafts.get(records.people.create()) == Draft()
        assert records.drafts.get(person).opening == "two"


@pytest.mark.parametrize("left", [Draft(opening="x"), Draft(recipient="x"), Draft().adding(IMPORTANT, WHAT, 0, "x")])
def test_a_draft_with_anything_in_it_is_stored(begin, person, left):
    with begin() as records:
        records.drafts.put(person, left)
        assert records.drafts.get(person) == left


def test_an_empty_draft_is_no_row(begin, person):
    with begin() as records:
        records.drafts.put(person, Draft(opening="x", next_line=7))
        records.drafts.put(person, Draft(next_line=7))
        records.commit()
        assert records._session.query(DraftRow).count() == 0


def test_old_drafts_go(begin, person, clock):
    with begin() as records:
        other = records.people.create()
        records.drafts.put(person, Draft(opening="old"))
        clock.move(days=2)
        records.drafts.put(other, Draft(opening="new"))
        assert records.drafts.drop_older_than(clock.now() - timedelta(days=1)) == 1
        records.commit()
    with begin() as records:
        assert records.drafts.get(person) == Draft()
        assert records.drafts.get(other).opening == "new"


def test_writing_makes_a_draft_young_again(begin, person, clock):
    with begin() as records:
        records.drafts.put(person, Draft(opening="old"))
        clock.move(days=2)
        records.drafts.put(person, Draft(opening="old, and more"))
        assert records.drafts.drop_older_than(clock.now() - timedelta(days=1)) == 0


# --- lines in order ---------------------------------------------------------------------------------------------------


@given(lines)
def test_putting_in_order_loses_no_line(given_lines):
    """Two whys of one topic do not happen; with at most one, every line is there once."""
    whys = {}
    unique = [li for li in given_lines if li.kind is not WHY or whys.setdefault(li.topic, li) is li]
    whats = {}
    unique = [li for li in unique if li.kind is not WHAT or whats.setdefault(li.topic, li) is li]

    assert sorted(in_order(unique), key=lambda li: li.id) == sorted(unique, key=lambda li: li.id)


def test_a_why_follows_its_what_and_headings_keep_their_order():
    draft = (
        Draft()
        .adding(Heading.ALSO_KNOW, ADDED, -1, "bees")
        .adding(IMPORTANT, WHAT, 0, "garden")
        .adding(Heading.SUPPORT, SUPPORT, 0, "chair")
        .adding(IMPORTANT, WHAT, 1, "dog")
        .adding(IMPORTANT, WHY, 0, "married there")
        .adding(IMPORTANT, WHY, 1, "company")
    )
    assert [li.words for li in draft.in_order] == ["garden", "married there", "dog", "company", "chair", "bees"]
    first = draft.first(draft.said(WHAT, 1).id)
    assert [li.words for li in first.in_order] == ["dog", "company", "garden", "married there", "chair", "bees"]
    alone = draft.without(draft.said(WHAT, 0).id)
    assert [li.words for li in alone.in_order] == ["dog", "company", "married there", "chair", "bees"]


def test_a_line_that_is_not_there_changes_nothing():
    draft = Draft().adding(IMPORTANT, WHAT, 0, "garden")

    assert draft.first("l9") == draft.without("l9") == draft.with_words("l9", "x") == draft
    assert draft.line("l9") is None


def test_line_ids_are_never_used_again():
    draft = Draft().adding(IMPORTANT, WHAT, 0, "one")
    draft = draft.without("l1").adding(IMPORTANT, WHAT, 0, "two")

    assert [li.id for li in draft.lines] == ["l2"]
