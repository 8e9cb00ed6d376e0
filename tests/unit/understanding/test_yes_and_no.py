"""Typed yes and no, each to what was asked: read word for word, or not at all."""

import pytest

from bot.understanding.answers import agrees_to, leaves_it, lets_go_without_copy, plain_no, says_no, yes_or_no


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
        "that's all for now thanks",
        "nothing",
        "never",
        "no idea",
        "",
        "yes",
    ],
)
def test_no_plain_no(text):
    assert not plain_no(text)


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
