"""The arithmetic of the measurements."""

import pytest

from bench.figures import Spread, median, p95, percentile, ratios, spread, turns_between


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([7.0], 0.95, 7.0), ([1.0, 2.0], 0.5, 1.5), ([3.0, 1.0, 2.0], 0, 1.0), ([3.0, 1.0, 2.0], 1, 3.0)],
)
def test_a_percentile_lies_between_the_two_nearest_values(values, share, expected):
    assert percentile(values, share) == expected


def test_one_slow_turn_in_twenty_one_is_just_above_the_p95():
    assert p95([10.0] * 20 + [500.0]) == 10.0
    assert p95([10.0] * 19 + [500.0] * 2) == 500.0


def test_ratios_are_taken_round_by_round_so_a_busy_moment_cancels_out():
    quiet, busy = ([10.0, 12.0, 14.0], [20.0, 24.0, 28.0]), ([100.0], [200.0])
    assert ratios([quiet, busy], median) == Spread(0.5, 0.5, 0.5, 2)


def test_a_spread_tells_least_and_most():
    assert spread([3.0, 1.0, 2.0]) == Spread(2.0, 1.0, 3.0, 3)


def test_turns_are_counted_from_one_and_both_ends_belong():
    assert turns_between([float(turn) for turn in range(1, 31)], 10, 12) == [10.0, 11.0, 12.0]
