"""Bad news, pain, and a carer worn out: heard as that, and told from what matters to somebody."""

import pytest

from bot.understanding.bad_news import is_bad_news, is_pain
from bot.understanding.worn_out import is_worn_out, tells_more


@pytest.mark.parametrize(
    "words",
    [
        "my wife is dying. weeks.",
        "i've got MND",
        "they found it in my liver",
        "stage 4 bowel cancer",
        "it's spread to my bones",
        "nothing more they can do",
        "he's got weeks to live",
        "the scan found a mass",
        "mum's dying",
    ],
)
def test_news_is_heard_as_news(words):
    assert is_bad_news(words)


@pytest.mark.parametrize(
    "words",
    [
        "not dying in pain",
        "dying at home",
        "I want to die at home",
        "because she has cancer",
        "her dog, she has cancer",
        "to see weeks of sunshine",
        "being told the truth",
        "my liver and onions",
        "it is in my shed",
        "is it in my liver?",
    ],
)
def test_what_matters_is_no_news(words):
    assert not is_bad_news(words)


@pytest.mark.parametrize("words", ["i cant do this", "it's all too much", "I'm heartbroken", "I can't face it alone"])
def test_pain_is_nothing_but_pain(words):
    assert is_pain(words)


@pytest.mark.parametrize("words", ["i can do this", "I can't cope with stairs", "too much salt", "I cope"])
def test_what_only_sounds_like_it_is_not(words):
    assert not is_pain(words)


@pytest.mark.parametrize(
    "words",
    [
        "I'm so tired, I've not slept for weeks, he's up all night",
        "i'm shattered. three months of this and no break",
        "knackered tbh",
        "honestly I'm running on empty",
        "no sleep again, he was wandering",
        "I've been up every night since March",
        "i could kill her sometimes",
        "some days I could strangle him",
        "honestly i could throttle mum",
        "i could have killed her last night",
        "I could scream",
    ],
)
def test_somebody_worn_out_is_known(words):
    assert is_worn_out(words)
    assert not tells_more(words)


@pytest.mark.parametrize(
    "words",
    [
        "she gets tired easily",
        "he hasn't slept for weeks",
        "her sleep",
        "when I'm tired she makes tea",
        "not tired yet",
        "i could murder a curry",
        "the stairs could kill him",
    ],
)
def test_another_who_is_tired_is_not_the_carer(words):
    assert not is_worn_out(words)


def test_an_answer_among_it_is_noticed():
    assert tells_more("I'm exhausted but what she wants is to be home")
