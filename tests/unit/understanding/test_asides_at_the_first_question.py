"""What somebody says before they have begun: a hesitation, later, not to a computer, let's get it over with."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.in_passing import WITHOUT_THEM, asked_in_passing

MEANS = {
    "resume": [
        "um", "er", "Errrm...", "hmm", "uh well", "lets get this over with",
        "right come on, let's get it over and done with",
        "might as well get it done", "let's crack on", "ok lets get this out of the way",
    ],
    "pause": ["can i do it l8r", "can i do this later", "could we do it later on", "I'll do it later"],
    "skip": [
        "i aint telling a computer", "I'm not telling a machine my business", "I don't talk to computers",
        "not talking to a bot", "why would I tell a robot", "I ain't saying",
    ],
}  # fmt: skip
ANSWERS = [
    "mum", "hm I love my garden", "her", "I want to get it over with", "get it over with quickly when I die",
    "she said do it later", "do it tomorrow", "I'm not telling my mum", "not being left with a machine",
    "no more computers",
]  # fmt: skip


@pytest.mark.parametrize(("intent", "words"), [(intent, said) for intent, all_ in MEANS.items() for said in all_])
def test_it_is_no_answer(intent, words):
    assert act_on([("inform", 0.98)], words, "answering")[0] == intent


@pytest.mark.parametrize("words", ANSWERS)
def test_what_says_more_is_an_answer(words):
    assert act_on([("inform", 0.98)], words, "answering")[0] == "inform"


@pytest.mark.parametrize(
    "words",
    [
        "can i write it without him here", "does she have to be here", "can I write this while he's asleep",
        "is it ok to fill it in without mum", "can I answer for him", "can I do it without her here",
        "can I guess what he'd say",
    ],
)  # fmt: skip
def test_whether_one_may_write_without_them(words):
    assert asked_in_passing(words) == WITHOUT_THEM


@pytest.mark.parametrize("words", ["can I live without him", "can I carry on without her", "can I do it without him"])
def test_going_on_after_a_death_is_another_question(words):
    assert asked_in_passing(words) == ""
