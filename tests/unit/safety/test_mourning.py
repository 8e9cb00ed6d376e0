"""In a conversation about a death, what was told before is no new death; what is of just now still is."""

import pytest

from bot.encoder import SHIPPED, Encoder
from bot.model.position import Door, Expecting, Position, Question
from bot.model.safety import SafetyIntent, Verdict
from bot.model.search import Search
from bot.safety import door
from bot.safety import judge as judging
from bot.safety.judge import WITH_STAFF, Where, judge_with
from bot.safety.mourning import died_with_staff, is_old_news, told_again
from bot.safety.trained import Reading

JUDGE = judge_with(Encoder(SHIPPED))
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


@pytest.mark.parametrize(
    "words",
    [
        "he goes to work and comes home and sits in the car for an hour",
        "what do i do with her phone now shes dead. the contract is £32 a month",
    ],
)
def test_grief_is_not_taken_for_abuse(words):
    assert JUDGE(words, Where(mourning=True)) is None


@pytest.mark.parametrize("words", ["whats the point now. i just want to be with him", "he hits me when he drinks"])
def test_danger_in_grief_is_danger(words):
    assert JUDGE(words, Where(mourning=True)) is not None


@pytest.mark.parametrize(
    "words",
    [
        "Dave. last night. he was in the hospice. im not family",
        "my mum died in the hospice this morning",
        "he died at the care home an hour ago",
        "shes died in hospital",
        "my husband has died on the ward",
    ],
)
def test_staff_are_where_somebody_died(words):
    assert died_with_staff(words)
    verdict = JUDGE(words, Where())
    assert verdict is None or verdict.pattern.startswith(WITH_STAFF)
    assert JUDGE(words, Where(mourning=True, settled=True)) is None


@pytest.mark.parametrize(
    "words",
    [
        "my dad just died",
        "I think she has died in the care home",
        "i found him dead in his room at the care home",
        "he came home from the hospice and died last night",
        "he was in hospital until friday, he just died",
        "he died in a hospital bed at home tonight",
        "she died in hospital, we never expected it",
        "he died in hospital and it was not expected",
        "mum's died in the hospice and i want to kill myself",
        "he has collapsed in the hospital car park",
        "he's stopped breathing in the care home",
    ],
)
def test_no_staff_or_not_that_alone(words):
    assert not died_with_staff(words)


def test_where_there_are_staff_nobody_is_sent_to_the_surgery_or_asked_anything():
    said = door.reply_to(Verdict(DEATH, WITH_STAFF))
    text = "\n".join(message.text for message in said.reply.messages)
    assert "staff" in text
    assert "GP" not in text
    assert "?" not in text
    assert said.settles


@pytest.mark.parametrize(
    "words",
    [
        "she's dead",
        "is dead",
        "she died last night",
        "he has died, I said",
        "she died last night i told you",
        "yes he's gone",
        "i dont want to answer that shes DEAD",
        "stop asking me that, he's dead",
        "why are you asking me that she's died",
        "i can't do this now. she's gone",
        "what does it matter now he is dead",
    ],
)
def test_an_answered_death_is_not_asked_about_at_each_mention(words):
    assert told_again(words)
    assert JUDGE(words, Where(expecting=Expecting.CHOOSING, mourning=True, settled=True)) is None
    assert is_old_news(DEATH, words, settled=True)


@pytest.mark.parametrize(
    "words",
    ["my dad just died", "she's dead on the floor", "hes just died"],
)
def test_another_death_or_one_of_now_is_asked_about_all_the_same(words):
    assert not told_again(words)
    assert JUDGE(words, Where(expecting=Expecting.CHOOSING, mourning=True, settled=True)).intent is DEATH


@pytest.mark.parametrize("words", ["she's dead", "she died last night"])
def test_until_it_is_answered_it_is_asked_about(words):
    assert JUDGE(words, Where(mourning=True)).intent is DEATH


@pytest.mark.parametrize(
    ("choice", "settles"),
    [("safety-death-expected", True), ("safety-death-past", True), ("safety-death-unexpected", False),
     ("safety-death-nobody", False), ("safety-carry-on-death", False)],
)  # fmt: skip
def test_what_settles_how_a_death_was(choice, settles):
    assert door.press(choice).settles is settles


def test_at_the_door_of_grief_a_hospice_is_heard_and_nothing_is_asked():
    words = "Dave. last night. he was in the hospice. im not family"
    assert JUDGE(words, Where(expecting=Expecting.CHOOSING, mourning=True)) is None
    assert is_old_news(DEATH, words)
