"""A volunteer tells of somebody's grief: they are not taken for the one who grieves, and are heard."""

import pytest

from bot.model.directory import Loss, Way
from bot.model.position import Door


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        ("bereaved_sudden", "man of 50, wife died, two kids, skint, DT4"),
        ("bereavement_support", "im a volunteer. man of 50, wife died, two kids"),
        ("anticipatory_grief", "i'm a volunteer and a lady i visit, her husband died, she is lonely"),
        ("volunteer_help", "i am a volunteer"),
    ],
)
def test_the_door_is_that_of_whoever_helps(talk, intent, words):
    said = talk.does(intent, words)
    assert talk.position.door is Door.HELPING
    assert "utter_welcome_ask_door" not in said
    assert Loss.SUDDEN not in (*talk.position.search.losses, *talk.position.sought.losses)
    assert not {"utter_bereavement_sudden", "utter_bereavement_before"} & set(said)


def test_ones_own_loss_is_ones_own(talk):
    talk.does("bereavement_support", "im a volunteer and my husband died")
    assert talk.position.door is not Door.HELPING


@pytest.mark.parametrize(
    "words", ["he dropped dead at work, my dad died", "my brother was killed", "my wife died suddenly"]
)
def test_a_sudden_death_that_is_told_is_one(talk, words):
    talk.does("bereaved_sudden", words)
    assert Loss.SUDDEN in (*talk.position.search.losses, *talk.position.sought.losses)


@pytest.fixture
def helping(talk):
    talk.does("bereavement_support", "im a volunteer. man of 50, wife died, two kids")
    return talk


@pytest.mark.parametrize("guess", ["inform", "nlu_fallback", "find_support", "bereavement_support"])
def test_how_it_weighs_on_them_is_heard(helping, guess):
    assert helping.does(guess, "i find it heavy")[0] == "utter_grief_helper"


@pytest.mark.parametrize("guess", ["inform", "nlu_fallback", "find_support"])
def test_that_it_has_to_be_free_is_answered(helping, guess):
    assert helping.does(guess, "she needs someone free")[0] == "utter_grief_free"


@pytest.mark.parametrize("guess", ["inform", "nlu_fallback", "find_support"])
def test_that_it_is_not_for_the_internet_is_used(helping, guess):
    assert helping.does(guess, "no she doesnt do the internet")[0] == "utter_grief_by_phone"
    assert Way.PHONE in (*helping.position.search.ways, *helping.position.sought.ways)


@pytest.mark.parametrize(
    ("asked", "says"),
    [("are there books", "utter_grief_books"), ("is it free", "utter_grief_free")],
)
@pytest.mark.parametrize("guess", ["ask_who_are_you", "ask_money", "inform", "nlu_fallback"])
def test_what_is_asked_in_grief_is_answered(talk, asked, says, guess):
    talk.does("bereavement_support", "my mum died")
    assert talk.does(guess, asked)[0] == says


def test_somebody_who_knows_about_it_is_looked_for(talk):
    talk.does("bereavement_support", "my mum died")
    assert any(name.startswith("utter_signposting") for name in talk.types("is there someone who knows about that"))
