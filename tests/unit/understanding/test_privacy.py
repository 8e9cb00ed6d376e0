"""Questions about who gets to know, and words that only look like them."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.privacy import Asked, asked, nameless

ASKS = [
    ("does he get told", Asked.TOLD),
    ("do they get a message", Asked.TOLD),
    ("is my son told that I wrote this", Asked.TOLD),
    ("will you tell my GP?", Asked.TOLD),
    ("will he know I've been here", Asked.TOLD),
    ("can she still read it", Asked.READ),
    ("will the girls read it, the carers", Asked.READ),
    ("does the doctor get it", Asked.READ),
    ("do the nurses see it", Asked.READ),
    ("does it go to my doctor?", Asked.READ),
    ("If I say yes can my ex-husband get hold of it?", Asked.READ),
    ("can my son change it", Asked.CHANGED),
    ("can anyone else edit my notes", Asked.CHANGED),
    ("what happens to it if he dies", Asked.AFTER_DEATH),
    ("what happens to all this after I'm gone", Asked.AFTER_DEATH),
    ("who gets this when I die", Asked.AFTER_DEATH),
    ("how does she open it", Asked.OPENED),
    ("how does he get in", Asked.OPENED),
    ("what does she need to do to see it", Asked.OPENED),
    ("how will my daughter read it?", Asked.OPENED),
    ("what do they do with the link", Asked.OPENED),
    ("does my son need an account", Asked.OPENED),
    ("hang on who reads it", Asked.EVERYTHING),
    ("wait, who sees this", Asked.EVERYTHING),
]


@pytest.mark.parametrize(("words", "what"), ASKS)
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_what_is_asked(words, what, state):
    assert asked(words) is what
    assert act_on([("pause", 0.9)], words, state)[0] == "ask_privacy"


@pytest.mark.parametrize(
    "words",
    ["will she see it through to christmas", "can she have it", "what happens if he dies", "does he know",
     "can the dog come", "will he still be able to read the paper", "what happens to the dog when I die",
     "who gets the house when I die", "can they change my tablets", "who looks after it",
     "will she be told she's dying",
     "how does she open the door", "how does he get in the bath", "how does he get in without a key",
     "how will she read the paper", "how does she see him", "what does she need to do",
     "what happens to him when I die", "will they find it", "does the doctor know about it", "I told my son about it"],
)  # fmt: skip
def test_other_words_ask_no_such_thing(words):
    assert asked(words) is None


def test_somebody_is_asked_about_without_a_name():
    assert nameless("can she still read it?")
    assert not nameless("can Bernadette read it?")


@pytest.mark.parametrize(
    ("words", "meant"),
    [("wait, what's this for", "ask_why_asking"), ("hang on, can I go back", "go_back"), ("hang on", "pause"),
     ("hang on, is that far from here", "inform")],
)  # fmt: skip
def test_what_stands_behind_hang_on(words, meant):
    assert act_on([("pause", 0.9)], words, "choosing")[0] == meant
