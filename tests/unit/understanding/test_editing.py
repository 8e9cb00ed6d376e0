"""Changes asked for in one sentence, the lines they point at, and names."""

import pytest

from bot.understanding.answers import lines_to_remove
from bot.understanding.context import act_on
from bot.understanding.editing import Change, Edit, edit, holds, replaced
from bot.understanding.naming import name_in
from bot.understanding.pointing import asks_for_order, one_pointed_at, order_named, pointed_at


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
        ("i said window but i mean the bird table", Edit(Change.REPLACE, old="window", new="the bird table")),
        ("I meant the park, not the garden", Edit(Change.REPLACE, old="the garden", new="the park")),
        ("it should say Jean not Joan", Edit(Change.REPLACE, old="Joan", new="Jean")),
        ("change the bit about mum", Edit(Change.CHANGE, "mum")),
        ("change the bit about Colin to “he can visit”", Edit(Change.CHANGE, "Colin", new="he can visit")),
        ("change 3 to tell me straight", Edit(Change.CHANGE, new="tell me straight", number="3")),
        ("change 5 to No vicar.", Edit(Change.CHANGE, new="No vicar.", number="5")),
        ("please change the last line to say “no fuss”", Edit(Change.CHANGE, new="no fuss", number="last")),
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
    assert replaced("By the window", "window", "the bird table outside it") == "By the bird table outside it"
    assert not holds("the midwife", "wife")


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize("words", ["change 3 to tell me straight", "take out 4 and 5", "take out 3, 4, 5 and 7"])
def test_lines_by_their_number_are_changed_whatever_is_open(words, state):
    assert act_on([("skip", 0.3), ("edit_summary", 0.6)], words, state)[0] == "edit_summary"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("take out 4 and 5", ("4", "5")),
        ("take out 3, 4, 5 and 7", ("3", "4", "5", "7")),
        ("Please remove lines 1, 2", ("1", "2")),
        ("take 4 and 5 out", ("4", "5")),
        ("delete the first and the last line", ("first", "last")),
        ("remove the third one", ()),
        ("remove the third one and the last one", ("third", "last")),
        ("take 2 and 3 tablets", ()),
        ("take 2 and 3", ()),
        ("take out 2", ()),
        ("4 and 5", ()),
    ],
)
def test_several_lines_are_taken_out_by_their_numbers(words, numbers):
    assert lines_to_remove(words) == numbers


@pytest.mark.parametrize(
    ("words", "asks"),
    [("put the shed first", True), ("can you put mum at the top", True), ("put the dog last", True),
     ("the shed first", False), ("put the kettle on", False), ("I put family first", False)],
)  # fmt: skip
def test_words_may_ask_for_another_order(words, asks):
    assert asks_for_order(words) is asks


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
