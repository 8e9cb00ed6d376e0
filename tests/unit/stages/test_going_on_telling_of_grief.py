"""Somebody who grieves goes on talking: it is heard for what it is, and no search is put to them on and on."""

import pytest

from bot.model.position import Question

SAID = [
    "i miss him",
    "i cant sleep",
    "i hate him",
    "it was raining",
    "was it my fault",
    "he was 24",
    "and the dog died",
]


@pytest.fixture
def grieving(talk):
    talk.does("bereaved_suicide", "my brother killed himself")
    return talk


def test_the_question_of_the_search_is_left_once_it_was_passed_over_twice(grieving):
    asked = grieving.question.value
    first, second, *later = [grieving.types(words) for words in SAID]
    assert first[-1] == f"utter_{asked.replace('_', '_ask_', 1)}"
    assert second[-1] == "utter_grief_at_any_time"
    assert grieving.question is None
    said = [name for turn in (first, second, *later) for name in turn]
    assert said.count("utter_grief_at_any_time") == 1
    assert said.count("utter_bereavement_heard") <= 1
    assert not {"utter_session_what_next", "utter_signposting_say_place"} & set(said)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("was it my fault", "utter_grief_fault_suicide"),
        ("i hate him", "utter_grief_anger"),
        ("selfish bastard", "utter_grief_anger"),
        ("i miss him", "utter_grief_missing"),
        ("i dont tell people how he died. i say heart attack", "utter_grief_kept_back"),
        ("i feel nothing", "utter_grief_numb"),
        ("I keep hearing his voice", "utter_grief_still_there"),
    ],
)
@pytest.mark.parametrize("guess", ["inform", "express_guilt", "bereavement_support", "abusive", "nlu_fallback"])
def test_it_is_heard_for_what_it_is_whatever_is_guessed(grieving, words, says, guess):
    assert grieving.does(guess, words)[0] == says
    assert grieving.does(guess, words)[0] != says


def test_with_nothing_open_nothing_is_asked_after_it(grieving):
    grieving.types("i miss him")
    grieving.types("i cant sleep")
    assert grieving.question is None
    assert grieving.types("i hate him") == ["utter_grief_anger"]
    assert grieving.does("bereavement_support", "i think of him all day") == ["utter_grief_go_on"]


def test_the_button_looks_for_help_after_all(grieving):
    grieving.types("i miss him")
    grieving.types("i cant sleep")
    assert any(said.startswith("utter_signposting") for said in grieving.does("bereavement_support"))
    assert grieving.question in {Question.SIGNPOSTING_PLACE, Question.SIGNPOSTING_WHO, None}


@pytest.mark.parametrize("words", ["can someone listen to me", "I would like some counselling", "is there a group"])
def test_whoever_asks_for_help_is_not_only_heard(grieving, words):
    grieving.types("i miss him")
    grieving.types("i cant sleep")
    assert any(said.startswith("utter_signposting") for said in grieving.does("bereavement_support", words))


def test_an_answer_is_an_answer(talk):
    talk.does("bereavement_support", "my mum died")
    if talk.question is Question.SIGNPOSTING_HOW:
        talk.types("suddenly, and I miss her")
        assert talk.position.search.losses or talk.position.sought.losses


def test_whoever_helps_is_not_heard_as_the_one_who_grieves(talk):
    talk.does("arrive")
    talk.presses("helping")
    talk.types("his wife died, he is 50")
    assert not any(name.startswith("utter_grief") for name in talk.types("he feels guilty"))


def test_care_that_was_wrong_is_met_with_where_to_say_so(grieving):
    assert grieving.types("i am so angry with the doctors")[0] == "utter_feelings_express_anger"
