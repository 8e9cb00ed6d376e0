"""A volunteer tells of somebody in a few words: they are spoken to as the helper, and nothing they told is dropped."""

import pytest

from bot.model.directory import Need, Relationship
from bot.model.position import Door
from bot.model.search import Search

SHORT = "im a volunteer. her husband died, two kids, no money, dorchester"


@pytest.fixture
def helping(talk):
    talk.does("arrive")
    talk.presses(Door.HELPING)
    return talk


def known(talk) -> Search:
    here = talk.position
    return here.search if here.search.tells_anything else here.sought


@pytest.mark.parametrize("guess", ["volunteer_help", "bereavement_support", "inform", "bereaved_sudden"])
def test_they_are_spoken_to_as_whoever_helps(helping, guess):
    said = helping.does(guess, SHORT)
    assert "utter_bereavement_any" in said
    assert "utter_bereavement_partner" not in said


def test_what_they_told_is_taken(helping):
    helping.does("volunteer_help", SHORT)
    search = known(helping)
    assert search.children
    assert {Need.BEREAVEMENT, Need.MONEY} <= set(search.needs)
    assert search.relationships == (Relationship.PARTNER,)
    assert search.district == "DT1"


def test_money_and_children_are_looked_for_each(helping, support):
    said = helping.does("volunteer_help", SHORT)
    for _ in range(2):
        if "utter_signposting_service" not in said:
            said = helping.does("skip")
    assert "utter_signposting_service" in said
    assert any(looking.needs == (Need.MONEY,) for looking in support.looked)
    assert any(looking.for_child for looking in support.looked)


def test_nobody_is_asked_whether_a_child_grieves_who_told_of_children(helping):
    said = helping.does("volunteer_help", "her dad died, three small children")
    assert "utter_signposting_ask_young" not in said


def test_whoever_grieves_is_spoken_to_as_before(talk):
    assert "utter_bereavement_partner" in talk.does("bereavement_support", "my husband died")


@pytest.mark.parametrize("door", [Door.HELPING, None])
def test_where_is_asked_twice_at_most(talk, door):
    talk.does("arrive")
    if door:
        talk.presses(door)
    asked = talk.does("find_support", "money").count("utter_signposting_ask_place")
    for words in ("hmm", "who knows", "the usual", "blah", "that one", "the usual"):
        asked += talk.does("inform", words).count("utter_signposting_ask_place")
    for _ in range(3):
        asked += talk.does("find_support", "money").count("utter_signposting_ask_place")
    assert asked <= 2


def test_how_they_died_is_asked_twice_at_most_ever(talk):
    asked = 0
    for words in ("my husband died", "i cant sleep", "find help", "he was so kind", "find help", "i miss him"):
        intent = "bereavement_support" if words == "find help" else "inform"
        intent = "bereavement_support" if words == "my husband died" else intent
        asked += talk.does(intent, "" if words == "find help" else words).count("utter_signposting_ask_how")
    assert asked <= 2
