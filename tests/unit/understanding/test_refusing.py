"""Not wanting to answer, said once and to the last word; what others will not talk about stays an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.context import act_on
from bot.understanding.naming import names_nobody
from bot.understanding.refusing import refuses, refuses_subject

REFUSED = [
    "none of your business",
    "That's none of your bloody business!",
    "mind your own business",
    "I'm not telling you that",
    "not telling you where I live",
    "im not saying who it is",
    "I'd rather not talk about it",
    "I can't talk about it today, sorry",
    "that's private",
    "what's it to you",
]
SUBJECTS = [
    "I don't want to talk about dying",
    "can we not talk about funerals please",
    "I dont want to hear about death",
    "let's not talk about my cancer",
    "I'd rather not think about the end",
]
ANSWERS = [
    "he doesn't want to talk about dying",
    "I don't want to talk about dying in front of the children",
    "I don't want to talk to my brother",
    "I don't want to die alone",
    "I don't want to be a burden",
    "a private room",
    "it's private there, nobody looks in",
    "running my own business",
    "I can't talk, only whisper",
    "that nobody talks about me as if I was not there",
    "keep it to myself",
    "",
]


@pytest.mark.parametrize("words", [*REFUSED, *SUBJECTS])
def test_it_leaves_the_question(words):
    assert refuses(words)
    assert act_on([("inform", 0.98)], words, "answering") == ("skip", 1.0)


def test_a_subject_is_told_from_the_question_itself():
    assert [words for words in SUBJECTS if not refuses_subject(words)] == []
    assert [words for words in REFUSED if refuses_subject(words)] == []


@pytest.mark.parametrize("words", ANSWERS)
def test_an_answer_stays_an_answer(words):
    assert not refuses(words)


@pytest.mark.parametrize("words", ["I don't want to share it any more", "please don't share it", "stop sharing it"])
def test_what_takes_sharing_back_is_never_only_left_aside(words):
    assert not refuses(words)
    assert act_on([("withdraw_consent", 0.98)], words, "open")[0] == "withdraw_consent"


@pytest.mark.parametrize(
    "words",
    [
        "no I don't want to share it with anyone",
        "nobody",
        "no one, thanks",
        "I'd rather not show it to anyone",
        "not anyone",
        "I don't want my son to see it",
    ],
)
def test_nobody_is_no_reader(words):
    assert names_nobody(words)


@pytest.mark.parametrize("words", ["Nobby Clark", "my son but not my daughter", "nobody but Jean", "Ann, not Tom", ""])
def test_a_reader_is_somebody(words):
    assert not names_nobody(words)


@given(st.text(max_size=200))
def test_nothing_makes_it_fail(text):
    assert refuses(text) in {True, False}
    assert names_nobody(text) in {True, False}
