"""Days that will not do, however it is put; and words in which a day is named that will."""

import pytest

from bot.understanding.ruled_out import without_ruled_out

OUT = [
    "not sunday", "he cant do sunday", "anytime but saturday", "any day except friday", "sunday's no good",
    "can't do mondays", "she's away on friday", "I'm at chemo on tuesday", "sunday won't work for him",
    "it can't be thursday", "busy tuesday", "anything but a sunday", "sunday is out", "he works saturdays",
    "not this week", "she wont be here at the weekend", "any day apart from wednesday", "mondays are bad for us",
    "weekends dont work", "we cant make friday", "i'm not free sunday", "she's got a hospital appointment on thursday",
    "not tuesday or wednesday", "anytime other than monday morning", "cant be the 12th", "sunday i'm busy",
    "sundays hes at church", "i dont want it to be sunday", "neither of us can do friday", "that day's no good",
    "sundays never work", "my brother isnt around at the weekend",
]  # fmt: skip
WILL_DO = [
    "", "sunday", "sunday after lunch", "monday after tea when the boys are out", "not before friday", "after sunday",
    "monday, not too early", "sunday if she's well enough", "can't we do sunday?", "why not sunday",
    "saturday or sunday", "sunday when dad is out", "when he is at work on monday",
    "when the kids are at school friday", "i don't mind sunday", "sunday would not be bad", "sunday isnt bad",
    "not until friday", "she is coming on sunday", "i can't do it before sunday", "sunday, no later than 3",
    "sunday works for her", "tomorrow, he is off work", "sunday is fine for him", "sunday no problem",
    "friday when my wife is working", "before my op on the 12th", "don't forget sunday", "sundays at my mums",
]  # fmt: skip


@pytest.mark.parametrize("words", OUT)
def test_a_day_that_will_not_do(words):
    left = without_ruled_out(words)
    assert left is not None
    assert not any(day in left for day in ("day", "week", "12"))


@pytest.mark.parametrize("words", WILL_DO)
def test_no_day_is_ruled_out(words):
    assert without_ruled_out(words) is None


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("not sunday, monday", "monday"),
        ("not sunday but monday at 2", "but monday at 2"),
        ("saturday, he can't do sunday", "saturday. he"),
        ("he's busy sunday so monday", "so monday"),
        ("any day but sunday, maybe tuesday", "maybe tuesday"),
    ],
)
def test_what_is_said_besides_stays(words, left):
    assert without_ruled_out(words) == left
