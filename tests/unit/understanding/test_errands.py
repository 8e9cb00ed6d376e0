"""Errands guessed while an open question waits: what is asked of others is the answer, what is said here is heard."""

import pytest

from bot.understanding.context import act_on

SURE = 0.95


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        ("pause", "Knock before you come in."),
        ("pause", "Wait till I answer the door"),
        ("pause", "Let me rest after lunch"),
        ("pause", "I like my rest after lunch"),
        ("pause", "Come back and check on me"),
        ("goodbye", "Leave us be at breakfast."),
        ("goodbye", "Llanrwst"),
        ("goodbye", "a proper kiss from each grandchild"),
        ("goodbye", "leave the light on"),
        ("stop", "stop fussing over me"),
        ("set_reminder", "take me on a friday"),
        ("set_reminder", "Ring me every sunday"),
        ("set_reminder", "Wake me at seven"),
        ("help", "I like to know what comes next"),
        ("help", "being shown where things are"),
        ("greet", "Say hello when you come in"),
        ("thank", "thank the nurses"),
        ("resume", "getting up for the milking"),
    ],
)
def test_what_others_are_to_do_is_the_answer(guess, words):
    assert act_on([(guess, SURE)], words, "answering")[0] == "inform"


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        ("pause", "I have to go now"),
        ("pause", "could do with a break now love"),
        ("pause", "i need a break before we go on"),
        ("pause", "lets leave it there for tonight"),
        ("pause", "no more tonight please"),
        ("goodbye", "im off to bed"),
        ("goodbye", "tara for now"),
        ("goodbye", "see you tomorrow then"),
        ("stop", "I dont want to carry on with this"),
        ("stop", "right im going to stop there"),
        ("set_reminder", "can you remind me on friday"),
        ("set_reminder", "remind me about this on tuesday"),
        ("help", "what else can you do"),
        ("help", "im stuck with this"),
        ("greet", "hello again love"),
        ("greet", "morning"),
        ("resume", "right, back"),
        ("thank", "thank you for that"),
        ("resume", "ok lets crack on"),
    ],
)
@pytest.mark.parametrize("state", ["open", "answering", "choosing"])
def test_what_is_said_here_is_heard(guess, words, state):
    assert act_on([(guess, SURE)], words, state)[0] == guess


def test_with_nothing_to_answer_a_guess_needs_no_more():
    assert act_on([("pause", SURE)], "take me on a friday", "open")[0] == "pause"
