"""In a conversation about a death, what was told before is no new death; what is of just now still is."""

import pytest

from bot.model.position import Door, Expecting, Position, Question
from bot.model.safety import SafetyIntent, Verdict
from bot.model.search import Search
from bot.safety import judge as judging
from bot.safety.judge import Where, judge_with
from bot.safety.mourning import is_old_news
from bot.safety.trained import Reading

DEATH = SafetyIntent.DEATH_JUST_HAPPENED


@pytest.mark.parametrize(
    "words",
    [
        "she died in a hospital in cardiff",
        "there is an old man in Weymouth, his wife died and he's not eating",
        "my muslim neighbour died last week and i dont know what to do",
        "it was in a care home, he died in Scotland",
        "my brother took his own life in march",
        "a friend died in a car crash",
        "he died three years ago and I want somebody to talk to",
        "dad died",
        "both my parents died in march",
        "the twins died at birth in spring",
    ],
)
def test_what_is_plainly_past_is_told_before(words):
    assert is_old_news(DEATH, words)


@pytest.mark.parametrize(
    "words",
    [
        "she died ten minutes ago",
        "mum's just died in the next room",
        "dad died this morning at home",
        "I found him on the kitchen floor, he died",
        "she is not breathing",
        "he has gone cold",
        "my sister died last night",
        "she passed at 4am",
        "we have lost him tonight",
        "i think my baby is dead",
        "i think he's dead",
        "hes dead hes on the floor",
        "I think my husband has died in his chair",
        "he's died in bed next to me",
        "mum has died and I'm all on my own with her",
        "the nurse says he has died",
        "she's dead in the chair",
        "he died this lunchtime",
        "he passed away just after lunch",
        "my husband has died",
        "hes died",
        "shes died in hospital",
        "mums died",
        "my nans passed away",
        "theyve died both of them",
        "my wife died and there is no point any more",
        "my dad died. my brother has a knife",
        "it was in cardiff",
    ],
)
def test_what_may_be_now_or_unsure_is_answered_as_it_is_anywhere(words):
    assert not is_old_news(DEATH, words)


@pytest.mark.parametrize("intent", [None, *(intent for intent in SafetyIntent if intent is not DEATH)])
def test_no_other_danger_is_ever_old_news(intent):
    assert not is_old_news(intent, "she died in a hospital in cardiff")


OLD = "she died in a hospital in cardiff"
PATTERN = Verdict(DEATH, "death_just_happened.died_now")


def reading(danger=0.8, likely=0.75, life=0.02, intent=DEATH):
    return Reading(intent, likely, danger, SafetyIntent.SUICIDAL, life, words=7)


@pytest.mark.parametrize(
    ("found", "read", "mourning", "answered"),
    [
        (None, reading(), True, None),
        (None, reading(), False, DEATH),
        (PATTERN, reading(), True, DEATH),
        (None, reading(danger=0.95, likely=0.6), True, DEATH),
        (None, reading(life=0.5), True, DEATH),
        (None, reading(intent=SafetyIntent.SUICIDAL), True, SafetyIntent.SUICIDAL),
    ],
    ids=["told before", "elsewhere", "a pattern found it", "another danger beside it", "a life beside it", "another"],
)
def test_only_what_the_trained_screen_alone_takes_for_a_new_death_is_taken_back(
    monkeypatch, found, read, mourning, answered
):
    monkeypatch.setattr(judging, "screen", lambda _text, _asked: found)
    monkeypatch.setattr(judging, "TrainedScreen", lambda _encoder: type("Trained", (), {"read": lambda _s, _t: read})())
    verdict = judge_with(None)(OLD, Where(expecting=Expecting.CHOOSING, mourning=mourning))
    assert (verdict.intent if verdict else None) is answered


@pytest.mark.parametrize(
    ("position", "about"),
    [
        (Position(), False),
        (Position(question=Question.WELCOME_DOOR), False),
        (Position(question=Question.FOCUS_WHY, door=Door.CLOSE), False),
        (Position(door=Door.GRIEVING), True),
        (Position(question=Question.BEREAVEMENT_NATION, door=Door.ME), True),
        (Position(question=Question.SIGNPOSTING_NEED, door=Door.HELPING), False),
        (Position(question=Question.SIGNPOSTING_PLACE, door=Door.HELPING), False),
        (Position(question=Question.SIGNPOSTING_PLACE, search=Search(needs=("bereavement",))), True),
    ],
)
def test_where_a_conversation_is_about_a_death(position, about):
    assert position.about_a_death is about
