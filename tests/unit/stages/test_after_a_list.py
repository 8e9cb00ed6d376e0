"""What is said once a list of services was shown: it adds to the search, and nothing is asked a second time."""

from dataclasses import replace

import pytest

from bot.model.directory import Loss, Need, Relationship
from bot.model.position import Door, Question
from bot.model.search import Grief
from bot.stages import grief

P = "utter_signposting_"


@pytest.fixture
def helper(talk):
    """Somebody who helps others, after their first list."""
    talk.does("arrive")
    talk.presses("helping")
    talk.types("my neighbour's husband died")
    while talk.question is not None:
        talk.types("skip")
    return talk


@pytest.fixture
def widow(talk):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("my husband died of cancer in May")
    while talk.question is not None:
        talk.types("skip")
    return talk


@pytest.mark.parametrize("words", ["DT1", "an illness", "ron. hes 84 he doesnt use the internet", "she lives in Poole"])
@pytest.mark.parametrize("guess", ["inform", "nlu_fallback"])
def test_a_helper_is_never_asked_who_it_is_for_again(helper, words, guess):
    said = helper.does(guess, words) + helper.does("inform", words)
    assert "utter_welcome_ask_door" not in said
    assert "utter_session_words_held" not in said
    assert helper.draft.opening == ""
    assert helper.position.door is Door.HELPING


def test_a_helper_adds_a_place_to_the_search(helper, support):
    said = helper.types("DT1")
    assert P + "service" in said
    assert (support.looked[-1].district, support.looked[-1].needs) == ("DT1", (Need.BEREAVEMENT,))


def test_words_of_a_helper_that_add_nothing_begin_another_search(helper):
    assert helper.types("she is such a lovely lady") == [P + "ask_need"]


@pytest.mark.parametrize("words", ["DT1", "Poole", "we live in Poole"])
def test_a_place_alone_brings_help_there_to_whoever_grieves(widow, support, words):
    said = widow.types(words)
    assert P + "service" in said
    assert support.looked[-1].district in {"DT1", "BH15"}
    assert support.looked[-1].relationships == (Relationship.PARTNER,)


def test_the_title_of_a_button_does_what_the_button_does(widow, support):
    widow.types("DT1")
    assert P + "service" in widow.types("support for me")
    assert support.looked[-1].district == "DT1"


def test_grief_is_heard_as_ever(widow):
    assert widow.types("the house is so quiet now")[0] == "utter_bereavement_hard_days"
    assert widow.types("he died in Poole")[0] == "utter_grief_go_on"
    assert widow.types("he so loved walking with me in Poole")[0] == "utter_grief_of_them"
    assert widow.types("so it is")[0] == "utter_grief_here_too"


def test_neither_the_place_nor_the_loss_is_asked_for_twice(widow, support):
    widow.types("DT1")
    said = widow.does("bereavement_support", "is there anybody who could listen to me")
    assert P + "service" in said
    looked = support.looked[-1]
    assert (looked.district, looked.relationships) == ("DT1", (Relationship.PARTNER,))
    assert widow.position.bereft.grief is Grief.EXPECTED


def test_how_they_died_is_not_asked_once_it_is_known(talk, support):
    support.next_question = lambda looking, asked: "" if "how" in asked else "how"
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("my dad died last march, cancer")
    assert P + "ask_how" not in talk.presses("support_for_me")


def test_words_held_earlier_are_not_offered_where_nothing_is_written(talk):
    talk.does("arrive")
    talk.types("we have been married for sixty years and that is that")
    talk.presses("helping")
    while talk.question is not None:
        said = talk.types("skip")
    assert "utter_session_words_held" not in said


@pytest.mark.parametrize(
    "words",
    [
        "my dad died last march, cancer",
        "he died in June of lung cancer",
        "she died. it was cancer",
        "died of an illness",
    ],
)
def test_an_illness_beside_a_death_says_how_it_was(words):
    assert grief.read(words) is Grief.EXPECTED


@pytest.mark.parametrize("words", ["my husband died and i have cancer", "she died, my mum has dementia", "cancer"])
def test_an_illness_of_somebody_else_does_not(words):
    assert grief.read(words) is None


def test_another_death_is_another_loss(widow, support):
    widow.does("bereavement_support", "my dad died")
    while widow.question is not None:
        widow.types("skip")
    assert support.looked[-1].relationships == (Relationship.PARENT,)
    assert Loss.SUICIDE not in support.looked[-1].losses
    assert replace(widow.position.bereft, grief=None).who is Relationship.PARENT


@pytest.mark.parametrize(
    "words",
    ["his name was Noah", "i was meant to be in the car", "im so angry with him. he left my mum to find him"],
)
def test_pain_told_where_a_place_is_asked_for_is_heard_and_called_no_place(talk, words):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("my son died")
    assert talk.question is Question.SIGNPOSTING_PLACE
    heard = [talk.types(words) for _ in range(3)]
    assert all(said[0].startswith(("utter_bereavement_", "utter_grief_")) for said in heard)
    assert heard[0][-1] == P + "ask_place"
    assert heard[2][-1] != P + "ask_place"
    assert not any(P + "say_place" in said for said in heard)


def test_a_word_that_is_no_place_is_still_asked_about(talk):
    talk.does("arrive")
    talk.presses("grieving")
    talk.types("my son died")
    assert talk.types("purple")[0] == P + "say_place"
