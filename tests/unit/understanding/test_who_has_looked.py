"""Who may read it and who has read it are two questions; so are a crew, the newest words and the PIN."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.privacy import Asked, asked

HAS = (
    "has he already read it", "has he read it yet", "did my son open it", "was it read", "has it been opened yet",
    "has Jo looked at it", "have they seen my summary", "has anyone opened the link", "could she have read it by now",
    "when did he last look at it", "who has already seen it", "hasn't he read it yet", "is it read yet",
    "how many times has it been opened",
)  # fmt: skip
MAY = ("can he read it", "may Jo read it", "will he see it", "can she still read it", "is he able to read it")
OF_OTHER_THINGS = (
    "did he see the sea", "has he read the paper", "have you read it", "has she seen the doctor", "was it the dog",
    "will the ambulance come", "does she see the new baby", "will he see the new house", "does the crew get paid",
    "whats the ambulance number", "does he get the new tablets", "is he seeing the old doctor", "do i need a new pin",
    "will the ambulance men carry him",
)  # fmt: skip
BESIDE = (
    ("will the ambulance men see it", Asked.CREW),
    ("does the ambulance crew get it", Asked.CREW),
    ("do paramedics see this", Asked.CREW),
    ("would 999 know about it", Asked.CREW),
    ("does Jo see the new one", Asked.NEWEST),
    ("will he see the changes", Asked.NEWEST),
    ("which version does he see", Asked.NEWEST),
    ("whats the pin for", Asked.PIN),
    ("why does he need a pin", Asked.PIN),
)


@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
@pytest.mark.parametrize("words", HAS)
def test_who_has_looked(words, state):
    assert asked(words) is Asked.LOOKED
    assert act_on([("ask_privacy", 0.99)], words, state)[0] == "ask_who_viewed"


@pytest.mark.parametrize("words", MAY)
def test_who_may(words):
    assert asked(words) is Asked.READ
    assert act_on([("ask_who_viewed", 0.99)], words, "choosing")[0] == "ask_privacy"


@pytest.mark.parametrize(("words", "what"), BESIDE)
def test_what_else_is_asked(words, what):
    assert asked(words) is what
    assert act_on([("ask_medical_advice", 0.99)], words, "answering")[0] == "ask_privacy"


@pytest.mark.parametrize("words", OF_OTHER_THINGS)
def test_other_words_ask_no_such_thing(words):
    assert asked(words) is None
