"""Sharing put off until the writer's own death: heard in many wordings, and not in talk of other deaths or plans."""

import pytest

from bot.model.position import Expecting
from bot.understanding.after_me import after_own_death, names_in, shares_after_death, without_own_death
from bot.understanding.context import act_on

ASKED = [
    "share it after I die",
    "Share my summary when I'm gone",
    "please share my notes with my sister after I die",
    "I want my son to read it after I have died",
    "only share this once I am dead",
    "let Ann see my notes when I've gone",
    "Ann can only read it after my death",
    "give it to my daughter when I pass away",
    "show them my record, but only when I'm no longer here",
    "my husband may read it after I've died please",
]
NOT_ASKED = [
    "share my summary with Ann",
    "after my husband died I stopped singing",
    "I worry about the dog when I'm gone",
    "when I die I want the window open",
    "my daughter gets the house after I die",
    "let my wife sleep when I'm gone",
    "show me my notes",
    "what happens to it when I die?",
    "read it to me before they go",
    "my mum wanted it kept until she died",
    "I want my son to read to me",
    "share the cake after they have gone home",
]


@pytest.mark.parametrize("words", ASKED)
def test_a_wish_to_share_after_ones_death_is_heard(words):
    assert shares_after_death(words) or after_own_death(words)
    assert act_on([("inform", 0.98)], words, Expecting.OPEN)[0] == "share_summary"


@pytest.mark.parametrize("words", NOT_ASKED)
def test_other_talk_is_not_taken_for_it(words):
    assert not shares_after_death(words)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Ann, but only after I die", "Ann"),
        ("my sister Jo when I'm gone", "my sister Jo"),
        ("after I die", ""),
        ("only when I am dead", ""),
        ("Jo and Sam, once I've died", "Jo and Sam"),
        ("Aunt May", "Aunt May"),
        ("Dr Afterwood", "Dr Afterwood"),
        ("the nurse who came when he died", "the nurse who came when he died"),
    ],
)
def test_who_is_named_beside_it(words, rest):
    assert without_own_death(words) == rest


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Jo and Sam", ("Jo", "Sam")),
        ("Jo, Sam", ("Jo", "Sam")),
        ("my sister Jo & my son", ("my sister Jo", "my son")),
        ("Jo\nSam", ("Jo", "Sam")),
        ("Jo and jo", ("Jo",)),
        ("Sandy", ("Sandy",)),
        ("Anderson, Ravi and Mrs Orlando.", ("Anderson", "Ravi", "Mrs Orlando")),
        ("", ()),
        (", and", ()),
    ],
)
def test_names_are_told_apart(words, names):
    assert names_in(words) == names
