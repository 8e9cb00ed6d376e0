"""A worry about money is known for one, and what only sounds like one is not."""

import pytest

from bot.understanding.context import act_on
from bot.understanding.money import worries

WORRIES = [
    "his electric bill is frightening him",
    "the heating bill scares me",
    "she's terrified of the gas bill",
    "I'm worried sick about money",
    "I can't pay the rent",
    "we're behind with the rent",
    "mum lies awake over the council tax",
    "I dread the post, it's all bills",
    "dad is scared to put the heating on",
]
NONE = [
    "the gas and air scares me",
    "an electric shock frightened him",
    "I am scared of dying and leaving debts",
    "he isn't worried about money",
    "what if I can't pay the bill?",
    "the nurse frightens her",
    "we saved our money for the dog",
    "bill is a frightened man",
    "my brother took my money and it scares me",
]


@pytest.mark.parametrize("words", WORRIES)
def test_a_worry_leads_to_help_with_money_and_stays_an_answer(words):
    assert worries(words)
    assert act_on([("express_anger", 0.95)], words, "open")[0] == "ask_money"
    assert act_on([("express_anger", 0.95)], words, "answering")[0] == "inform"


@pytest.mark.parametrize("words", NONE)
def test_what_only_sounds_like_one_is_none(words):
    assert not worries(words)


@pytest.mark.parametrize(
    "words",
    [
        "me? I'm all right",
        "oh I'm ok",
        "I'm fine love, how about you?",
        "me? oh I'm getting by",
        "me, not so bad",
        "I'm up and down",
    ],
)
def test_how_somebody_is_answers_a_question_however_it_sounds(words):
    assert act_on([("greet", 0.97)], words, "answering")[0] == "inform"


@pytest.mark.parametrize("words", ["hiya you all right?", "hello, you ok?", "good morning, how are you"])
def test_a_greeting_stays_one(words):
    assert act_on([("greet", 0.97)], words, "answering")[0] == "greet"
    assert act_on([("greet", 0.97)], words, "open")[0] == "greet"
