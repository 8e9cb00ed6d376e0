"""What is said to the chat and answers nothing is told from answers, word for word."""

import pytest

from bot.understanding.asides import aside, other_door
from bot.understanding.context import act_on
from bot.understanding.death_words import word_for_death
from bot.understanding.surfacing import surfaces

ASIDES = {
    "abusive": ["you're useless", "useless bot", "You stupid machine!", "you are no help", "shut up", "oh fuck off"],
    "resume": [
        "...",
        "\u2026",
        ".",
        "still here",
        "sorry, took me a while",
        "Sorry it took me ages to type",
        "I'm slow",
    ],
    "easy_read": ["shorter please", "too much text", "that's too long cut it down for me", "just tell me what to do"],
    "stop": ["actually, I don't want to do this", "I've changed my mind", "changed my mind, I'd rather not"],
    "edit_summary": [
        "no forget that last bit",
        "scrap that",
        "oh dont write that",
        "please don't write that down",
        "forget what I just said",
        "I shouldn't have said that",
        "ignore that, I was talking to the cat",
        "sorry, that wasn't for you",
        "wrong chat sorry",
        "that was by mistake",
        "scratch that, my grandson typed it",
        "sorry that's mum, I meant dad",
        "no, that's my sister. I meant my aunt",
        "you've got that wrong",
        "That's not what I said!",
        "no I never said that",
        "you misunderstood me",
    ],
    "greet": ["its me", "It's me again", "hello, only me again", "hi it's just me"],
    "inform": ["changed my mind, keep it", "wait keep it", "actually leave it as it is"],
}


@pytest.mark.parametrize(("words", "intent"), [(words, intent) for intent, every in ASIDES.items() for words in every])
def test_words_to_the_chat_are_no_answer(words, intent):
    assert aside(words, "answering") == intent
    assert act_on([("inform", 0.9)], words, "answering") == (intent, 1.0)


ANSWERS = [
    "my mum is stupid about money", "this is rubbish", "useless", "you are stupid if you think that", "a useless day",
    "short walks", "keep it simple", "keep it in the family", "I don't want it", "I don't want this any more",
    "I don't want to do this any more", "he is still here", "forget me not flowers", "that's too long", "a while",
    "talking to the cat", "I was talking to my daughter most nights", "they got it wrong at the hospital", "only me",
    "you've got that right", "it's me who cooks", "that was for my wife", "sorry that's mum calling", "not for me",
    "don't write me off", "don't write", "an accident", "it was an accident", "by accident",
    "\U0001f44b", "", "I changed my mind about the church years ago", "leave it to my daughter", "wait and see",
]  # fmt: skip


@pytest.mark.parametrize("words", ANSWERS)
def test_an_answer_stays_an_answer(words):
    assert aside(words, "answering") is None


def test_words_to_keep_something_lead_to_what_there_is_when_nothing_is_open():
    assert aside("changed my mind, keep it", "open") == "record_summary"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("no wait it's for me", "me"),
        ("sorry, it's for my mum", "close"),
        ("no, this is for someone close to me", "close"),
        ("it's for my mum", None),
        ("no, my garden is for my mum", None),
        ("wait for me", None),
    ],
)
def test_who_it_is_for_is_put_right(words, named):
    assert other_door(words) == named


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("my wife passed away last month", "passed"),
        ("mum passed on Tuesday", "passed"),
        ("he passed out and then he passed the exam", None),
        ("I lost my husband", "lost"),
        ("I lost my keys", None),
        ("she's gone", "gone"),
        ("she's gone to the shops", None),
        ("we lost him when he died of cancer", "died"),
        ("my garden", None),
    ],
)
def test_the_word_for_a_death_is_heard(words, word):
    assert word_for_death(words) == word


SURFACING = [
    "I can't stop crying thinking about it",
    "I miss him so much already",
    "I'm in tears",
    "it breaks my heart",
]


@pytest.mark.parametrize("words", SURFACING)
def test_grief_is_told_from_an_answer(words):
    assert surfaces(words)


@pytest.mark.parametrize(
    "words",
    [
        "my dog Alfie",
        "I would miss my garden",
        "that nobody cries",
        "crying is fine with us",
        "I miss him so much already but what matters is that he is at home in his own bed with the dog beside him",
    ],
)
def test_a_longer_or_calmer_message_is_an_answer(words):
    assert not surfaces(words)
