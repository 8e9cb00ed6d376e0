"""Questions in passing, short breaks, and words that answer nothing: read to the last word, or not at all."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.in_passing import LEGAL, USUAL, WHEN_THEY_COME, WHOSE, asked_in_passing, takes_a_moment
from bot.understanding.no_answer import only_a_gesture

ASKED = {
    LEGAL: [
        "is it a legal thing",
        "does it count in law",
        "is it a legal thing? like does the hospital have to do it",
        "is this official",
        "is it legally binding",
        "is what I write binding?",
        "will it stand up in court",
        "do doctors have to follow this",
    ],
    USUAL: [
        "is that a normal thing to worry about",
        "is it normal to feel like this",
        "am I normal to worry about that",
        "do other people worry about this",
        "is it ok to cry",
        "am I the only one who feels like that",
    ],
    WHOSE: [
        "is this going to look like he wrote it",
        "will it sound like she said it?",
        "will they think he wrote this",
        "whose name is on it",
        "is it in my name or his",
        "so will my brother think I wrote it",
    ],
    WHEN_THEY_COME: [
        "tell me when hes coming",
        "when is he coming",
        "what time is the doctor coming",
        "let me know when she arrives",
        "when will the nurse get here?",
        "how long until my son gets here",
    ],
}
MOMENTS = [
    "Give me five minutes and a flannel",
    "back in 5, kettle",
    "one sec",
    "two ticks",
    "hang on, door",
    "need the loo, wait there",
    "bear with me",
    "brb",
]
SAYS_MORE = [
    "I want it to look like he wrote it",
    "he looks like he wrote it off",
    "will it look like rain",
    "this looks like she said it would",
    "is a living will legally binding",
    "is it legal to end your life in Switzerland",
    "is assisted dying legal here",
    "is it normal to feel sick on morphine",
    "is it normal for his breathing to rattle",
    "tell me when I am boring you",
    "remind me on Tuesday at 5",
    "five minutes peace",
    "back in the garden",
    "the kettle",
    "not now",
]
NO_ANSWERS = [
    ("fuck", "express_distress"),
    ("fucking hell", "express_distress"),
    ("shit shit shit", "express_distress"),
    ("bollocks to it", "express_distress"),
    ("for fucks sake", "express_distress"),
    ("you're useless", "abusive"),
    ("youre a useless bot", "abusive"),
    ("you are rubbish", "abusive"),
    ("oh piss off", "abusive"),
    ("this bot is crap", "abusive"),
    ("hard to say really", "express_uncertainty"),
    ("its difficult to say", "express_uncertainty"),
    ("that's a hard one to answer", "express_uncertainty"),
    ("what do you mean", "ask_clarify"),
    ("sorry, what do you mean by that?", "ask_clarify"),
    ("what d'you mean", "ask_clarify"),
    ("i dont follow", "ask_clarify"),
    ("not with you", "ask_clarify"),
    ("you've lost me", "ask_clarify"),
    ("??", "ask_clarify"),
    ("😭😭", "nlu_fallback"),
    ("🙄", "nlu_fallback"),
    ("❤️", "nlu_fallback"),
]
ANSWERS = [
    "my bloody dog",
    "having a fucking laugh with my mates",
    "no bullshit, tell me straight",
    "you are all so kind",
    "feeling useless",
    "Christ",
    "it is hard to say goodbye to her",
    "being told what you mean to people",
    "🐕 🌊 ☕",
    "🌹",
]


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, all_ in ASKED.items() for words in all_])
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_a_question_in_passing_is_known_in_every_state(kind, words, state):
    assert asked_in_passing(words) == kind
    assert act_on([("ask_assisted_dying", 0.99)], words, state) == ("ask_in_passing", 1.0)


@pytest.mark.parametrize("words", MOMENTS)
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_a_moment_away_is_a_pause(words, state):
    assert takes_a_moment(words)
    assert act_on([("inform", 0.99)], words, state) == ("pause", 1.0)


@pytest.mark.parametrize("words", SAYS_MORE)
def test_what_says_more_is_neither(words):
    assert not asked_in_passing(words)
    assert not takes_a_moment(words)


@pytest.mark.parametrize(("words", "meant"), NO_ANSWERS)
def test_what_answers_nothing_is_no_answer_to_an_open_question(words, meant):
    assert act_on([("inform", 0.99)], words, "answering") == (meant, 1.0)


@pytest.mark.parametrize("words", ANSWERS)
def test_what_tells_something_is_kept(words):
    assert act_on([("inform", 0.99)], words, "answering") == ("inform", 1.0)


def test_a_picture_of_something_tells_it():
    assert only_a_gesture("👍🏽")
    assert not only_a_gesture("😀 🐕")
    assert not only_a_gesture("2")
