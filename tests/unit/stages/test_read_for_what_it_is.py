"""A typed door, a no that shares nothing, why a place is asked for, and a hope that is not said to somebody's face."""

import pytest

from bot.model.position import Door, Question
from bot.understanding.answers import door_title
from bot.understanding.planning import hard_to_hear
from bot.understanding.privacy import speaks_of_sharing
from tests.unit.stages.talking import at


@pytest.mark.parametrize(
    ("words", "door"), [("For me", Door.ME), ("for someone close to me", Door.CLOSE), ("its for me please", Door.ME)]
)
def test_a_door_typed_at_the_first_question_is_a_door(talk, words, door):
    talk.does("arrive")
    talk.types("I have been so worried about everything this winter")
    talk.presses("close")
    assert talk.question is Question.FOCUS_WHAT
    talk.types(words)
    assert talk.position.door is door
    assert talk.question is Question.FOCUS_WHAT
    assert talk.lines == []
    assert talk.draft.opening


@pytest.mark.parametrize("words", ["for my dog", "me time", "for me to be at home", "someone close by"])
def test_what_is_more_than_a_door_matters(words):
    assert door_title(words) is None


NO = ["kevin isnt in it any more, he thinks talking kills her quicker", "i dont want to read his stuff back now"]


@pytest.mark.parametrize("words", NO)
def test_where_nothing_is_shared_another_no_is_an_answer(talk, words):
    at(talk, Question.FOCUS_WHY)
    assert "utter_share_nothing_to_stop" not in talk.does("withdraw_consent", words)
    assert talk.lines[-1] == words


@pytest.mark.parametrize("words", ["I don't want Kevin to see it", "stop sharing", "take back my consent", ""])
def test_plain_words_about_sharing_are_told_that_nothing_is(talk, words):
    at(talk, Question.FOCUS_WHY)
    assert talk.does("withdraw_consent", words)[0] == "utter_share_nothing_to_stop"


def test_where_something_is_shared_it_is_stopped_as_ever(sharing):
    assert sharing.does("withdraw_consent", NO[0])[0] == "utter_share_team_stopped_unseen"
    assert not speaks_of_sharing(NO[0])


def test_why_a_place_is_asked_for_has_its_own_answer(talk):
    at(talk, Question.SIGNPOSTING_PLACE)
    said = talk.types("Why do you want my postcode", guess="ask_why_asking")
    assert said == ["utter_signposting_why_place", "utter_signposting_ask_place"]
    at(talk, Question.FOCUS_WHY)
    assert talk.types("why do you ask")[0] == "utter_smalltalk_why_asking"


@pytest.mark.parametrize("hope", ["that she tells me if she wants to be at home at the end", "to say where to die"])
def test_a_hope_of_the_other_or_of_dying_is_not_quoted_to_them(talk, hope):
    at(talk, Question.PLAN_HOPE)
    talk.types(hope)
    said = talk.types("skip")
    assert {"utter_plan_gentle", "utter_plan_plain", "utter_plan_light"} <= set(said)


@pytest.mark.parametrize(
    ("hope", "hard"),
    [("that we can laugh", False), ("to weekend together", False), ("that he's not scared", True), ("her songs", True)],
)
def test_which_hopes_are_hard_to_hear(hope, hard):
    assert hard_to_hear(hope) is hard
