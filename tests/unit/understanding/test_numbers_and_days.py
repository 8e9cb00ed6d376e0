"""Typed numbers, changes to a numbered line, and lengths of time: read word for word, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.answers import days, line_command, number

NUMBERS = [
    ("1", 5, 1),
    ("5", 5, 5),
    ("6", 5, None),
    ("0", 5, None),
    ("2.", 5, 2),
    ("2)", 5, 2),
    ("#2", 5, 2),
    (" 2 ", 5, 2),
    ("two", 5, 2),
    ("Two!", 5, 2),
    ("the second", 5, 2),
    ("the second one please", 5, 2),
    ("line 3", 5, 3),
    ("number three", 5, 3),
    ("last", 5, 5),
    ("the last one", 5, 5),
    ("last", 1, 1),
    ("first", 5, 1),
    ("one", 5, 1),
    ("number one", 5, 1),
    ("it's 2", 5, 2),
    ("remove 2", 5, 2),
    ("take out line 4 please", 5, 4),
    ("ten", 5, None),
    ("ten", 10, 10),
    ("1000", 5, None),
    ("99999999999999999999", 5, None),
    ("٣", 5, 3),
    ("", 5, None),
    ("1", 0, None),
    ("last", 0, None),
    ("🙂", 5, None),
    # a number on the way to saying something else
    ("I have two cats", 5, None),
    ("no not that one", 5, None),
    ("none of them", 5, None),
    ("not 2", 5, None),
    ("1 or 2", 5, None),
    ("1 and 2", 5, None),
    ("the one about Mum", 5, None),
    ("any one", 5, None),
    ("one of my sons", 5, None),
    ("first of all, thank you", 5, None),
    ("at last", 5, None),
    ("2 things", 5, None),
    ("someone", 5, None),
    ("one day", 5, None),
    ("leave 2", 5, None),
    ("don't remove 2", 5, None),
]


@pytest.mark.parametrize(("text", "most", "expected"), NUMBERS)
def test_number(text, most, expected):
    assert number(text, most) == expected


LINE_COMMANDS = [
    ("change 2", ("change", "2")),
    ("Change line 2.", ("change", "2")),
    ("please edit the second one", ("change", "second")),
    ("can you reword number three", ("change", "three")),
    ("take out 2", ("remove", "2")),
    ("Would you kindly change line 1", ("change", "1")),
    ("cross out line 1 please", ("remove", "1")),
    ("delete 3", ("remove", "3")),
    ("remove the last line", ("remove", "last")),
    ("put 3 first", ("move", "3")),
    ("move 3 to the top", ("move", "3")),
    ("put line two first please", ("move", "two")),
    ("take out 12345", None),
    ("change", None),
    ("change it", None),
    ("delete everything", None),
    ("take out the dog", None),
    ("remove the one about cats", None),
    ("take out the last bit about Mum", None),
    ("change one thing for me", None),
    ("put first things first", None),
    ("delete one of them", None),
    ("don't remove 2", None),
    ("never take out 2", None),
    ("I would move 2 miles for her", None),
    ("remove 2 of them", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), LINE_COMMANDS)
def test_line_command(text, expected):
    assert line_command(text) == expected


DAYS = [
    ("a week", 7),
    ("1 week", 7),
    ("two weeks", 14),
    ("a fortnight", 14),
    ("A month.", 30),
    ("for 3 months please", 90),
    ("30 days", 30),
    ("30days", 30),
    ("one day", 1),
    ("an year", 365),
    ("a year", 365),
    ("365 days", 365),
    ("six months", 180),
    ("366 days", None),
    ("two years", None),
    ("13 months", None),
    ("0 days", None),
    ("0 weeks", None),
    ("9999 days", None),
    ("10000000000000 days", None),
    ("for ever", None),
    ("until I die", None),
    ("ten years", None),
    ("", None),
    ("7", None),
    ("week", None),
    ("🙂", None),
    ("weekend", None),
    ("a week or two", 7),
    ("1.5 months", None),
    ("half a year", None),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days(text, expected):
    assert days(text) == expected


@given(st.integers(-5, 10**30), st.sampled_from(["{}", "line {}", "the {}", "take out {}", "{} please", "{}."]))
def test_numbers_of_any_size(value, shape):
    found = number(shape.format(abs(value)), 7)
    assert found == (abs(value) if 1 <= abs(value) <= 7 else None)
