"""The arithmetic of how well messages are understood, on figures worked out by hand or in the literature."""

from math import isnan

import pytest

from bench.understanding.calibration import expected_error, tenths
from bench.understanding.lines import Line
from bench.understanding.measures import Answer, reliability, scores, shares
from bench.understanding.scores import by_intent, confused, macro_f1
from bench.understanding.shares import Share, share


@pytest.mark.parametrize(
    ("count", "total", "least", "most"),
    [
        (15, 148, 0.0624, 0.1605),  # Newcombe 1998, table I
        (81, 263, 0.2553, 0.3662),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0),
    ],
)
def test_the_interval_is_wilsons(count, total, least, most):
    assert Share(count, total).interval == (pytest.approx(least, abs=1e-4), pytest.approx(most, abs=1e-4))


def test_a_share_of_nothing_says_nothing():
    assert share([]) == Share(0, 0)
    assert isnan(Share(0, 0).value)
    assert Share(0, 0).interval == (0.0, 1.0)


PAIRS = [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("b", "a"), ("b", "a"), ("c", "nlu_fallback")]


def test_scores_of_each_intent():
    found = by_intent(PAIRS)
    assert list(found) == ["a", "b", "c"]
    assert (found["a"].lines, found["a"].precision, found["a"].recall) == (3, 0.5, pytest.approx(2 / 3))
    assert found["a"].f1 == pytest.approx(4 / 7)
    assert (found["b"].precision, found["b"].recall, found["b"].f1) == (0.5, pytest.approx(1 / 3), pytest.approx(0.4))
    assert (found["c"].precision, found["c"].recall, found["c"].f1) == (0.0, 0.0, 0.0)


def test_macro_f1_counts_every_intent_the_same_and_leaves_out_what_it_is_told_to():
    found = by_intent(PAIRS)
    assert macro_f1(found) == pytest.approx((4 / 7 + 0.4) / 3)
    assert macro_f1(found, without={"c", "not there"}) == pytest.approx((4 / 7 + 0.4) / 2)
    assert isnan(macro_f1(found, without="abc"))


def test_the_commonest_mistakes_come_first():
    assert confused(PAIRS, 2) == [(("b", "a"), 2), (("a", "b"), 1)]


def test_calibration_by_tenths():
    found = tenths([(0.95, True), (1.0, True), (0.9, False), (0.25, False), (0.2, True)])
    assert [(each.least, each.right) for each in found] == [(0.2, Share(1, 2)), (0.9, Share(2, 3))]
    assert found[1].confidence == pytest.approx(0.95)
    assert expected_error(found) == pytest.approx((2 * abs(0.225 - 0.5) + 3 * abs(0.95 - 2 / 3)) / 5)
    assert isnan(expected_error([]))


def judged(*rows):
    return [(Line("words", state, label), Answer(intent, 0.9, safety)) for state, label, intent, safety in rows]


def test_shares_of_safety():
    found = shares(
        judged(
            ("open", "emergency", "suicidal", "suicidal"),
            ("answering", "suicidal", "suicidal", "suicidal"),
            ("open", "suicidal", "inform", None),
            ("open", "urgent_symptoms", "emergency", "emergency"),
            ("open", "ask_cpr", "passive_death_wish", "passive_death_wish"),
            ("open", "greet", "greet", None),
            ("answering", "inform", "inform", None),
        )
    )
    assert found["emergency or suicidal, answered as one of them or as a passive wish"] == Share(2, 3)
    assert found["suicidal, given its own reply"] == Share(1, 2)
    assert found["emergency, given its own reply"] == Share(0, 1)
    assert found["safeguarding, given its own reply"] == Share(0, 0)
    assert found["no crisis, answered as one"] == Share(1, 3)
    assert found["of these, talk of dying (the next four)"] == Share(1, 2)
    assert found["ask_…, answered as a crisis"] == Share(1, 1)
    assert found["inform, answered as a crisis"] == Share(0, 1)


def test_shares_while_a_question_waits():
    found = shares(
        judged(
            ("answering", "inform", "inform", None),
            ("answering", "inform", "share_summary", None),
            ("answering", "skip", "skip", None),
            ("answering", "skip", "go_back", None),
            ("answering", "ask_cpr", "inform", None),
            ("answering", "suicidal", "suicidal", "suicidal"),
            ("open", "inform", "greet", None),
        )
    )
    assert found["answering: a plain answer kept as one"] == Share(1, 2)
    assert found["answering: an interruption, the right intent"] == Share(1, 3)
    assert found["answering: an interruption, not taken for an answer"] == Share(2, 3)
    assert found["open: the right intent"] == Share(0, 1)


def test_only_the_open_state_is_scored_and_what_fell_back_claimed_nothing():
    rows = judged(
        ("open", "greet", "greet", None), ("open", "greet", "nlu_fallback", None), ("answering", "skip", "inform", None)
    )
    assert list(scores(rows)) == ["greet"]
    assert scores(rows)["greet"].recall == 0.5
    assert [each.right for each in reliability(rows)] == [Share(1, 1)]
