"""Changes asked for in one sentence, the lines they point at, and names."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.editing import Change, Edit, edit, holds, replaced
from bot.understanding.naming import name_in
from bot.understanding.pointing import one_pointed_at, order_named, pointed_at


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("take out the bit about Colin", Edit(Change.REMOVE, "Colin")),
        ("can you take the line about the dog out please", Edit(Change.REMOVE, "the dog")),
        ("don't put the bit about my son", Edit(Change.REMOVE, "my son")),
        ("Not that bit about the van.", Edit(Change.REMOVE, "the van")),
        ("take out Colin", Edit(Change.REMOVE, "Colin")),
        ("change wife to partner", Edit(Change.REPLACE, old="wife", new="partner")),
        ("put the park instead of the garden", Edit(Change.REPLACE, old="the garden", new="the park")),
        ("it should say Jean not Joan", Edit(Change.REPLACE, old="Joan", new="Jean")),
        ("change the bit about mum", Edit(Change.CHANGE, "mum")),
        ("change the bit about Colin to “he can visit”", Edit(Change.CHANGE, "Colin", new="he can visit")),
        ("add that I like the radio on.", Edit(Change.ADD, new="I like the radio on.")),
    ],
)
@pytest.mark.parametrize("state", ["open", "choosing"])
def test_a_change_is_asked_for(words, asked, state):
    assert edit(words) == asked
    assert act_on([("delete_my_data", 0.9)], words, state)[0] == "edit_summary"


@pytest.mark.parametrize(
    "words",
    ["change my mind", "change it to Sunday", "take out 2", "take out the second one", "not the bit I liked",
     "leave out nothing", "I want to add that", "put 3 first", "delete everything", "delete my account",
     "take out the last bit of the first line", "can I take out the bit about Colin?", "change the time to Sunday"],
)  # fmt: skip
def test_no_change_is_asked_for(words):
    assert edit(words) is None


def test_an_answer_is_no_change():
    assert act_on([("inform", 0.9)], "change wife to partner", "answering")[0] == "inform"


def test_only_whole_words_are_replaced_and_nothing_else():
    assert replaced("My wife, the midwife", "wife", "partner") == "My partner, the midwife"
    assert replaced("a  b (c)", "b (c)", r"\1") == r"a  \1"
    assert not holds("the midwife", "wife")


LINES = ("If it's hard on the boys then not at home", "My boys, Theo and Jude", "my garden", "mum", "my dog Ruby")


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("the boys first", ((1,), False)),
        ("put the garden last", ((2,), True)),
        ("mum then the dog", ((3, 4), False)),
        ("mum first then the garden", ((3, 2), False)),
        ("Ruby before mum", ((4, 3), False)),
        ("put mum at the top please", ((3,), False)),
        ("the cat first", ((), False)),
        ("mum then the cat", ((), False)),
        ("not the dog", ((), False)),
        ("first", ((), False)),
    ],
)
def test_an_order_in_their_own_words(words, order):
    assert order_named(words, LINES) == order


def test_words_that_point_at_several_lines_choose_none():
    assert pointed_at("home boys", LINES) == (0,)
    assert one_pointed_at("the dog", LINES) == 4
    assert one_pointed_at("the dog or mum", LINES) is None
    assert one_pointed_at("it", LINES) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Denise. shes my key worker", "Denise"), ("Denise she's my key worker", "Denise"),
     ("Mrs. A. Khan", "Mrs. A. Khan"), ("St. Mary's ward", "St. Mary's ward"),
     ("share it with my daughter Ann", "my daughter Ann"), ("please", "please"),
     ("Aunt \n May", "Aunt May"), ("Anne-Marie", "Anne-Marie")],
)  # fmt: skip
def test_a_name_is_read(typed, name):
    assert name_in(typed) == name
