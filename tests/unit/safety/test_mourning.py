"""In a conversation about a death, what was told before is no new death; what is of just now still is."""

import pytest

from bot.model.position import Door, Position, Question
from bot.model.safety import SafetyIntent
from bot.model.search import Search
from bot.safety.mourning import is_old_news

DEATH = SafetyIntent.DEATH_JUST_HAPPENED


@pytest.mark.parametrize(
    "words",
    [
        "she died in a hospital in cardiff",
        "there is an old man here in Weymouth, his wife died and he's not eating",
        "my muslim neighbour died last week and i dont know what to do with myself",
        "it was in a care home, he died in Scotland",
        "my brother took his own life in march",
        "a friend died in a car crash",
        "he died three years ago and I just want somebody to talk to",
        "dad died",
    ],
)
def test_what_answers_the_question_is_told_before(words):
    assert is_old_news(DEATH, words)


@pytest.mark.parametrize(
    "words",
    [
        "she died ten minutes ago",
        "mum's just died in the next room",
        "dad died this morning at home",
        "he died an hour ago what do i do",
        "I found him on the kitchen floor",
        "she is not breathing",
        "he has gone cold",
        "my sister died last night",
        "she passed at 4am",
        "we have lost him tonight",
    ],
)
def test_what_is_of_just_now_is_answered_as_it_is_anywhere(words):
    assert not is_old_news(DEATH, words)


@pytest.mark.parametrize("intent", [None, *(intent for intent in SafetyIntent if intent is not DEATH)])
def test_no_other_danger_is_ever_old_news(intent):
    assert not is_old_news(intent, "she died in a hospital in cardiff")


@pytest.mark.parametrize(
    ("position", "about"),
    [
        (Position(), False),
        (Position(question=Question.WELCOME_DOOR), False),
        (Position(question=Question.FOCUS_WHY, door=Door.CLOSE), False),
        (Position(door=Door.GRIEVING), True),
        (Position(question=Question.BEREAVEMENT_NATION, door=Door.ME), True),
        (Position(question=Question.SIGNPOSTING_NEED, door=Door.HELPING), True),
        (Position(question=Question.SIGNPOSTING_PLACE, door=Door.HELPING), False),
        (Position(question=Question.SIGNPOSTING_PLACE, search=Search(needs=("bereavement",))), True),
    ],
)
def test_where_a_conversation_is_about_a_death(position, about):
    assert position.about_a_death is about
