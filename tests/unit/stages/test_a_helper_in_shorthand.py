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
    assert "utter_bereavement_helping" in said
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


@pytest.fixture
def shown(helping):
    said = helping.does("volunteer_help", SHORT)
    for _ in range(2):
        if helping.question is not None:
            said = helping.does("skip")
    assert "utter_signposting_service" in said
    return helping


@pytest.mark.parametrize("guess", ["inform", "find_support", "volunteer_help"])
@pytest.mark.parametrize(
    "words",
    ["sit with him", "compassionate neighbours", "a befriender for him", "he needs company", "someone to visit him"],
)
def test_company_that_is_asked_for_next_is_what_is_looked_for(shown, support, guess, words):
    assert "utter_signposting_service" in shown.does(guess, words)
    assert support.looked[-1].needs == (Need.LOCAL_SUPPORT,)
    assert support.looked[-1].district == "DT1"


@pytest.mark.parametrize("guess", ["ask_talk_to_children", "find_support", "inform"])
@pytest.mark.parametrize("words", ["what about the kids", "the kids too", "and the children"])
def test_children_that_are_asked_for_next_are(shown, support, guess, words):
    assert "utter_signposting_service" in shown.does(guess, words)
    assert support.looked[-1].for_child


@pytest.mark.parametrize("guess", ["express_guilt", "find_support", "inform"])
def test_money_that_is_told_next_is_no_feeling(shown, support, guess):
    assert "utter_signposting_service" in shown.does(guess, "money is short")
    assert support.looked[-1].needs == (Need.MONEY,)


def test_nothing_is_shown_to_whoever_grieves_and_goes_on_telling(talk):
    talk.does("bereavement_support", "my husband died")
    for guess, words in (("ask_money", "gas bill"), ("ask_money", "whose bill is it"), ("inform", "i held his hand")):
        assert "utter_signposting_service" not in talk.does(guess, words)
