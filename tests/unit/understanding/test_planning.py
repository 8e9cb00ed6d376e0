"""What is said while a conversation is planned; what is not clearly one of these stays an answer."""

import pytest

from bot.understanding.commands import command, wants_to_see_plan
from bot.understanding.context import act_on
from bot.understanding.planning import (
    correction,
    not_yet,
    part_named,
    second_thought,
    tells_besides,
    tells_of_a_no,
    wish,
)

NO = [
    "They said not today", "she doesn't want to talk", "She doesn’t want to talk about it.", "my mum said not today",
    "Mum said no", "he won't talk", "my sister Jean said not now", "she isn't ready", "he didn't want to talk",
    "I asked and she said not yet", "she said she doesn't want to talk", "they refused to talk about it today",
]  # fmt: skip
NO_SUCH_NO = [
    "", "no", "not today", "I said no", "I don't want to talk", "what if she doesn't want to talk",
    "she said not today?", "if he won't talk", "the doctor said not yet", "he said no to chemo",
    "she doesn't want to talk about money with my brother", "they said Sunday", "nobody wants to talk", "{0}",
]  # fmt: skip


@pytest.mark.parametrize("words", NO)
def test_a_no_of_the_other_person(words):
    assert tells_of_a_no(words)
    assert act_on([("inform", 0.9)], words, "open") == ("plan_conversation", 1.0)
    assert act_on([("inform", 0.9)], words, "answering")[0] == "inform", "it may be what is hard, or what matters"


@pytest.mark.parametrize("words", NO_SUCH_NO)
def test_no_such_no(words):
    assert not tells_of_a_no(words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("no, I meant my brother", "my brother"),
        ("No I meant my brother Jim.", "my brother Jim."),
        ("I meant Monday", "Monday"),
        ("sorry, make it Monday at 3", "Monday at 3"),
        ("actually, I mean my dad", "my dad"),
        ("Sorry I meant to say my aunt", "my aunt"),
        ("no, I meant\nmy “Jo” {x}", "my “Jo” {x}"),
        ("no", ""),
        ("No, it's just us", ""),
        ("nobody", ""),
        ("I mean my dad", ""),
        ("I mean to tell her", ""),
        ("no I mean it", ""),
        ("I meant to tell her years ago", ""),
        ("I meant a lot to him", ""),
        ("make it short", ""),
        ("", ""),
    ],
)
def test_a_slip_is_put_right_only_where_the_words_say_so(words, meant):
    assert correction(words) == meant


@pytest.mark.parametrize("words", ["I don't know yet", "not sure yet", "haven't decided", "TBC", "nothing fixed yet"])
def test_not_yet(words):
    assert not_yet(words)


@pytest.mark.parametrize("words", ["", "not yet Christmas", "I don't know what she wants", "yet", "Sunday"])
def test_words_that_say_more_than_not_yet(words):
    assert not not_yet(words)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("change the time", "when"),
        ("who", "who"),
        ("who else please", "others"),
        ("I want to change where", "where"),
        ("my first words", "first"),
        ("change when to Monday", ""),
        ("why", ""),
        ("", ""),
    ],
)
def test_the_part_that_is_named(words, part):
    assert part_named(words) == part


@pytest.mark.parametrize(("words", "sees"), [("my plan", True), ("Show me my plan!", True), ("plan a talk", False)])
def test_a_plan_is_asked_for_word_for_word(words, sees):
    assert (command(words), wants_to_see_plan(words)) == ("plan_conversation", sees)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("actually no, Sunday. After the match", "Sunday. After the match"),
        ("no wait, my sister Jean", "my sister Jean"),
        ("sorry no, my aunt", "my aunt"),
        ("no, change the time. Sunday at half 4", "Sunday at half 4"),
        ("change the day to Monday", "Monday"),
        ("no, nobody", ""),
        ("Actually, I don't know", ""),
    ],
)
def test_a_second_thought(words, rest):
    assert second_thought(words) == rest


@pytest.mark.parametrize(
    ("words", "wishes", "besides"),
    [
        ("I want to plan what to say to him", True, False),
        ("help me plan a talk with my mum", True, False),
        ("I'd like to work out how to tell my wife before the scan", True, False),
        ("He's stopped talking to me. I want to work out what to say to him", True, True),
        ("I never said sorry, and I want to plan what to say to her", True, True),
        ("I want to plan my funeral", False, False),
        ("I want to say goodbye", False, False),
        ("I want to think about what matters", False, False),
    ],
)
def test_the_wish_to_plan_a_talk(words, wishes, besides):
    assert (wish(words), tells_besides(words)) == (wishes, besides)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("sorry that's mum. he likes the garden, I meant dad", "he likes the garden"),
        ("oops, that was my sister! I meant my brother. He likes football", "He likes football"),
        ("no that's my aunt, I mean my uncle, and he is afraid of dogs", "and he is afraid of dogs"),
        ("wait, I was thinking of my dad. I meant mum. tea in bed", "tea in bed"),
        ("sorry that's mum. she is calling me", ""),
        ("sorry, that's the nurse. I meant to say the garden", ""),
        ("he likes the garden, I meant dad", ""),
    ],
)
def test_two_people_mixed_up_are_put_right(words, right):
    assert correction(words) == right


@pytest.mark.parametrize(
    "words",
    [
        "I'd rather plan how to talk to them",
        "actually I'd rather work out how to tell the kids",
        "I would prefer to plan what to say to him",
        "no, I'd sooner plan the talk",
        "I think I'd rather practise what to say",
    ],
)
def test_who_would_rather_plan_a_talk(words):
    assert wish(words)
    assert act_on([("inform", 0.98)], words, "answering")[0] == "plan_conversation"


@pytest.mark.parametrize("words", ["I'd rather plan my funeral", "I'd rather talk", "I'd rather be at home", "to plan"])
def test_another_wish_is_an_answer(words):
    assert not wish(words)
