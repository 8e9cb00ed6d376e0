"""Phone spelling is spelled out, and a number stays a number."""

import pytest

from bot.safety.text_speak import spelled_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("i want 2 die", "i want to die"),
        ("will u b there 4 me 2nite", "will you be there for me tonight"),
        ("dont tell any1 b4 2moro", "dont tell anyone before tomorrow"),
        ("its 2 late", "its too late"),
        ("no1 would care", "no one would care"),
    ],
)
def test_phone_spelling_is_spelled_out(typed, meant):
    assert spelled_out(typed) == meant


@pytest.mark.parametrize(
    "words",
    [
        "i want 2 tablets",
        "we have 2 sons and 4 grandkids",
        "4 tea",
        "i took 2 the other day",
        "she is 4 my little girl",
        "Mr R came at 2",
        "ward 4",
        "stage 4 the doctor said",
        "1 or 2 me and dad",
        "at 2:30",
    ],
)
def test_a_number_stays_a_number(words):
    assert spelled_out(words) == words
