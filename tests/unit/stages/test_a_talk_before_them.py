"""Whoever says that they want to talk to somebody is offered a plan; the words are held, and can be a line."""

import pytest

from bot.model.position import Door, Question
from bot.understanding.planning import wish
from bot.understanding.talk_wanted import wants_a_talk
from tests.unit.stages.talking import at

WORDS = "want to talk to my son. not spoken 9 yrs"


@pytest.mark.parametrize("door", ["me", "close"])
def test_a_plan_is_offered_and_nothing_is_written_down(talk, door):
    talk.does("arrive")
    talk.presses(door)
    assert talk.types(WORDS) == ["utter_focus_opening", "utter_plan_offered", "utter_focus_ask_opening"]
    assert talk.buttons()[0] == "plan_conversation"
    assert (talk.lines, talk.draft.opening, talk.question) == ([], WORDS, Question.FOCUS_WHAT)


def test_the_plan_has_the_words(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types(WORDS)
    talk.does("plan_conversation")
    assert talk.question is Question.PLAN_WHO
    assert talk.draft.opening == WORDS


@pytest.mark.parametrize("words", ["plan it then", "ok lets plan it", "yes plan this now", "plan it with me please"])
def test_what_the_button_says_can_be_typed(talk, words):
    talk.does("arrive")
    talk.presses("me")
    talk.types(WORDS)
    assert talk.types(words)[-1] == "utter_plan_ask_who"
    assert talk.lines == []


def test_who_has_a_plan_is_shown_the_way_to_it_and_offered_no_other(talk):
    at(talk, Question.PLAN_READY)
    talk.presses("enough")
    talk.does("focus_on_what_matters")
    assert talk.types(WORDS)[:2] == ["utter_focus_opening", "utter_plan_have_one"]
    assert "choose:see_plan" in talk.buttons()
    assert "plan_conversation" not in talk.buttons()
    talk.presses("see_plan")
    assert "utter_plan_card" in [say.response for say in talk.heard]


def test_they_can_be_what_matters(talk):
    talk.does("arrive")
    talk.presses("me")
    talk.types(WORDS)
    talk.presses("opening")
    assert talk.lines == [WORDS]


def test_they_may_come_first_of_all(talk):
    talk.types(WORDS)
    assert "utter_plan_offered" in talk.presses("me")


def test_a_helper_types_the_words_of_another(talk):
    at(talk, Question.FOCUS_WHAT)
    with talk.begin() as records:
        from dataclasses import replace

        records.people.place(talk.person, replace(records.people.position(talk.person), door=Door.WRITING))
        records.commit()
    talk.types(WORDS)
    assert talk.lines == [WORDS]


@pytest.mark.parametrize(
    ("words", "wants"),
    [
        ("i need to speak to my brothers about mum", True), ("ought to sit down with dad about the house", True),
        ("i have to tell my kids its come back", True), ("really need to have a word with tony about mum", True),
        ("i should talk to david", True), ("id like to make peace with my sister", True),
        ("my mum. shes 84 and getting frail, i want to talk to her about what she wants", True),
        ("its my dad. hes got cancer. need to talk to him about care homes", True),
        ("mum, 91. i have to speak to her about the house", True), ("hello, i want to talk to my brother", True),
        ("being at home. peace and quiet. i want to talk to my brother", False),
        ("my mum. shes 84. wants to be home", False),
        ("i want to talk to my kids every day", False), ("i want to talk to someone", False),
        ("need to talk to a nurse", False), ("being able to talk to my wife", False), ("want to be at home", False),
        ("want to sit with my dog", False), ("i want to have a bath", False),
        ("want to tell people i love them", False),
        ("how do i talk to my son?", False),
    ],
)  # fmt: skip
def test_only_a_talk_with_somebody_of_theirs(words, wants):
    assert wants_a_talk(words) is wants


@pytest.mark.parametrize(
    ("words", "wishes"),
    [
        ("need to plan talking to my brothers tony and mark about mum", True),
        ("i ought to plan to tell my kids", True),
        ("want to plan a way to tell my sister", True), ("we need to plan a talk with dad", True),
        ("i want to plan my funeral", False), ("need to plan meals", False), ("the plan was to talk on sunday", False),
        ("we plan a talk each sunday", False),
    ],
)  # fmt: skip
def test_to_plan_it_is_a_wish(words, wishes):
    assert wish(words) is wishes
