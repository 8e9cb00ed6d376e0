"""Somebody to talk to is asked for, or whether one may go on talking here, or tell of somebody."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.in_passing import MAY_GO_ON, MAY_TELL, asked_in_passing
from bot.understanding.somebody import asks_for_somebody

GUESSED_ELSEWHERE = [("ask_who_are_you", 0.9)]


@pytest.mark.parametrize(
    "words",
    ["can i talk to somebody", "is there anyone for this", "can I speak to a real person", "who can I ring tonight?",
     "can i talk to someone who lost a son like this", "is there somebody I can talk to", "could I chat to a human",
     "Can I just talk to someone who understands?", "is there anybody to talk to",
     "can I talk to someone about my wife"],
)  # fmt: skip
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_a_person_is_looked_for_and_the_chat_does_not_speak_of_itself(words, state):
    if state == "answering" and not words.endswith("?"):
        words = f"{words}?"
    assert act_on(GUESSED_ELSEWHERE, words, state)[0] == "find_support"


@pytest.mark.parametrize(
    "words",
    ["am i talking to a real person", "can I talk to somebody about my will", "who do I ring when he dies",
     "is there anyone who can help me with the forms", "can I talk to my son about this", "are you a person",
     "I talk to someone every day", "is there someone who can walk the dog", "can i talk to you about anything"],
)  # fmt: skip
def test_other_words_ask_for_nobody_to_talk_to(words):
    assert not asks_for_somebody(words)


def test_a_wish_for_company_can_be_what_matters():
    assert asks_for_somebody("I want to talk to somebody")
    assert not asks_for_somebody("I want to talk to somebody", "answering")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("am i allowed to carry on talking to you", MAY_GO_ON),
        ("can I carry on", MAY_GO_ON),
        ("can i keep talking to you", MAY_GO_ON),
        ("is it ok to keep chatting", MAY_GO_ON),
        ("can I tell you about her", MAY_TELL),
        ("could I tell you about my son", MAY_TELL),
        ("can i talk to you about him", MAY_TELL),
    ],
)
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_whether_one_may_go_on_or_tell_of_somebody_is_asked_in_passing(words, kind, state):
    assert asked_in_passing(words) == kind
    assert act_on([("ask_privacy", 0.9)], words, state)[0] == "ask_in_passing"


@pytest.mark.parametrize(
    "words",
    ["i dont know if i can carry on", "how can I carry on", "can I carry on living", "can I carry on from before",
     "can i tell you about the hospital", "can i go on", "I can carry on"],
)  # fmt: skip
def test_what_may_be_danger_or_a_return_is_not(words):
    assert asked_in_passing(words) not in {MAY_GO_ON, MAY_TELL}
