"""Typed answers to questions that offer a choice: read word for word, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import answers
from bot.understanding.answers import (
    agrees_to,
    clean,
    days,
    door,
    leaves_it,
    lets_go_without_copy,
    line_command,
    number,
    plain_no,
    says_no,
    tells_of_illness,
    yes_or_no,
)

anything = st.text() | st.text(st.characters())

DOORS = [
    ("me", "me"),
    ("For me", "me"),
    ("It's for myself.", "me"),
    ("I am dying", "me"),
    ("I'm the one who is ill", "me"),
    ("my mum", "close"),
    ("My Mum and me", None),
    ("me and my husband", None),
    ("someone close to me", "close"),
    ("asking for my husband", "close"),
    ("my next-door neighbour", None),
    ("my neighbour", "close"),
    ("mum died", "grieving"),
    ("My wife died in May", "grieving"),
    ("we lost our baby", "grieving"),
    ("I am bereaved", "grieving"),
    ("my dad is dying", "close"),
    ("I am a volunteer", "helping"),
    ("I'm here to help others", "helping"),
    ("I volunteer at a hospice where my gran died", None),
    # first-person illness and "for me" come before anybody named in passing
    ("I am dying and my wife worries about me", "me"),
    ("I have cancer and my daughter is coming", "me"),
    ("its for me, my husband died last year", "me"),
    ("I want to plan my funeral", "me"),
    ("not for me, for my mum", "close"),
    ("my mum has cancer and is dying", "close"),
    ("My dad has motor neurone disease and we've not really talked about any of it", "close"),
    ("it's my wife. she has dementia and now cancer on top", "close"),
    ("my husband was told on Monday that he is terminal", "close"),
    ("I have cancer, my wife is ill too", "me"),
    ("they've sent another girl this morning who doesn't know her from Adam. I'm fed up with it", None),
    ("I'm fed up", "me"),
    ("my sister was a nurse for years in a hospital", None),
    ("my brother killed himself", "grieving"),
    ("my sister is back in the hospice this week, we hope", "close"),
    ("my mum's cancer", None),
    ("my mum is dying", "close"),
    ("I don't have cancer my mum does", None),
    ("it's for my mum who has cancer", "close"),
    ("I am her daughter", "close"),
    ("my daughter is a nurse and comes on Sundays", None),
    ("and then my daughter moved in to help me", None),
    # nobody has died
    ("nobody has died", None),
    ("I lost my job", None),
    ("I lost my mum", "grieving"),
    ("the funeral was hard to pay for", None),
    ("someone else", "close"),
    ("the summer", None),
    ("home", None),
    ("some", None),
    ("", None),
    ("🙂", None),
    ("mummy", None),
]


@pytest.mark.parametrize(("text", "expected"), DOORS)
def test_door(text, expected):
    assert door(text) == expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", True),
        ("Yes.", True),
        ("no", False),
        ("NO!!", False),
        ("no yes", None),
        ("maybe", None),
        ("", None),
        ("👍", None),
    ],
)
def test_yes_or_no(text, expected):
    assert yes_or_no(text) is expected


@pytest.mark.parametrize("text", ["no", "No.", "no thanks", "No, thank you", "nope", "nah"])
def test_a_plain_no(text):
    assert plain_no(text)


@pytest.mark.parametrize(
    "text",
    [
        "don't",
        "no don't",
        "I don't know",
        "skip",
        "not today",
        "no that's all",
        "nothing",
        "never",
        "no idea",
        "",
        "yes",
    ],
)
def test_no_plain_no(text):
    assert not plain_no(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [("my mum is dying", True), ("I have MND", True), ("my mum", False), ("for me", False), ("I will be silly", False)],
)
def test_tells_of_illness(text, told):
    assert tells_of_illness(text) is told


SAYS_NO = [
    ("no", True),
    ("No.", True),
    ("nope", True),
    ("nothing", True),
    ("No that's it thanks", True),
    ("no, nothing else", True),
    ("no that is all for now thank you", True),
    ("nothing else really", True),
    ("no I don't think so", True),
    ("none", True),
    ("No more hospital stays", False),
    ("nothing beats my garden", False),
    ("no visitors after tea", False),
    ("No tubes", False),
    ("no needles please", False),
    ("none of the neighbours", False),
    ("not today", False),
    ("Norman", False),
    ("", False),
    ("yes", False),
    ("not really no", False),
    ("no fuss", False),
    ("no church", False),
]


@pytest.mark.parametrize(("text", "expected"), SAYS_NO)
def test_says_no(text, expected):
    assert says_no(text) is expected


AGREES = [
    ("", "keep", True),
    ("yes", "keep", True),
    ("yes", "delete", True),
    ("keep it", "keep", True),
    ("keep it", "delete", False),
    ("yes keep it", "share", False),
    ("yes delete everything", "delete", True),
    ("yes delete it", "keep", False),
    ("yes share it", "share", True),
    ("yes share it", "keep", False),
    ("that's right", "keep", False),
    ("It is right.", "share", False),
    ("looks good", "keep", False),
    ("all right", "keep", True),
    ("yes?", "keep", False),
    ("ok ?", "delete", False),
    ("keep it", "start_over", False),
    ("yes", "start_over", True),
    ("correct", "delete", False),
]


@pytest.mark.parametrize(("text", "act", "expected"), AGREES)
def test_agrees_to(text, act, expected):
    assert agrees_to(text, act) is expected


CLEAN = [
    ("my garden", "my garden"),
    ("  my garden \n", "my garden"),
    ("one\r\ntwo\rthree\n\nfour\tfive", "one\ntwo\nthree\n\nfour\tfive"),
    ("nul\x00 bell\x07 escape\x1b[31m del\x7f nel\x85", "nul bell escape[31m del nel"),
    ("lone \ud800 surrogate", "lone  surrogate"),
    ("turned \u202egarden\u202c \u2066x\u2069", "turned garden x"),
    ("\ufeffmarked", "marked"),
    ("family 👨‍👩‍👧 flag 🏴\U000e0067\U000e0062\U000e007f", "family 👨‍👩‍👧 flag 🏴\U000e0067\U000e0062\U000e007f"),
    ("حديقة\u200cمن \u200fx", "حديقة\u200cمن \u200fx"),
    ("e\u0301 stays as it is", "e\u0301 stays as it is"),
    ("\x00\x01\u202e", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CLEAN)
def test_clean(text, expected):
    assert clean(text) == expected


@given(anything)
def test_clean_words_stay_as_they_are(text):
    once = clean(text)
    assert clean(once) == once
    once.encode()


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_writing_is_never_changed(text):
    assert clean(text) == text


@given(text=anything, most=st.integers(0, 30))
def test_nothing_raises_and_every_answer_is_in_range(text, most):
    found = number(text, most)
    assert found is None or 1 <= found <= most
    length = days(text)
    assert length is None or 1 <= length <= answers.LONGEST_DAYS
    assert door(text) in {None, "me", "close", "grieving", "helping"}
    assert yes_or_no(text) in {None, True, False}
    assert says_no(text) in {True, False}
    command = line_command(text)
    assert command is None or command[0] in {"change", "remove", "move"}


@given(st.integers(-5, 10**30), st.sampled_from(["{}", "line {}", "the {}", "take out {}", "{} please", "{}."]))
def test_numbers_of_any_size(value, shape):
    found = number(shape.format(abs(value)), 7)
    assert found == (abs(value) if 1 <= abs(value) <= 7 else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no leave it", True),
        ("Leave that out please", True),
        ("take that off", True),
        ("don't put that down", True),
        ("just forget it", True),
        ("leave it to my sister", False),
        ("take it slowly", False),
        ("don't put me in a home", False),
        ("forget him not", False),
        ("", False),
    ],
)
def test_leaves_it(text, expected):
    assert leaves_it(text) is expected


@pytest.mark.parametrize(
    "words",
    [
        "Yes, you may keep it.",
        "yes you can keep that please",
        "of course you may keep this",
        "ok you can keep it for me",
        "Yes, please keep it",
        "certainly you may keep it, thank you",
    ],
)
def test_a_polite_yes_is_one(words):
    assert agrees_to(words, "keep")
    assert not agrees_to(words, "share")
    assert not agrees_to(words, "delete")


@pytest.mark.parametrize(
    "words",
    [
        "you may keep it to yourself",
        "yes, you may keep it to yourself",
        "yes you may keep it?",
        "yes you may keep talking",
        "yes you can keep it from her",
        "yes if you keep it safe",
        "no you may not keep it",
        "yes you can't keep it",
    ],
)
def test_what_only_begins_politely_is_none(words):
    assert not agrees_to(words, "keep")


@pytest.mark.parametrize(
    "words",
    [
        "no copy, just delete it",
        "No copy thanks. Delete it please",
        "i don't want a copy just bin it",
        "no copy. remove it all",
        "I dont need a copy, you can delete everything",
    ],
)
def test_no_copy_and_gone_is_both_answers(words):
    assert lets_go_without_copy(words)


@pytest.mark.parametrize(
    "words",
    [
        "a copy, then delete it",
        "no, copy it, dont delete it",
        "no copy",
        "delete it",
        "no copy, just delete it?",
        "no copy and dont delete it",
        "no copy, just delete line 2",
    ],
)
def test_less_than_both_is_neither(words):
    assert not lets_go_without_copy(words)
